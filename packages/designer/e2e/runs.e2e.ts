import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';
import { RunsPage } from './runs-page.ts';
import { signInBy } from './sign-in-by-wire.ts';
import { expectNoComplaints } from './watched-page.ts';

/** Nodes of PushLogin, by the ids in its file. */
const nodes = {
  page: '6572f0c3-5206-495c-b533-47e1ad1d78cc',
  check: '456b6b21-90fb-4c26-9932-aeac130cf5b5',
  options: '9a00530d-3fa6-4e30-bab0-55cfae0c9d11',
} as const;

let designing: Designing;
let editor: EditorPage;
let runs: RunsPage;

beforeAll(async () => {
  designing = await startDesigning({ width: 1440, height: 900 });
  editor = await designing.editor('PushLogin');
  runs = new RunsPage(editor);
  await editor.fit();
});
afterAll(() => designing?.stop());

it('says what is needed where nothing is recorded', async () => {
  await editor.clickEmptyPlace();
  await editor.press('Shift+N');
  await runs.legend.getByText('Nobody has been through PushLogin in the last hour').waitFor();
  await editor.press('Shift+N');
  await runs.legend.waitFor({ state: 'detached' });
  await runs.open();
  await runs.list.getByText('No run of PushLogin is recorded').waitFor();
});

it('replays recorded runs on the canvas, and marks where the draft goes another way', async () => {
  const { address } = designing.service;
  await signInBy(address, 'PushLogin', { password: 'wrong', transactionId: 'denied' });
  await signInBy(address, 'PushLogin', { password: 'Ch4ng31t!', transactionId: 'skipped', choose: /Skip/ });
  await editor.button('Read the runs again').click();
  await expect.poll(() => runs.runs().count()).toBe(2);
  await runs.runs().first().getByText('Success').waitFor();
  await runs.runs().last().getByText('Failure').waitFor();
  await runs.filter.fill('denied');
  await expect.poll(() => runs.runs().count()).toBe(1);
  await runs.runs().getByText('Failure').waitFor();
  await runs.filter.fill('');
  await expect.poll(() => runs.runs().count()).toBe(2);

  await runs.runs().first().click();
  await runs.expectTone(nodes.options, 'skipOutcome', 'path');
  await editor.drawer.getByText('Goes the same way now').waitFor();
  await runs.steps().first().click();
  await editor.press('ArrowDown');
  await expect.poll(() => runs.steps().nth(1).getAttribute('aria-selected')).toBe('true');

  await editor.fit();
  await editor.select('Data Store Decision');
  await editor.press('Delete');
  await editor.drawer.getByText('Goes another way now, from step 1').waitFor();
  await runs.steps().nth(1).getByText('Data Store Decision is gone').waitFor();
  await runs.show('As it was then');
  await editor.card('Data Store Decision').waitFor();
  await runs.expectTone(nodes.check, 'true', 'path');
  await runs.show('As it is now');
  await editor.card('Data Store Decision').waitFor({ state: 'detached' });
  await editor.press('Control+z');
  await editor.drawer.getByText('Goes the same way now').waitFor();
});

it('tells which settings on the way have changed, and finds a run by its session', async () => {
  const listed = editor.page.waitForResponse(/\/traces\?/);
  await editor.button('Read the runs again').click();
  const { result } = await (await listed).json();
  const { sessionHandle } = result.find((run: { sessionHandle?: string }) => run.sessionHandle !== undefined);
  await runs.filter.fill(sessionHandle);
  await expect.poll(() => runs.runs().count()).toBe(1);
  await runs.runs().getByText('Success').waitFor();
  await editor.fit();
  await editor.select('MFA Registration Options');
  await editor.field('Display Get Authenticator App').click();
  await editor.drawer.getByText('May go another way now, from step 5: settings have changed since').waitFor();
  await runs
    .steps()
    .nth(4)
    .getByText('Its settings have changed since: Display Get Authenticator App')
    .waitFor();
  await editor.clickEmptyPlace();
  await editor.press('Control+z');
  await editor.drawer.getByText('Goes the same way now').waitFor();
  await runs.filter.fill('');
});

it('counts what a run has tried against the limit as it is now', async () => {
  const context = await designing.newContext({ viewport: { width: 2400, height: 1400 } });
  const limited = await designing.editor('PushNumberLogin', { context });
  await limited.fit();
  await limited.connect('Data Store Decision', 'False', 'Resend Limit');
  await limited.connect('Resend Limit', 'Retry', 'Page');
  await limited.save();
  const attempt = { password: 'wrong', transactionId: 'limited' };
  await signInBy(designing.service.address, 'PushNumberLogin', attempt);
  const replayed = new RunsPage(limited);
  await replayed.open();
  await replayed.runs().first().click();
  await limited.drawer.getByText('Goes the same way now').waitFor();
  await limited.fit();
  await limited.select('Resend Limit');
  await limited.field('Retry Limit').fill('1');
  await limited.drawer.getByText('Goes another way now, from step 6').waitFor();
  await replayed.steps().nth(5).getByText('Would now leave by Reject').waitFor();
  await limited.card('Resend Limit').locator('.node-mark', { hasText: 'differs' }).waitFor();
  await context.close();
});

it('shows a run of a journey that is gone since, as it was', async () => {
  const { service } = designing;
  await signInBy(service.address, 'PushNumberLogin', { password: 'wrong', transactionId: 'gone' });
  await service.removeJourney('PushNumberLogin');
  const library = await designing.library();
  await library.page.getByRole('link', { name: 'Recorded runs' }).first().click();
  const gone = library.page.getByRole('option').filter({ hasText: 'PushNumberLogin' }).first();
  await gone.getByText('PushNumberLogin, deleted since').waitFor();
  await gone.click();
  await library.page.getByText('PushNumberLogin is not there any more. This is how it was then.').waitFor();
  await library.page.getByRole('region', { name: 'PushNumberLogin' }).getByText('Page').first().waitFor();
  await library.page.getByRole('listbox', { name: 'Steps of the run' }).getByRole('option').first().click();
});

it('shows how many passed where in the last hour', async () => {
  await editor.press('Control+j');
  await editor.fit();
  await editor.clickEmptyPlace();
  await editor.press('Shift+N');
  await runs.expectTone(nodes.page, 'outcome', 'path');
  const passed = editor.canvas.locator(`[data-connection="${nodes.page}|outcome"] text`);
  expect(await passed.textContent()).toBe('2');
  await runs.legend.getByText('Started').locator('xpath=following-sibling::dd').getByText('2').waitFor();
  await editor.press('Shift+N');
  await runs.expectTone(nodes.page, 'outcome', null);
  expectNoComplaints(editor.page);
});

it('lists as many runs as are asked for', async () => {
  const attempt = { password: 'wrong', transactionId: 'many' };
  for (let batch = 0; batch < 13; batch += 1) {
    const some = Array.from({ length: 8 }, () => signInBy(designing.service.address, 'PushLogin', attempt));
    await Promise.all(some);
  }
  await runs.open();
  await runs.filter.fill('many');
  await expect.poll(() => runs.runs().count(), { timeout: 10_000 }).toBe(100);
  await editor.button('Show more').click();
  await expect.poll(() => runs.runs().count(), { timeout: 10_000 }).toBe(104);
  expect(await editor.button('Show more').count()).toBe(0);
});
