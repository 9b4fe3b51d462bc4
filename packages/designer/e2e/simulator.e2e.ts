import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { middleOf } from './editor-page.ts';
import { SimulatorPage } from './simulator-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;

beforeAll(async () => {
  designing = await startDesigning();
});
afterAll(() => designing.stop());

async function simulator(): Promise<SimulatorPage> {
  const opened = new SimulatorPage(await designing.editor('PushLogin'));
  await opened.open();
  return opened;
}

describe('the simulator', () => {
  it('walks from the sign-in by the registration of the phone to success, without the server', async () => {
    const walk = await simulator();
    const asked: string[] = [];
    walk.page.on('request', (request) => {
      if (request.url().includes('/json/')) asked.push(request.url());
    });
    await walk.registerPhone();
    await walk.editor.expectSpoken('Push Wait waits');
    await walk.press(walk.phone, 'Approve');
    await walk.screen.getByRole('heading', { name: 'Signed in' }).waitFor();
    await walk.step(10, 'Push Result Verifier', 'Success').waitFor();
    await walk.editor.expectSpoken('The journey ends in Success');
    expect(asked).toEqual([]);
    expectNoComplaints(walk.page);
    await walk.page.close();
  });

  it('goes back to a step, where something else can be done, and tells what a step wrote', async () => {
    const walk = await simulator();
    await walk.registerPhone();
    await walk.press(walk.phone, 'Approve');
    await walk.step(9, 'Push Wait', 'Done').click();
    await walk.press(walk.panel, 'Back to here');
    await walk.step(9, 'Push Wait', 'waits').waitFor();
    await walk.press(walk.phone, 'Deny');
    await walk.step(10, 'Push Result Verifier', 'Failure').waitFor();
    await walk.screen.getByRole('heading', { name: 'Not signed in' }).waitFor();

    await walk.step(1, 'Page', 'Outcome').click();
    await walk.showTab('State');
    const state = walk.panel.getByRole('tabpanel', { name: 'State' });
    expect(await state.innerText()).not.toContain('Ch4ng31t!');
    await state.getByRole('checkbox', { name: 'Show secrets' }).check();
    expect(await state.innerText()).toContain('Ch4ng31t!');
    await walk.page.close();
  });

  it('keeps a walk as a scenario beside the journey, and runs all with what they cover', async () => {
    const walk = await simulator();
    await walk.signIn();
    await walk.press(walk.screen, 'Skip this step');
    await walk.step(5, 'MFA Registration Options', 'Skip').waitFor();
    await walk.press(walk.panel, 'Save as scenario');
    await walk.panel.getByText('A push that is denied fails').waitFor();
    await walk.panel.getByLabel('What it shows, as a sentence').fill('Skipping is allowed');
    await walk.press(walk.panel, 'Save');
    await walk.editor.expectSpoken('Scenario “Skipping is allowed” saved');

    const files = await designing.service.snapshot();
    const text = files.get('PushLogin/PushLogin.scenarios.yaml')?.text ?? '';
    const before = await readFile(
      new URL('../../../journeys/PushLogin/PushLogin.scenarios.yaml', import.meta.url),
      'utf8',
    );
    expect(text.startsWith(before.trimEnd())).toBe(true);
    expect(text.slice(before.length)).toContain('- scenario: Skipping is allowed');

    await walk.press(walk.panel, 'Run all');
    await walk.panel.getByText(/^(\d+) of \1 passed · \d+ of \d+ outcomes taken/).waitFor();
    await walk.panel
      .getByText(/^1 left out \(Push Registration: Failure\): A phone does not answer/)
      .waitFor();
    await walk.editor.card('Push Sender').locator('.node-mark', { hasText: '3/3' }).waitFor();
    expectNoComplaints(walk.page);
    await walk.page.close();
  });

  it('shows, runs and records scenarios offline once it is open, and keeps nothing that it cannot', async () => {
    const context = await designing.newContext();
    const walk = new SimulatorPage(await designing.editor('PushLogin', { context }));
    const errors: string[] = [];
    walk.page.on('pageerror', ({ message }) => errors.push(message));
    await walk.open();
    await walk.page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await walk.signIn();
    await walk.press(walk.panel, 'Save as scenario');
    const text = walk.panel.getByRole('textbox', { name: 'The walk as a scenario' });
    await text.getByText('The walk ends in a question').waitFor();
    await walk.panel.getByText('A push that is denied fails').waitFor();
    await walk.press(walk.panel, 'Run all');
    await walk.panel.getByText(/^(\d+) of \1 passed/).waitFor();
    await walk.press(walk.panel, 'Save');
    await walk.panel.getByText('Not saved: the server cannot be reached').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('tells scenarios that cannot be read from none, and does not write over them', async () => {
    const context = await designing.newContext();
    const route = '**/journey-files/PushLogin/scenarios';
    await context.route(route, (asked) => asked.abort());
    const walk = new SimulatorPage(await designing.editor('PushLogin', { context }));
    await walk.open();
    await walk.showTab('Scenario');
    await walk.panel.getByText('The scenarios cannot be read now: the server cannot be reached').waitFor();
    expect(await walk.panel.getByText(/^None yet/).count()).toBe(0);
    expect(await walk.panel.getByRole('button', { name: 'Edit as YAML' }).count()).toBe(0);
    await context.unroute(route);
    await walk.panel.getByLabel('What it shows, as a sentence').fill('The page asks');
    await walk.press(walk.panel, 'Save');
    await walk.editor.expectSpoken('Scenario “The page asks” saved');
    await walk.panel.getByText('A push that is denied fails').waitFor();
    const kept = (await designing.service.snapshot()).get('PushLogin/PushLogin.scenarios.yaml')?.text;
    expect(kept).toContain('A push that is denied fails');
    expect(kept).toContain('The page asks');
    await context.close();
  });

  it('has the scenarios edited as YAML, marks what cannot be read, and runs what is typed before it is saved', async () => {
    const walk = await simulator();
    await walk.showTab('Scenario');
    await walk.panel.getByText('A push that is denied fails').waitFor();
    await walk.press(walk.panel, 'Edit as YAML');
    const text = walk.panel.getByRole('textbox', { name: 'Scenarios of PushLogin as YAML' });
    const type = async (yaml: string) => {
      await text.click();
      // Typed over what is selected: what a browser does then by itself breaches the Content-Security-Policy.
      await walk.editor.press('ControlOrMeta+a');
      await walk.page.keyboard.insertText(yaml);
    };
    const file = async () =>
      (await designing.service.snapshot()).get('PushLogin/PushLogin.scenarios.yaml')?.text;
    const before = await file();
    const steps = '  steps:\n    - enter: { User Name: demo, Password: wrong }\n';
    await type(`- scenario: Typed\n${steps}  expect: { path: [{ Nowhere: true }] }\n`);
    await walk.panel.getByText(/^Line 4: The journey has no node Nowhere/).waitFor();
    await text.locator('xpath=ancestor::*').locator('.cm-lint-marker-error').first().waitFor();
    expect(await walk.panel.getByRole('button', { name: 'Save the file' }).isDisabled()).toBe(true);
    await walk.editor.press('ControlOrMeta+s');

    const right = `- scenario: Typed\n${steps}  expect: { path: [{ Page: outcome }, { Data Store Decision: false }] }\n`;
    await type(right);
    await walk.press(walk.panel, 'Run all');
    await walk.panel.getByText(/^1 of 1 passed/).waitFor();
    expect(await file()).toBe(before);
    await text.click();
    await walk.editor.press('ControlOrMeta+s');
    await walk.editor.expectSpoken('Scenarios of PushLogin saved');
    expect(await file()).toBe(right);
    expectNoComplaints(walk.page);
    await walk.page.close();
  });

  it('marks where the walk differs after an edit, and takes up the walk again when the edit is undone', async () => {
    const walk = await simulator();
    await walk.signIn();
    await walk.step(5, 'MFA Registration Options', 'waits').waitFor();
    await walk.editor.fit();
    await walk.editor.select('Device Profile Collector');
    await walk.editor.press('Delete');
    await walk.panel.getByText(/The way differs here since the edit/).waitFor();
    await walk.editor.expectSpoken('The way now differs at Data Store Decision');
    await walk.editor.card('Data Store Decision').locator('.node-mark', { hasText: 'differs' }).waitFor();
    await walk.editor.press('ControlOrMeta+z');
    await walk.step(5, 'MFA Registration Options', 'waits').waitFor();
    await walk.page.close();
  });

  it('says so where an edit changes nothing but the end', async () => {
    const context = await designing.newContext({ viewport: { width: 2400, height: 1400 } });
    const walk = new SimulatorPage(await designing.editor('PushLogin', { context }));
    await walk.open();
    await walk.signIn();
    await walk.press(walk.screen, 'Skip this step');
    await walk.screen.getByRole('heading', { name: 'Signed in' }).waitFor();
    await walk.editor.fit();
    const port = await middleOf(walk.editor.port('MFA Registration Options', 'Skip'));
    await walk.editor.drag(port, await middleOf(walk.editor.end('Failure')));
    await walk.editor.expectSpoken('The walk now ends otherwise: failure');
    await walk.panel.getByText('Before: the walk ended in success').waitFor();
    await context.close();
  });

  it('lets time pass while a person thinks, until the run is over, and records it', async () => {
    const walk = await simulator();
    const name = walk.screen.getByLabel('User Name');
    await name.fill('anna');
    await walk.press(walk.panel, 'Let time run');
    await walk.panel.getByText(/^[1-9] s pass$/).waitFor();
    await walk.press(walk.panel, 'Stop the time');
    expect(await name.inputValue()).toBe('anna');
    await walk.press(walk.panel, 'Back');
    await walk.press(walk.panel, 'Let a minute pass');
    await walk.editor.expectSpoken('1 min passed');
    await walk.press(walk.panel, 'Skip to the end of the run’s time');
    await walk.panel.getByText(/^5 min pass$/).waitFor();
    await walk.screen.getByText('The time of the run is over. The next answer comes too late.').waitFor();
    expect(await walk.panel.getByRole('button', { name: 'Let a minute pass' }).isDisabled()).toBe(true);
    await walk.signIn();
    await walk.screen.getByRole('heading', { name: 'The sign-in took too long' }).waitFor();

    await walk.press(walk.panel, 'Save as scenario');
    const text = walk.panel.getByRole('textbox', { name: 'The walk as a scenario' });
    await text.getByText('wait: 5 minutes').waitFor();
    await text.getByText('end: timeout').waitFor();
    expectNoComplaints(walk.page);
    await walk.page.close();
  });

  it('lets the password’s state and the time at which the clock begins be chosen', async () => {
    const walk = await simulator();
    await walk.showTab('World');
    await walk.panel.getByLabel('Password state').selectOption({ label: 'expired' });
    await walk.panel.getByLabel('The clock begins at').fill('2026-03-29T01:30:05');
    await walk.showTab('Scenario');
    const text = walk.panel.getByRole('textbox', { name: 'The walk as a scenario' });
    await text.getByText('passwordState: expired').waitFor();
    await text.getByText('2026-03-29T01:30:05.000Z').waitFor();
    await walk.page.close();
  });

  it('finds the way to a node by itself, by keys alone, and stops at a breakpoint', async () => {
    const walk = await simulator();
    await walk.editor.fit();
    await walk.editor.select('Recovery Code Display');
    await walk.editor.press('b');
    await walk.editor.expectSpoken('Breakpoint set at Recovery Code Display');
    await walk.editor.card('Recovery Code Display').getByRole('img', { name: 'Breakpoint' }).waitFor();
    await walk.editor.press('r');
    await walk.step(7, 'Recovery Code Display', 'waits').waitFor();
    await walk.page.close();
  });

  it('checks the scenarios against the journey as it is drawn, and says what to do when the saved one is another', async () => {
    const walk = await simulator();
    await walk.editor.fit();
    await walk.editor.select('Data Store Decision');
    await walk.editor.press('F2');
    await walk.editor.dialog.getByRole('textbox').fill('Check');
    await walk.editor.press('Enter');
    await walk.showTab('Scenario');
    await walk.panel.getByText(/^Line 4: The journey has no node Data Store Decision/).waitFor();
    await walk.press(walk.panel, 'Edit as YAML');
    await walk.panel.getByRole('textbox', { name: 'Scenarios of PushLogin as YAML' }).click();
    await walk.editor.press('ControlOrMeta+a', 'Delete');
    await walk.page.keyboard.insertText(
      '- scenario: Typed\n  steps: []\n  expect: { path: [{ Check: false }] }\n',
    );
    await walk.press(walk.panel, 'Save the file');
    await walk.panel.getByText(/has no node Check.*save the journey first/).waitFor();
    await walk.editor.press('ControlOrMeta+s');
    await walk.editor.expectSaved();
    await walk.press(walk.panel, 'Save the file');
    await walk.editor.expectSpoken('Scenarios of PushLogin saved');
    await walk.page.close();
  });
});
