import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectByKeyboard, createByKeyboard, drawByKeyboard } from './composables/draw-by-keyboard.ts';
import { pushLogin } from './composables/push-login.ts';
import { type Designing, startDesigning } from './designing.ts';
import { EditorPage } from './editor-page.ts';
import { Keyboard } from './keyboard.ts';
import { SimulatorPage } from './simulator-page.ts';
import { expectNoComplaints } from './watched-page.ts';

const command = fileURLToPath(new URL('../../cli/bin/journeyman.js', import.meta.url));
const sentence = 'A new phone signs in by its number';

let designing: Designing;

beforeAll(async () => {
  designing = await startDesigning();
});
afterAll(() => designing?.stop());

/** Draws PushLogin from empty, by keys alone, and has its push ask for a number. */
async function drawn(name: string): Promise<EditorPage> {
  const library = await designing.library();
  const editor = new EditorPage(library.page);
  const keyboard = new Keyboard(library.page);
  await createByKeyboard(library, keyboard, name);
  await editor.expectOpen(name);
  await drawByKeyboard(editor, keyboard);
  await keyboard.tabTo(editor.outline, { backwards: true });
  await keyboard.walkRows(editor.outlineRow('Push Sender'));
  await keyboard.press('Enter');
  await keyboard.tabTo(editor.field('Push Type'));
  await keyboard.press('D');
  await keyboard.press('Control+s');
  await editor.expectSaved();
  return editor;
}

/** Runs the scenarios of a journey as somebody does at a prompt. */
function runScenarios(name: string): Promise<{ readonly code: number; readonly told: string }> {
  const folder = join(designing.service.folder, name);
  return new Promise((resolve) => {
    execFile(process.execPath, [command, 'test', folder], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), told: stdout + stderr });
    });
  });
}

it('is drawn, tried with a phone, kept as a scenario, run at the prompt, and found out when the journey breaks', {
  timeout: 150_000,
}, async ({ task }) => {
  // A name of its own for each attempt, for what is drawn at the first stays.
  const name = `Story${task.result?.retryCount ?? 0}`;
  // The realm's own policy demands that scenarios take every outcome.
  await designing.service.writePolicy('{ "journeys": {} }');
  const editor = await drawn(name);
  const walk = new SimulatorPage(editor);
  await walk.open(pushLogin.page);
  await walk.registerPhone();
  await walk.tapNumberShown();
  await walk.screen.getByRole('heading', { name: 'Signed in' }).waitFor();
  await walk.press(walk.panel, 'Save as scenario');
  await walk.panel.getByLabel('What it shows, as a sentence').fill(sentence);
  await walk.press(walk.panel, 'Save');
  await editor.expectSpoken(`Scenario “${sentence}” saved`);
  const kept = await runScenarios(name);
  expect(kept).toMatchObject({ code: 0, told: expect.stringContaining('1 passed') });

  await walk.press(walk.panel, 'Close the simulator');
  const keyboard = new Keyboard(editor.page);
  await editor.showTab('Outline');
  await keyboard.tabTo(editor.outline);
  const elsewhere = ['Push Result Verifier Node', 'Success', 'Retry Limit Decision'] as const;
  await connectByKeyboard(editor, keyboard, elsewhere);
  await editor.save();
  const broken = await runScenarios(name);
  expect(broken.code).toBe(1);
  const at = `${name}\\.scenarios\\.yaml:\\d+:\\d+`;
  expect(broken.told).toMatch(new RegExp(`${at} Expected success, but the journey waits at`));
  expect(broken.told).toMatch(
    new RegExp(`${at} Expected no more nodes, but the journey left Retry Limit Decision by Retry`),
  );
  expectNoComplaints(editor.page);
});
