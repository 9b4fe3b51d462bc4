import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let editor: EditorPage;
let compare: ComparePage;
let original: string;

beforeAll(async () => {
  designing = await startDesigning({ width: 2000, height: 1000 });
  original = await designing.service.readJourney('PushLogin');
  git('init', '--quiet');
  commit('The first state');
});
afterAll(() => designing?.stop());

/** Opens PushLogin as a user without drafts. */
async function openPushLogin(): Promise<() => Promise<void>> {
  const context = await designing.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  editor = await designing.editor('PushLogin', { context });
  compare = new ComparePage(editor);
  return async () => {
    expectNoComplaints(editor.page);
    await context.close();
  };
}

function git(...args: readonly string[]): void {
  const author = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com'];
  execFileSync('git', ['-C', designing.service.folder, ...author, ...args]);
}

function commit(subject: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', subject);
}

/** Leads an outcome elsewhere, in the outline. */
async function lead(node: string, outcome: string, target: RegExp): Promise<void> {
  await editor.outlineOutcome(node, outcome).press('Enter');
  await editor.dialog.getByRole('option', { name: target }).click();
  await editor.expectSpoken(`Connected ${outcome} of ${node}`);
}

/** Lets nobody skip the second factor, and limits how often a push is sent again. */
async function harden(): Promise<void> {
  await editor.showTab('Outline');
  for (const node of ['Push Sender', 'MFA Registration Options']) {
    await editor.outlineRow(node).click();
    await editor.inspector.getByRole('switch', { name: "Remove 'skip' option" }).click();
  }
  await editor.outlineRow('Opt-out MFA').click();
  await editor.press('Delete');
  await editor.expectSpoken('Deleted Opt-out MFA');
  await editor.clickEmptyPlace();
  await editor.press('n');
  await editor.page
    .getByRole('dialog', { name: 'Add a node' })
    .getByRole('option', { name: /^Retry Limit Decision/ })
    .click();
  await editor.expectSpoken('Added Retry Limit Decision 2');
  await lead('Push Result Verifier', 'Expired', /^Retry Limit Decision 2/);
  await lead('Retry Limit Decision 2', 'Retry', /^Push Sender/);
  await lead('Retry Limit Decision 2', 'Reject', /^Failure/);
}

describe('a comparison with the saved file', () => {
  beforeAll(openPushLogin);

  it('tells what the draft changes, above all what is proven, and marks it on the canvas', async () => {
    await harden();
    await compare.open();
    await compare.panel.getByText('Every path to Success now proves two factors').waitFor();
    await compare.panel.getByText('before: one (password only, by Skipped, Skip, Opt-out)').waitFor();
    expect(await compare.changes()).toEqual([
      'Push Sender changed',
      'MFA Registration Options changed',
      'Push Result Verifier rewired',
      'Opt-out MFA removed',
      'Retry Limit Decision 2 added',
    ]);
    const sender = compare.row('Push Sender', 'changed');
    expect(await sender.locator('del').innerText()).toBe('off');
    expect(await sender.locator('ins').innerText()).toBe('on');
    expect(await compare.row('Retry Limit Decision 2', 'added').innerText()).toContain(
      'Retry → Push Sender · Reject → Failure',
    );

    await editor.fit();
    expect(await compare.markOf('Retry Limit Decision 2')).toBe('added: added');
    expect(await compare.markOf('Opt-out MFA')).toBe('removed: removed');
    expect(await compare.markOf('Push Result Verifier')).toBe('changed: rewired');
    await compare.show('Before');
    await editor.card('Retry Limit Decision 2').waitFor({ state: 'detached' });
    await compare.show('After');
    await editor.card('Opt-out MFA').waitFor({ state: 'detached' });
  });

  it('is stepped through by key and by button, on the canvas and in the list', async () => {
    await compare.show('Both');
    await editor.press('F7');
    await editor.expectSpoken('Change 1 of 5: Push Sender changed');
    await compare.expectCurrent('Push Sender', 'changed');
    await editor.press('Shift+F7');
    await editor.expectSpoken('Change 5 of 5: Retry Limit Decision 2 added');
    await compare.panel.getByRole('button', { name: 'Previous' }).click();
    await editor.expectSpoken('Change 4 of 5: Opt-out MFA removed');
    await editor.select('Push Result Verifier');
    await compare.expectCurrent('Push Result Verifier', 'rewired');
    await compare.row('Push Sender', 'changed').click();
    await expect
      .poll(() => editor.card('Push Sender').locator('.node-card').getAttribute('data-selected'))
      .toBe('true');

    await compare.panel.getByRole('button', { name: 'Copy as Markdown' }).click();
    await editor.expectSpoken('on the clipboard, as Markdown');
    const markdown = await editor.page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toContain('### PushLogin: 5 changes');
    expect(markdown).toContain('**Every path to Success now proves two factors**');
    expect(markdown).toContain(
      '- **Push Result Verifier** rewired: Expired ~~Push Sender~~ → Retry Limit Decision 2',
    );
  });

  it('puts one change back, as a step that can be undone', async () => {
    await compare.row('Opt-out MFA', 'removed').click();
    await compare.panel.getByRole('button', { name: 'Put back Opt-out MFA' }).click();
    await editor.expectSpoken('Put back Opt-out MFA');
    await compare.row('Opt-out MFA', 'removed').waitFor({ state: 'detached' });
    expect(await compare.changes()).toHaveLength(4);
    expect(await editor.nameOf('Undo')).toBe('Undo put back Opt-out MFA');
    await editor.press('Control+z');
    await compare.row('Opt-out MFA', 'removed').waitFor();
    await editor.save();
    await compare.panel.getByText('Nothing is different').waitFor();
  });
});

describe('a comparison with something else', () => {
  beforeAll(() => designing.service.writeJourney('PushLogin', original));
  beforeEach(openPushLogin);

  it('shows a revision of the file in git', async () => {
    await designing.service.writeJourney(
      'PushLogin',
      original.replace('"issuer": "Journeyman"', '"issuer": "Acme"'),
    );
    commit('Acme issues');
    await editor.press('d');
    await compare.compareWith(/^Acme issues/);
    await compare.row('Push Registration', 'changed').waitFor();
    expect(await compare.row('Push Registration', 'changed').innerText()).toContain(
      'Issuer: Acme → Journeyman',
    );
    await compare.compareWith(/^The first state/);
    await compare.panel.getByText('Nothing is different').waitFor();
  });

  it('shows another journey of the realm, and a text that is pasted', async () => {
    await editor.press('d');
    await compare.compareWith('AddPushDevice');
    await compare.panel.getByText('no node ids in common').waitFor();
    await compare.compareWith('Pasted text…');
    await editor.dialog
      .getByRole('textbox')
      .fill(original.replace('"issuer": "Journeyman"', '"issuer": "Pasted"'));
    await editor.dialog.getByRole('button', { name: 'Compare' }).click();
    await compare.row('Push Registration', 'changed').waitFor();
    await compare.compareWith('Pasted text…');
    await editor.dialog.getByRole('textbox').fill('{}');
    await editor.dialog.getByRole('button', { name: 'Compare' }).click();
    await compare.panel.getByText('It cannot be read as a journey.').waitFor();
  });
});
