import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AssurancePage } from './assurance-page.ts';
import { type Designing, startDesigning } from './designing.ts';
import { boxOf, type EditorPage } from './editor-page.ts';
import { expectNoComplaints } from './watched-page.ts';

/** Nodes of PushLogin, by the ids in its file. */
const nodes = {
  page: '6572f0c3-5206-495c-b533-47e1ad1d78cc',
  check: '456b6b21-90fb-4c26-9932-aeac130cf5b5',
  options: '9a00530d-3fa6-4e30-bab0-55cfae0c9d11',
  verifier: '3c49ddef-6e93-42dc-9cf4-c2f117a4a550',
} as const;

let designing: Designing;
let editor: EditorPage;
let assurance: AssurancePage;

beforeAll(async () => {
  designing = await startDesigning({ width: 1440, height: 900 });
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  await designing.service.writePolicy('{\n  "journeys": {}\n}\n');
  editor = await designing.editor('PushLogin', { context: await designing.newContext() });
  assurance = new AssurancePage(editor);
  return async () => {
    // A policy that was changed meanwhile.
    expectNoComplaints(editor.page, { statuses: [412] });
    await editor.page.context().close();
  };
});

const expectCounted = (words: string) =>
  expect.poll(() => editor.problemsBadge.getAttribute('aria-label'), { timeout: 10_000 }).toBe(words);

describe('the second factor of PushLogin', () => {
  it('is escaped by Skip, which is shown, becomes an error by the policy, and is accepted with a reason', async () => {
    await expectCounted('4 warnings');
    await editor.openProblems();
    await editor.fit();
    const skip = assurance.finding('Skip of MFA Registration Options');
    await skip.getByText(/^Start → Page → .* — Skip → Success$/).waitFor();
    await skip.hover();
    await assurance.expectTone(nodes.options, 'skipOutcome', 'weak');
    await assurance.expectTone(nodes.page, 'outcome', 'weak');
    await assurance.expectTone(nodes.verifier, 'TRUE', null);

    await assurance.openPolicy();
    await assurance.factors.selectOption('2');
    await assurance.savePolicy();
    await editor.expectSpoken('Saved what PushLogin must prove');
    await expectCounted('3 errors, 1 warning');
    await skip.getByRole('button', { name: 'Show path' }).focus();
    await assurance.expectTone(nodes.options, 'skipOutcome', 'bad');

    await skip.getByRole('button', { name: 'Accept with a reason…' }).click();
    await assurance.reason('MFA Registration Options · Skip').fill('A trial until March');
    await assurance.savePolicy();
    await expectCounted('2 errors, 1 warning');
    await expect.poll(() => skip.count()).toBe(0);
    const accepted = editor.drawer.getByRole('region', { name: 'Accepted by the policy' });
    await accepted.getByText('A trial until March').waitFor();
    expect(JSON.parse(await designing.service.readPolicy()).journeys.PushLogin).toEqual({
      factors: 2,
      exceptions: [
        {
          finding: 'too-few-factors',
          node: 'MFA Registration Options',
          outcome: 'Skip',
          reason: 'A trial until March',
        },
      ],
    });
  });

  it('is not lost to a policy that somebody else has saved meanwhile', async () => {
    await expectCounted('4 warnings');
    const theirs = '{\n  "journeys": {\n    "PushNumberLogin": { "factors": 1 }\n  }\n}\n';
    await designing.service.writePolicy(theirs);
    await assurance.openPolicy();
    await assurance.factors.selectOption('2');
    await editor.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await editor.dialog.getByRole('alert').filter({ hasText: 'changed by somebody else' }).waitFor();
    expect(await designing.service.readPolicy()).toBe(theirs);
    await assurance.savePolicy();
    expect(JSON.parse(await designing.service.readPolicy()).journeys).toEqual({
      PushNumberLogin: { factors: 1 },
      PushLogin: { factors: 2 },
    });
  });
});

describe('what is proven', () => {
  it('is shown on the canvas by colour and number, and said of each connection', async () => {
    await editor.fit();
    await assurance.showOverlay();
    await assurance.expectTone(nodes.page, 'outcome', 'bad');
    await assurance.expectTone(nodes.check, 'true', 'weak');
    await assurance.expectTone(nodes.verifier, 'TRUE', 'good');
    await assurance.expectTone(nodes.check, 'false', null);
    expect(await assurance.connection(nodes.verifier, 'TRUE').locator('text').textContent()).toBe('2');
    await editor.press('Shift+A');
    await assurance.legend.waitFor({ state: 'detached' });
    await assurance.expectTone(nodes.page, 'outcome', null);

    await assurance.pointAt(nodes.check, 'true');
    await assurance.hint
      .filter({ hasText: /^True of Data Store Decision\s*Proven here: password \(something known\)$/ })
      .waitFor();
    await editor.press('Control+j');
    await assurance.hint.waitFor({ state: 'detached' });
    await editor.press('Control+j');
    await editor.showTab('Outline');
    await editor.outlineOutcome('Push Result Verifier', 'Success').click();
    await editor.expectSpoken('Proven here: password (something known) and device (something held)');
    await editor.inspector
      .getByText('password (something known) and device (something held)', { exact: true })
      .waitFor();
  });

  it('of a connection is said beside it, without covering what stands beside the canvas', async () => {
    await editor.fit();
    const canvas = await boxOf(editor.canvas);
    for (const [node, outcome] of [
      [nodes.page, 'outcome'],
      [nodes.verifier, 'TRUE'],
    ] as const) {
      await assurance.pointAt(node, outcome);
      const { x, y, width, height } = await boxOf(assurance.hint);
      expect(x).toBeGreaterThanOrEqual(canvas.x);
      expect(x + width).toBeLessThanOrEqual(canvas.x + canvas.width);
      expect(y).toBeGreaterThanOrEqual(canvas.y);
      expect(y + height).toBeLessThanOrEqual(canvas.y + canvas.height);
      await editor.press('Escape');
      await assurance.hint.waitFor({ state: 'detached' });
    }
    await assurance.pointAt(nodes.check, 'true');
    await assurance.hint.waitFor();
    await editor.select('Push Wait');
    await editor.press('Delete');
    await assurance.hint.waitFor({ state: 'detached' });
    await editor.press('Control+z');
  });

  it('is told of every path, each of which is walked to by key and painted step by step', async () => {
    await editor.openProblems();
    await editor.fit();
    await assurance.openPaths();
    await editor.drawer.getByRole('searchbox').fill('MFA Registration Options');
    const skip = assurance.paths().filter({ hasText: '— Skip →' });
    const optOut = assurance.paths().filter({ hasText: '— Opt-out →' });
    await expect.poll(() => assurance.paths().first().innerText()).toContain('— Skip →');
    await skip.getByText('Proves password', { exact: true }).waitFor();
    await skip.click();
    await assurance.expectTone(nodes.options, 'skipOutcome', 'path');
    expect(await assurance.connection(nodes.page, 'outcome').locator('text').textContent()).toBe('1');
    expect(await assurance.connection(nodes.verifier, 'TRUE').getAttribute('data-faint')).toBe('true');
    await editor.press('ArrowDown');
    await expect.poll(() => optOut.getAttribute('aria-selected')).toBe('true');
    await assurance.expectTone(nodes.options, 'optOutOutcome', 'path');
    await editor.showTab('Problems');
    await assurance.expectTone(nodes.page, 'outcome', null);
  });
});
