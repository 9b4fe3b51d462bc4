import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { boxOf, type EditorPage } from './editor-page.ts';
import { SimulatorPage } from './simulator-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let editor: EditorPage;

beforeAll(async () => {
  designing = await startDesigning({ width: 390, height: 844 });
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  editor = await designing.editor('PushLogin', { context: await designing.newContext() });
  return async () => {
    expectNoComplaints(editor.page);
    await editor.page.context().close();
  };
});

const settings = () => editor.page.getByRole('region', { name: 'Settings', exact: true }).first();

async function choose(name: string): Promise<void> {
  await editor.button('More').click();
  await editor.menuItem(name).click();
}

describe('a screen of 390 pixels', () => {
  it('offers no panel that it has no room for', async () => {
    await editor.button('More').click();
    for (const name of ['Show or hide the left panel', 'Show or hide the inspector']) {
      expect(await editor.menuItem(name).getAttribute('aria-disabled')).toBe('true');
    }
    await editor.press('Escape', 'Control+b', 'Control+i');
    expect(await editor.leftPanel.count()).toBe(0);
    expect(await settings().count()).toBe(0);
  });

  it('shows the settings of the journey when they are asked for, in place of the drawer, until they are closed', async () => {
    await choose('Show or hide the drawer');
    await editor.drawer.waitFor();
    await choose('Journey’s settings');
    await settings().getByLabel('Name of the journey').waitFor();
    expect(await editor.drawer.count()).toBe(0);
    await editor.button('Close').click();
    expect(await settings().count()).toBe(0);
  });

  it('shows what was tapped beside its settings, which can be closed', async () => {
    const lowest = await lowestCard();
    await lowest.click({ position: { x: 8, y: 8 } });
    await settings().waitFor();
    const inView = async () => {
      const [card, sheet] = [await boxOf(lowest), await boxOf(settings())];
      return card.y >= 0 && card.y + card.height <= sheet.y;
    };
    await expect.poll(inView).toBe(true);
    await editor.button('Close').click();
    expect(await settings().count()).toBe(0);
    await choose('Journey’s settings');
    await settings().waitFor();
    await editor.clickEmptyPlace();
    await settings().waitFor();
  });
});

/** The card that stands lowest in the window. */
async function lowestCard() {
  const cards = await editor.cards().all();
  const boxes = await Promise.all(cards.map(boxOf));
  const lowest = boxes.findIndex(({ y }) => y === Math.max(...boxes.map((box) => box.y)));
  const card = cards[lowest];
  if (card === undefined) throw new Error('There is no card.');
  const id = await card.getAttribute('data-id');
  return editor.canvas.locator(`.react-flow__node[data-id="${id}"]`);
}

describe('a walk', () => {
  it('goes on where the window becomes too narrow for editing, and wide again', async () => {
    await editor.page.setViewportSize({ width: 1600, height: 1000 });
    const walk = new SimulatorPage(editor);
    await walk.open();
    await walk.signIn();
    await walk.step(5, 'MFA Registration Options', 'waits').waitFor();
    for (const width of [760, 1600]) {
      await editor.page.setViewportSize({ width, height: 1000 });
      const notice = editor.page.getByText(/^This screen is too narrow/);
      await notice.waitFor({ state: width < 768 ? 'visible' : 'detached' });
      await walk.step(5, 'MFA Registration Options', 'waits').waitFor();
    }
    await editor.button('Simulate').click();
    await walk.panel.waitFor({ state: 'detached' });
    await walk.open();
    expect(await walk.step(2, '.*', '.*').count()).toBe(0);
  });
});
