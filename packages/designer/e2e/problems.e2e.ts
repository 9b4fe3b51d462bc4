import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let editor: EditorPage;

beforeAll(async () => {
  designing = await startDesigning({ width: 1280, height: 900 });
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  editor = await designing.editor('PushLogin', { context: await designing.newContext() });
  return async () => {
    expectNoComplaints(editor.page);
    await editor.page.context().close();
  };
});

const badge = () => editor.problemsBadge.getAttribute('aria-label');

describe('a problem', () => {
  it('arises as an outcome is disconnected, leads to its node, is mended by its button, and comes back by undo', async () => {
    await expect.poll(badge).toBe('No problems');
    await editor.showTab('Outline');
    const exit = editor.outlineOutcome('Push Wait', 'Exit');
    await exit.scrollIntoViewIfNeeded();
    await exit.getByRole('button', { name: 'What can be done with Exit' }).click();
    await editor.menuItem('Disconnect').click();
    await editor.outline.getByRole('row', { name: 'Exit is not connected' }).waitFor();
    await expect.poll(badge).toMatch(/^1 error/);
    expect(await editor.page.title()).toMatch(/^\d+ problems? · PushLogin/);

    await editor.openProblems();
    const problem = editor.problems().filter({ hasText: 'Exit' }).first();
    await problem.getByRole('button', { name: 'Go to Push Wait' }).click();
    await editor.inspector.getByRole('heading', { name: 'Push Wait' }).waitFor({ state: 'attached' });
    await editor.card('Push Wait').waitFor();
    expect(new URL(editor.page.url()).searchParams.get('node')).toMatch(/^[0-9a-f-]{36}$/);

    await problem.getByRole('button', { name: 'Lead it to Failure' }).click();
    await expect.poll(badge).not.toMatch(/error/);
    await editor.outlineOutcome('Push Wait', 'Exit', 'Failure').waitFor();
    await editor.button(/^Undo connect Exit/).click();
    await expect.poll(badge).toMatch(/^1 error/);
  });

  it('of a setting is shown at its field, and goes with it', async () => {
    await editor.fit();
    await editor.select('Push Wait');
    await editor.field('Seconds To Wait').fill('-5');
    await expect.poll(badge).toMatch(/^1 error/);
    expect(await editor.field('Seconds To Wait').getAttribute('aria-invalid')).toBe('true');
    await editor.openProblems();
    await editor.select('Push Sender');
    await editor.drawer.getByRole('button', { name: 'Go to Push Wait' }).click();
    await expect
      .poll(() => editor.field('Seconds To Wait').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await editor.press('Control+a', '8');
    await expect.poll(badge).toBe('No problems');
  });

  it('is one key away from the next', async () => {
    await editor.fit();
    for (const name of ['Push Wait', 'Retry Limit Decision']) {
      await editor.select(name);
      await editor.press('Delete');
    }
    await expect.poll(badge).not.toBe('No problems');
    await editor.press('F8');
    await editor.expectSpoken(/^Problem: /);
    const first = new URL(editor.page.url()).searchParams.get('node');
    await editor.press('F8');
    await expect.poll(() => new URL(editor.page.url()).searchParams.get('node')).not.toBe(first);
  });
});
