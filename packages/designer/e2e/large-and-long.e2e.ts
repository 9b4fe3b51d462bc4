import { failureId, type JsonObject, successId } from '@journeyman/node-schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { boxOf, EditorPage } from './editor-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;

beforeAll(async () => {
  designing = await startDesigning({ width: 1280, height: 900 });
});
afterAll(() => designing?.stop());

/** A journey of so many messages one after the other, in rows of ten, each of which may also end in Failure. */
function chain(name: string, count: number, nameOf: (index: number) => string): string {
  const ids = Array.from(
    { length: count },
    (_, index) => `00000000-0000-4000-8000-${`${index}`.padStart(12, '0')}`,
  );
  const message = { en: 'Go on?', fr: 'Continuer ?', de: 'Weiter?', es: '¿Seguir?', 'pt-BR': 'Continuar?' };
  const nodes = ids.map((id, index): [string, JsonObject] => [
    id,
    {
      _id: id,
      _type: { _id: 'MessageNode', name: 'Message Node', collection: true },
      message,
      stateField: nameOf(index),
    },
  ]);
  const treeNodes = ids.map((id, index): [string, JsonObject] => [
    id,
    {
      displayName: nameOf(index),
      nodeType: 'MessageNode',
      connections: { true: ids[index + 1] ?? successId, false: failureId },
      x: (index % 10) * 328,
      y: Math.floor(index / 10) * 184,
    },
  ]);
  return JSON.stringify({
    innerNodes: {},
    nodes: Object.fromEntries(nodes),
    tree: { _id: name, entryNodeId: ids[0] ?? failureId, nodes: Object.fromEntries(treeNodes) },
  });
}

async function openImported(name: string, text: string): Promise<EditorPage> {
  const library = await designing.library();
  await library.importFiles({ [`${name}.json`]: text });
  await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
  await library.journey(name).click();
  const editor = new EditorPage(library.page);
  await editor.expectOpen(name);
  return editor;
}

async function stillAt(editor: EditorPage, name: string): Promise<boolean> {
  const before = await boxOf(editor.card(name));
  await editor.page.waitForTimeout(100);
  const after = await boxOf(editor.card(name));
  return before.x === after.x && before.y === after.y;
}

describe('a journey of 100 nodes', () => {
  it('opens, is laid out, is walked through and edited', async () => {
    const editor = await openImported(
      'Hundred',
      chain('Hundred', 100, (index) => `Step ${index}`),
    );
    await editor.fit();
    expect(await editor.cards().count()).toBeGreaterThan(90);
    await editor.press('Shift+L');
    await editor.button('Apply').or(editor.page.getByText('Everything stands where')).first().waitFor();
    await editor.press('Escape');
    await editor.button('Apply').waitFor({ state: 'detached' });
    await editor.press('Control+f');
    await editor.page.getByRole('searchbox', { name: 'Find in the journey' }).fill('"Step 73"');
    await editor.page.getByText('1 found').waitFor();
    await editor.press('Enter');
    await editor.inspector.getByRole('heading', { name: 'Step 73' }).waitFor({ state: 'attached' });
    await editor.press('Escape');
    await editor.card('Step 73').waitFor();
    // Found and brought into view, it stands still.
    await expect.poll(() => stillAt(editor, 'Step 73')).toBe(true);
    await editor.select('Step 73');
    await editor.press('Control+Delete');
    await editor.expectSpoken(/^Step 73 leads several ways/);
    await editor.press('Delete');
    await editor.expectSpoken('Deleted Step 73');
    await expect.poll(() => editor.problemsBadge.getAttribute('aria-label')).toMatch(/error/);
    expectNoComplaints(editor.page);
    await editor.page.close();
  });
});

describe('a journey that is opened', () => {
  it('is seen as a whole, with its titles, where these can be read', async () => {
    const context = await designing.newContext({ viewport: { width: 1600, height: 1000 } });
    const editor = await designing.editor('PasswordlessPush', { context, isWhole: false });
    const canvas = await boxOf(editor.canvas);
    for (const end of ['Start', 'Success', 'Failure']) {
      const { x, width } = await boxOf(editor.end(end));
      expect(x).toBeGreaterThanOrEqual(canvas.x);
      expect(x + width).toBeLessThanOrEqual(canvas.x + canvas.width);
    }
    const titles = await editor.canvas.locator('.node-card-title').all();
    expect(titles).toHaveLength(7);
    for (const title of titles) {
      const { size, hidden } = await title.evaluate((text) => ({
        size:
          (Number.parseFloat(getComputedStyle(text).fontSize) * text.getBoundingClientRect().height) /
          (text as HTMLElement).offsetHeight,
        hidden: text.scrollHeight - text.clientHeight,
      }));
      expect(size).toBeGreaterThan(10);
      expect(hidden).toBeLessThanOrEqual(4);
    }
    await context.close();
  });

  it('is seen from Start on where it is too large for that', async () => {
    const editor = await openImported(
      'Two hundred',
      chain('Two hundred', 200, (index) => `Step ${index}`),
    );
    const { x, y } = await boxOf(editor.canvas);
    const start = await boxOf(editor.end('Start'));
    expect(start.x - x).toBeLessThan(100);
    expect(start.y - y).toBeLessThan(100);
    await editor.card('Step 0').getByText('True').waitFor();
    await editor.page.close();
    // Thirteen nodes, of which a whole would be blocks here.
    const smaller = await designing.editor('PushLogin', { isWhole: false });
    await smaller.card('Data Store Decision').getByText('False').waitFor();
    await smaller.page.close();
  });
});

describe('very long names', () => {
  it('stay within their cards and panels', async () => {
    const long = 'A name that somebody has written as if it were the whole story of the node ';
    const name = 'A journey with a name that is much longer than the bar at the top';
    const editor = await openImported(
      name,
      chain(name, 6, (index) => `${long.repeat(3)}${index}`),
    );
    await editor.fit();
    await editor.showTab('Outline');
    await editor.outline.getByRole('row').nth(2).click();
    await editor.openProblems();
    for (const panel of [
      editor.leftPanel,
      editor.inspector,
      editor.drawer,
      editor.page.getByRole('banner'),
    ]) {
      const overflow = await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(overflow).toBeLessThanOrEqual(1);
    }
    for (const button of ['Save', 'More']) {
      const { x, width } = await boxOf(editor.button(button));
      expect(x + width).toBeLessThanOrEqual(1280);
    }
    expectNoComplaints(editor.page);
    await editor.page.close();
  });
});

describe('a screen of 390 pixels', () => {
  it('shows the journey, and lets nothing be changed', async () => {
    const before = await designing.service.snapshot();
    const context = await designing.newContext({ viewport: { width: 390, height: 844 } });
    const editor = await designing.editor('PushLogin', { context });
    await editor.page.getByText(/^This screen is too narrow for editing/).waitFor();
    await editor.fit();
    const scrolled = await editor.page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(390);
    await editor.select('Push Wait');
    await editor.press('Delete', 'Alt+ArrowDown', 'n', 'Control+s');
    // The settings that are shown now take some of the canvas.
    await editor.fit();
    const card = editor.card('Push Wait');
    const apart = async () => {
      const [one, other] = [await boxOf(card), await boxOf(editor.card('Push Sender'))];
      return [Math.round(one.x - other.x), Math.round(one.y - other.y)];
    };
    const drawn = await apart();
    const { x, y } = await boxOf(card);
    await editor.drag({ x: x + 12, y: y + 8 }, { x: x + 12, y: y - 40 });
    expect(await apart()).toEqual(drawn);
    expect(await editor.dialog.count()).toBe(0);
    expect(await editor.button('Save').isVisible()).toBe(false);
    expect(await designing.service.snapshot()).toEqual(before);
    const library = await designing.library(context);
    await library.journey('PushLogin').waitFor();
    expectNoComplaints(editor.page);
    await context.close();
  });
});

describe('an address', () => {
  it('leads to a node and its field', async () => {
    const file = JSON.parse(await designing.service.readJourney('PushLogin')) as {
      tree: { nodes: Record<string, { displayName: string }> };
    };
    const [id] =
      Object.entries(file.tree.nodes).find(([, node]) => node.displayName === 'Push Registration') ?? [];
    const editor = await designing.editor('PushLogin', { query: `?node=${id}&field=issuer` });
    await expect
      .poll(() => editor.field('Issuer').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await editor.card('Push Registration').waitFor();
  });

  it('of a journey that is not there says so', async () => {
    const library = await designing.library();
    await library.page.goto(`${designing.service.address}/journey/%2F/Nowhere`);
    await library.page.getByRole('heading', { name: 'There is no journey called Nowhere here' }).waitFor();
    await library.page.getByRole('link', { name: 'All journeys' }).click();
    await library.heading.waitFor();
  });
});
