import { boxOf, type EditorPage } from '../editor-page.ts';
import { pushLogin } from './push-login.ts';

/** Draws PushLogin on an empty canvas: every node is dragged from the palette, every connection from its port. */
export async function drawByMouse(editor: EditorPage): Promise<void> {
  await dropNodes(editor);
  for (const [node, outcome, target] of pushLogin.connections) await editor.connect(node, outcome, target);
  await fillForms(editor);
}

async function dropNodes(editor: EditorPage): Promise<void> {
  // Far enough out that everything fits, and near enough that all of a card is shown.
  for (let step = 0; step < 2; step++) await editor.button('Zoom out').click();
  await moveEndsAside(editor);
  const { x, y, width, height } = await boxOf(editor.canvas);
  const column = (width - 150) / 5;
  const row = (height - 60) / 3;
  for (const [rowIndex, types] of pushLogin.grid.entries()) {
    for (const [columnIndex, type] of types.entries()) {
      const at = { x: x + 75 + (columnIndex + 0.5) * column, y: y + 40 + rowIndex * row };
      await editor.dragFromPalette(type, at);
      await editor.card(type).waitFor();
      if (type === pushLogin.page) await fillPage(editor);
    }
  }
}

/** Start to the left edge, Success and Failure to the right one. */
async function moveEndsAside(editor: EditorPage): Promise<void> {
  const { x, y, width, height } = await boxOf(editor.canvas);
  const places = {
    Start: { x: x + 36, y: y + 36 },
    Success: { x: x + width - 36, y: y + height / 2 },
    Failure: { x: x + width - 36, y: y + height / 2 + 60 },
  };
  for (const [end, place] of Object.entries(places)) {
    const box = await boxOf(editor.end(end));
    await editor.drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, place);
  }
}

async function fillPage(editor: EditorPage): Promise<void> {
  for (const child of pushLogin.children) {
    const { x, y, width, height } = await boxOf(editor.card(pushLogin.page));
    // The lower part of the card is its outcome.
    await editor.dragFromPalette(child, { x: x + width / 2, y: y + height * 0.65 });
    await editor.expectSpoken(`Put ${child} into ${pushLogin.page}`);
  }
}

async function fillForms(editor: EditorPage): Promise<void> {
  const { settings } = pushLogin;
  await editor.select('Push Registration');
  await editor.field('Issuer').click();
  await editor.field('Issuer').fill(settings.issuer);
  await editor.button('Choose Background Color').click();
  await editor.dialog.getByRole('button', { name: `#${settings.backgroundColor}` }).click();
  await editor.page.keyboard.press('Escape');
  await editor.field('Generate Recovery Codes').click();
  await editor.field('Generate Recovery Codes').click();
  await editor.field('Registration Response Timeout').fill(settings.timeoutSeconds);
  await editor.select('Push Wait Node');
  await editor.button('Add a language to Exit Message').click();
  await editor.field('Exit Message in English').fill(settings.exitMessage);
  await editor.select('Retry Limit Decision');
  await editor.field('Retry Limit').fill(settings.retryLimit);
  await editor.select('Recovery Code Collector Decision');
  await editor.field('Recovery Code Type').selectOption({ label: settings.recoveryCodeType });
}
