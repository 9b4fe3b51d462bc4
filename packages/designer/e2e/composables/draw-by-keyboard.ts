import type { EditorPage } from '../editor-page.ts';
import type { Keyboard } from '../keyboard.ts';
import type { LibraryPage } from '../library-page.ts';
import { pushLogin } from './push-login.ts';

/** Makes an empty journey and opens it, by keys alone. */
export async function createByKeyboard(
  library: LibraryPage,
  keyboard: Keyboard,
  name: string,
): Promise<void> {
  await keyboard.tabTo(library.button('New journey'));
  await keyboard.press('Enter');
  await keyboard.tabTo(library.dialog.getByRole('textbox', { name: 'Name' }));
  await keyboard.type(name);
  await keyboard.tabTo(library.dialog.getByRole('radio', { checked: true }));
  await keyboard.walkTo(library.dialog.getByRole('radio', { name: 'Empty journey' }), 'ArrowDown');
  await keyboard.tabTo(library.dialog.getByRole('button', { name: 'Create and open' }));
  await keyboard.press('Enter');
}

/** Draws PushLogin in an empty journey without a mouse: nodes from the palette, connections in the outline. */
export async function drawByKeyboard(editor: EditorPage, keyboard: Keyboard): Promise<void> {
  await addNodes(editor, keyboard);
  await showOutline(editor, keyboard);
  for (const child of pushLogin.children) await addToPage(editor, keyboard, child);
  for (const connection of pushLogin.connections) await connectByKeyboard(editor, keyboard, connection);
  await fillForms(editor, keyboard);
}

async function addNodes(editor: EditorPage, keyboard: Keyboard): Promise<void> {
  const search = editor.leftPanel.getByRole('searchbox', { name: 'Find a node type' });
  const found = editor.leftPanel.locator('[data-type]');
  await keyboard.tabTo(search);
  for (const type of pushLogin.grid.flat()) {
    await keyboard.type(type);
    await found.first().filter({ hasText: type }).waitFor();
    await keyboard.press('ArrowDown');
    await found.and(editor.page.locator(':focus')).waitFor();
    await keyboard.press('Enter');
    await editor.card(type).waitFor();
    await keyboard.tabTo(search, { backwards: true });
  }
}

async function showOutline(editor: EditorPage, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo(editor.tab('Nodes'), { backwards: true });
  await keyboard.press('ArrowRight');
  await keyboard.tabTo(editor.outline);
}

async function addToPage(editor: EditorPage, keyboard: Keyboard, type: string): Promise<void> {
  await keyboard.walkRows(editor.outlineRow(pushLogin.page));
  await keyboard.walkTo(editor.button(`What can be done with ${pushLogin.page}`), 'ArrowRight');
  await keyboard.press('Enter');
  await keyboard.walkTo(editor.menuItem('Add a node to the page…'), 'ArrowDown');
  await keyboard.press('Enter');
  await chooseByTyping(editor, keyboard, type);
  await editor.expectSpoken(`Put ${type} into ${pushLogin.page}`);
}

/** Connects an outcome in the outline, which has the focus. */
export async function connectByKeyboard(
  editor: EditorPage,
  keyboard: Keyboard,
  [node, outcome, target]: readonly [node: string, outcome: string, target: string],
): Promise<void> {
  await keyboard.walkRows(editor.outlineOutcome(node, outcome));
  await keyboard.press('Enter');
  await chooseByTyping(editor, keyboard, target);
  await editor.outlineOutcome(node, outcome, target).waitFor();
}

/** Finds something in the dialog that is open by typing, and takes it. */
async function chooseByTyping(editor: EditorPage, keyboard: Keyboard, text: string): Promise<void> {
  const option = editor.dialog.getByRole('option', { name: text }).first();
  await editor.dialog.locator('input:focus').waitFor();
  await keyboard.type(text);
  await keyboard.walkList(option);
  await keyboard.press('Enter');
  await editor.dialog.waitFor({ state: 'detached' });
}

async function fillForms(editor: EditorPage, keyboard: Keyboard): Promise<void> {
  const { settings } = pushLogin;
  await openForm(editor, keyboard, 'Push Registration');
  await keyboard.tabTo(editor.field('Issuer'));
  await keyboard.type(settings.issuer);
  await keyboard.tabTo(editor.field('Background Color'));
  await keyboard.type(settings.backgroundColor);
  await keyboard.tabTo(editor.field('Generate Recovery Codes'));
  await keyboard.press('Space', 'Space');
  await keyboard.tabTo(editor.field('Registration Response Timeout'));
  await keyboard.type(settings.timeoutSeconds);
  await openForm(editor, keyboard, 'Push Wait Node');
  await keyboard.tabTo(editor.button('Add a language to Exit Message'));
  await keyboard.press('Enter');
  await keyboard.tabTo(editor.field('Exit Message in English'));
  await keyboard.type(settings.exitMessage);
  await openForm(editor, keyboard, 'Retry Limit Decision');
  await keyboard.tabTo(editor.field('Retry Limit'));
  await keyboard.type(settings.retryLimit);
  await openForm(editor, keyboard, 'Recovery Code Collector Decision');
  await keyboard.tabTo(editor.field('Recovery Code Type'));
  await keyboard.press(settings.recoveryCodeType.charAt(0));
}

/** Opens the settings of a node from the outline. */
async function openForm(editor: EditorPage, keyboard: Keyboard, node: string): Promise<void> {
  await keyboard.tabTo(editor.outline, { backwards: true });
  await keyboard.walkRows(editor.outlineRow(node));
  await keyboard.press('Enter');
  await editor.inspector.getByRole('heading', { name: node, level: 2 }).waitFor({ state: 'attached' });
}
