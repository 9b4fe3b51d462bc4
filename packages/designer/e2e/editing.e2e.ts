import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { boxOf, type EditorPage, middleOf } from './editor-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let editor: EditorPage;

beforeAll(async () => {
  // So wide that all of PushLogin is seen with its ports and its pages' nodes.
  designing = await startDesigning({ width: 2400, height: 1000 });
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  // A new user has no drafts.
  editor = await designing.editor('PushLogin', { context: await designing.newContext() });
  await editor.fit();
  return async () => {
    expectNoComplaints(editor.page);
    await editor.page.context().close();
  };
});

describe('what is typed right after the keys that ask for a field', () => {
  const isSimulatorShown = () =>
    editor.page.getByRole('region', { name: 'Simulator', exact: true }).isVisible();

  for (const [keys, field] of [
    ['Control+f', 'Find in the journey'],
    ['Control+k', 'What do you want to do?'],
    ['n', 'Find a node type'],
  ] as const) {
    it(`goes into the field: ${keys}`, async () => {
      await editor.clickEmptyPlace();
      await editor.page.waitForLoadState('networkidle');
      await editor.press(keys);
      await editor.page.keyboard.type('push');
      const typed = editor.page.locator(`:is([aria-label="${field}"], [placeholder="${field}"]):focus`);
      expect(await typed.inputValue()).toBe('push');
      expect(await isSimulatorShown()).toBe(false);
    });
  }

  it('runs no command where the field is not there yet', async () => {
    const context = await designing.newContext();
    const { promise: isUp, resolve: goOn } = Promise.withResolvers<void>();
    await context.route(/find-bar-[^/]*\.js/, async (route) => {
      await isUp;
      await route.continue();
    });
    const slow = await designing.editor('PushLogin', { context });
    await slow.clickEmptyPlace();
    await slow.press('Control+f');
    await slow.page.keyboard.type('push');
    goOn();
    const field = slow.page.getByRole('searchbox', { name: 'Find in the journey' });
    await field.waitFor();
    expect(await slow.page.getByRole('region', { name: 'Simulator', exact: true }).isVisible()).toBe(false);
    await slow.page.keyboard.type('push');
    expect(await field.inputValue()).toBe('push');
    await context.close();
  });
});

describe('undo', () => {
  it('selects again what was selected, so that the next key is meant for that', async () => {
    await editor.select('Data Store Decision');
    await editor.press('Delete');
    await editor.expectSpoken('Deleted Data Store Decision');
    await editor.press('ControlOrMeta+z');
    await editor.card('Data Store Decision').waitFor();
    await editor.press('Delete');
    await editor.expectSpoken('Deleted Data Store Decision');
    await editor.card('Page').waitFor();
  });

  it('takes back step by step what was done, and says by name what comes next', async () => {
    await editor.select('Push Wait');
    await editor.press('Delete');
    await editor.expectSpoken('Deleted Push Wait');
    expect(await editor.nameOf('Undo')).toBe('Undo delete Push Wait');

    await editor.select('Push Registration');
    await editor.field('Issuer').pressSequentially(' of Acme');
    expect(await editor.nameOf('Undo')).toBe('Undo change Issuer of Push Registration');

    await editor.select('Push Sender');
    await editor.press('Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowRight');
    expect(await editor.nameOf('Undo')).toBe('Undo move Push Sender');
    await editor.clickEmptyPlace();
    await editor.button('Undo move Push Sender').hover();
    await editor.page.getByRole('tooltip').getByText('Undo move Push Sender').waitFor();

    await editor.button('Undo move Push Sender').click();
    await editor.expectSpoken('Undone: move Push Sender');
    await editor.button('Undo change Issuer of Push Registration').click();
    await editor.clickEmptyPlace();
    await editor.press('Control+z');
    await editor.card('Push Wait').waitFor();
    expect(await editor.nameOf('Undo')).toBe('Undo');
    await editor.expectSaved();

    await editor.press('Control+Shift+z');
    await editor.card('Push Wait').waitFor({ state: 'detached' });
    expect(await editor.nameOf('Redo')).toBe('Redo change Issuer of Push Registration');
  });

  it('goes to any step that is chosen in the history', async () => {
    for (const name of ['Push Wait', 'Push Sender', 'Push Registration']) {
      await editor.select(name);
      await editor.press('Delete');
    }
    await editor.press('Control+j');
    await editor.showTab('History');
    await editor.page.getByRole('option', { name: 'Delete Push Wait' }).click();
    await editor.card('Push Sender').waitFor();
    expect(await editor.card('Push Wait').count()).toBe(0);
    expect(await editor.nameOf('Redo')).toBe('Redo delete Push Sender');
  });
});

describe('a node', () => {
  it('is deleted and what led to it leads on', async () => {
    await editor.select('Device Profile Collector');
    await editor.press('Control+Delete');
    await editor.expectSpoken('Deleted Device Profile Collector and rejoined');
    await editor.showTab('Outline');
    await editor.outlineOutcome('Data Store Decision', 'True', 'Push Sender').waitFor();
  });

  it('is renamed where its name stands', async () => {
    await editor.select('Push Sender');
    await editor.press('F2');
    await editor.dialog.getByLabel('Name').fill('Ask the phone');
    await editor.press('Enter');
    await editor.card('Ask the phone').waitFor();
  });

  it('is made by dragging a port into the open, and put between two by dropping it on their connection', async () => {
    await editor.select('Push Wait');
    await editor.press('Delete');
    const port = await middleOf(editor.freePort('Push Sender', 'Sent'));
    const canvas = await boxOf(editor.canvas);
    await editor.drag(port, { x: canvas.x + canvas.width / 2, y: canvas.y + 8 });
    await editor.dialog.getByPlaceholder('Find a node type').fill('Push Wait');
    await editor.menuItem('Push Wait Node').click();
    await editor.expectSpoken('Added Push Wait Node');
    await editor.showTab('Outline');
    await editor.outlineOutcome('Push Sender', 'Sent', 'Push Wait Node').waitFor();

    await editor.showTab('Nodes');
    const from = await boxOf(editor.port('Data Store Decision', 'True'));
    await editor.dragFromPalette('Message Node', { x: from.x + from.width + 4, y: from.y + from.height / 2 });
    await editor.expectSpoken('Inserted Message Node after Data Store Decision');
  });

  it('that asks nothing is refused by a page, in words', async () => {
    const child = editor.page.getByRole('group', { name: /^Username Collector.* on the page Page/ });
    await editor.dragFromPalette('Push Sender', await middleOf(child));
    await editor.expectSpoken(
      'Push Sender asks the user nothing, so it cannot be in a page. Connect it instead.',
    );
    expect(await editor.nameOf('Undo')).toBe('Undo');
  });

  it('is copied to a journey in another tab with its settings', async () => {
    await editor.select('Push Registration');
    await editor.press('Control+c');
    await editor.expectSpoken('1 node copied');
    const other = await designing.editor('AddPushDevice', { context: editor.page.context() });
    await other.clickEmptyPlace();
    await other.press('Control+v');
    await other.expectSpoken(/^Pasted Push Registration/);
    expect(await other.field('Issuer').inputValue()).toBe('Journeyman');
    await other.press('Control+z');
    expect(await other.nameOf('Redo')).toMatch(/^Redo paste Push Registration/);
    expectNoComplaints(other.page);
  });
});

describe('finding', () => {
  it('steps through what it finds', async () => {
    await editor.press('Control+f');
    const field = editor.page.getByRole('searchbox', { name: 'Find in the journey' });
    await field.fill('type:PushWait');
    await editor.page.getByText('1 found').waitFor();
    await editor.press('Enter');
    await editor.inspector.getByRole('heading', { name: 'Push Wait' }).waitFor({ state: 'attached' });
    await field.fill('is:invalid');
    await editor.page.getByText('Nothing found').waitFor();
    await field.fill('recovery');
    await editor.press('Enter', 'Enter');
    await editor.page.getByText(/^2 of \d+$/).waitFor();
    await editor.press('Escape');
    await field.waitFor({ state: 'detached' });
  });

  it('of commands runs the first one on Enter', async () => {
    await editor.press('Control+k');
    await editor.dialog.getByPlaceholder('What do you want to do?').fill('show the history');
    await editor.menuItem('Show the history').waitFor();
    await editor.press('Enter');
    await editor.page.getByRole('tab', { name: 'History', selected: true }).waitFor();
  });

  it('of keys is a press of the question mark', async () => {
    await editor.clickEmptyPlace();
    await editor.press('?');
    await editor.page.getByRole('dialog', { name: 'Keys' }).getByText('Delete and rejoin').waitFor();
    await editor.press('Escape');
    await editor.dialog.waitFor({ state: 'detached' });
    expect(await editor.canvas.evaluate((canvas) => canvas === document.activeElement)).toBe(true);
  });
});

describe('the context menu', () => {
  it('does with a node what can be done with it', async () => {
    await editor.card('Push Sender').click({ button: 'right', position: { x: 40, y: 8 } });
    await editor.menuItem(/^Duplicate/).click();
    await editor.expectSpoken(/^Duplicated Push Sender/);
    await editor.card('Push Sender 2').waitFor();
  });

  it('opens by key, and closes back to the canvas', async () => {
    await editor.select('Push Sender');
    await editor.press('Shift+F10');
    await editor.menuItem(/^Delete and rejoin/).waitFor();
    await editor.press('Escape');
    await editor.page.getByRole('menu').waitFor({ state: 'detached' });
    await editor.press('Delete');
    await editor.expectSpoken('Deleted Push Sender');
  });

  it('writes a note on the canvas', async () => {
    const { x, y } = await boxOf(editor.canvas);
    await editor.page.mouse.click(x + 20, y + 20, { button: 'right' });
    await editor.menuItem('Add a note here').click();
    await editor.page.getByLabel('Text of the note').fill('Ask **Kim**');
    await editor.press('Escape');
    await editor.page.getByRole('group', { name: 'Note: Ask **Kim**' }).waitFor();
    await editor.page
      .getByRole('group', { name: /^Note:/ })
      .locator('strong')
      .getByText('Kim')
      .waitFor();
  });
});
