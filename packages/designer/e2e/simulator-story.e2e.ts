import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleRealm } from '../../runtime/test/running-service.ts';
import { type Designing, startDesigning } from './designing.ts';
import { EditorPage } from './editor-page.ts';
import { SimulatorPage } from './simulator-page.ts';
import { expectNoComplaints } from './watched-page.ts';

const command = fileURLToPath(new URL('../../cli/bin/journeyman.js', import.meta.url));
const sentence = 'A new phone signs in by its number';

let designing: Designing;

beforeAll(async () => {
  designing = await startDesigning();
});
afterAll(() => designing?.stop());

/** Imports the sample with a number under another name, and opens it. */
async function imported(name: string): Promise<EditorPage> {
  const file = join(sampleRealm, 'PushNumberLogin', 'PushNumberLogin.journey.json');
  const text = (await readFile(file, 'utf8')).replaceAll('"PushNumberLogin"', JSON.stringify(name));
  const library = await designing.library();
  await library.importFiles({ [`${name}.json`]: text });
  await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
  await library.journey(name).click();
  const editor = new EditorPage(library.page);
  await editor.expectOpen(name);
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

it('is tried with a phone, kept as a scenario, run at the prompt, and found out when the journey breaks', async () => {
  const editor = await imported('Story');
  const walk = new SimulatorPage(editor);
  await walk.open();
  await walk.registerPhone();
  await walk.tapNumberShown();
  await walk.screen.getByRole('heading', { name: 'Signed in' }).waitFor();
  await walk.press(walk.panel, 'Save as scenario');
  await walk.panel.getByLabel('What it shows, as a sentence').fill(sentence);
  await walk.press(walk.panel, 'Save');
  await editor.expectSpoken(`Scenario “${sentence}” saved`);
  const kept = await runScenarios('Story');
  expect(kept).toMatchObject({ code: 0, told: expect.stringContaining('1 passed') });

  await walk.press(walk.panel, 'Close the simulator');
  await editor.fit();
  await editor.connect('Push Result Verifier', 'Success', 'Failure');
  await editor.save();
  const broken = await runScenarios('Story');
  expect(broken.code).toBe(1);
  expect(broken.told).toMatch(/Story\.scenarios\.yaml:\d+:\d+ Expected success, but the journey failed/);
  // The journey is new: it had no scenarios to be read.
  expectNoComplaints(editor.page, { statuses: [404] });
});
