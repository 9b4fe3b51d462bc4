import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { boxOf, type EditorPage } from './editor-page.ts';

let designing: Designing;

beforeAll(async () => {
  designing = await startDesigning({ width: 1100, height: 700 });
});
afterAll(() => designing?.stop());

/** The part of a text that nothing has cut off: 1 is all of it. */
const shownPart = (text: Locator) =>
  text.evaluate(({ clientWidth, scrollWidth, clientHeight, scrollHeight }) =>
    Math.min(clientWidth / scrollWidth, clientHeight / scrollHeight),
  );

/** Whether two things have no more in common than a border. */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return (
    a.x + a.width <= b.x + 1 ||
    b.x + b.width <= a.x + 1 ||
    a.y + a.height <= b.y + 1 ||
    b.y + b.height <= a.y + 1
  );
}

async function zoomTo(editor: EditorPage, percent: number, button: 'Zoom in' | 'Zoom out'): Promise<void> {
  const shown = editor.page.locator('.zoom-percent');
  const now = async () => Number.parseInt(await shown.innerText(), 10);
  while (button === 'Zoom out' ? (await now()) > percent : (await now()) < percent) {
    const before = await now();
    await editor.button(button).click();
    await expect.poll(now).not.toBe(before);
  }
}

describe('the journey as a whole', () => {
  it('stands clear of the map and the controls, with the whole words of its ends', async () => {
    const editor = await designing.editor('PushLogin');
    await editor.openProblems();
    await editor.fit();
    const canvas = await boxOf(editor.canvas);
    for (const end of ['Start', 'Success', 'Failure']) {
      const { x, width } = await boxOf(editor.end(end).getByText(end, { exact: true }));
      expect(x).toBeGreaterThanOrEqual(canvas.x);
      expect(x + width).toBeLessThanOrEqual(canvas.x + canvas.width);
    }
    const map = editor.canvas.getByRole('img', { name: 'Overview map' });
    for (const card of await editor.cards().all()) {
      expect(await areApart(card, map)).toBe(true);
      expect(await areApart(card, editor.page.getByRole('toolbar', { name: 'Zoom' }))).toBe(true);
    }
    await editor.page.close();
  });

  it('keeps titles within their blocks, and lines away from the words of its ends', async () => {
    const context = await designing.newContext({ viewport: { width: 1440, height: 900 } });
    const editor = await designing.editor('PushLogin', { context });
    const titles = await editor.canvas.locator('.node-card-title').all();
    expect(titles).toHaveLength(13);
    for (const title of titles) {
      const text = await boxOf(title);
      const card = await boxOf(title.locator('xpath=ancestor::*[@class="node-card"]'));
      expect(text.x).toBeGreaterThanOrEqual(card.x);
      expect(text.x + text.width).toBeLessThanOrEqual(card.x + card.width);
      expect(text.y).toBeGreaterThanOrEqual(card.y - 1);
      expect(text.y + text.height).toBeLessThanOrEqual(card.y + card.height + 1);
    }
    for (const percent of [30, 40, 55]) {
      await zoomTo(editor, percent, 'Zoom in');
      const success = editor.end('Success');
      if ((await success.count()) === 0) continue;
      const word = await boxOf(success.getByText('Success', { exact: true }));
      expect(word.x).toBeGreaterThan((await boxOf(success)).x);
    }
    await context.close();
  });

  it('marks an error at every zoom, as large as near by', async () => {
    const context = await designing.newContext({ viewport: { width: 1440, height: 900 } });
    const editor = await designing.editor('PushLogin', { context });
    await editor.select('Push Sender');
    await editor.press('Delete');
    await editor.expectSpoken(/^Deleted Push Sender/);
    const mark = editor.canvas.locator('.card-badge[data-severity="error"]').first();
    await mark.waitFor();
    for (const percent of [24, 15, 8]) {
      await zoomTo(editor, percent, 'Zoom out');
      const { width, height } = await boxOf(mark);
      expect(Math.min(width, height)).toBeGreaterThan(13);
    }
    await editor.fit();
    for (const percent of [36, 60]) {
      await zoomTo(editor, percent, 'Zoom in');
      if ((await mark.count()) > 0) expect((await boxOf(mark)).height).toBeGreaterThan(15);
    }
    await context.close();
  });
});

describe('a window of 1100 by 700', () => {
  it('has room for the tabs of the left panel beside the button that closes it', async () => {
    const editor = await designing.editor('PushLogin', { isWhole: false });
    const close = editor.leftPanel.getByRole('button', { name: /^Close|^Hide/ });
    for (const name of ['Nodes', 'Outline', 'Journeys']) {
      expect(await areApart(editor.tab(name), close)).toBe(true);
      expect(await shownPart(editor.tab(name))).toBe(1);
    }
    await editor.page.close();
  });

  it('shows more of the menu than fits by a shadow, and what leads out of the editor before the rest', async () => {
    const editor = await designing.editor('PushLogin', { isWhole: false });
    await editor.button('More').click();
    for (const name of ['Export…', 'What the journey must prove…', 'Sign in with this journey']) {
      const { y, height } = await boxOf(editor.menuItem(name));
      expect(y + height).toBeLessThan(500);
    }
    expect(await editor.menuItem(/^Restart/).count()).toBe(0);
    const { y, height } = await boxOf(editor.page.getByRole('menu'));
    expect(y + height).toBeGreaterThan(660);
    await editor.page.close();
  });

  it('tells in full that the server was not reached, beside the name of the journey', async () => {
    const context = await designing.newContext();
    const editor = await designing.editor('PushLogin', { context });
    await editor.select('Push Wait');
    await editor.press('Delete');
    await context.route('**/journey-files/**', (route) => route.abort());
    await editor.button('Save').click();
    const told = editor.page.getByRole('banner').getByText(/^Not saved\. .*Try again\.$/);
    await told.waitFor();
    expect(await shownPart(told)).toBe(1);
    const name = editor.page.getByRole('heading', { level: 1, name: 'PushLogin' });
    expect(await shownPart(name)).toBe(1);
    expect(await areApart(name, told)).toBe(true);
    await context.close();
  });
});

describe('a phone', () => {
  it('has room for the simulator’s tabs, its clock and the user’s screen', async () => {
    const context = await designing.newContext({ viewport: { width: 390, height: 844 } });
    const editor = await designing.editor('PushLogin', { context, isWhole: false });
    await editor.button('Simulate').click();
    const clock = editor.page.getByRole('toolbar', { name: 'Time since the start' });
    await clock.waitFor();
    for (const name of ['Simulator', 'Scenario', 'World', 'Settings']) {
      expect(await areApart(editor.tab(name), clock)).toBe(true);
    }
    const seen = await editor.page.locator('.sim-try').evaluate(({ clientHeight }) => clientHeight);
    expect(seen).toBeGreaterThan(200);
    const credit = editor.page.getByRole('link', { name: /React Flow/ });
    expect(await areApart(credit, editor.page.getByRole('toolbar', { name: 'Zoom' }))).toBe(true);
    await context.close();
  });
});

describe('between a phone and a desk', () => {
  it.each([800, 1000])(
    'the name of the journey is told and nothing lies on the zoom at %d px',
    async (width) => {
      const context = await designing.newContext({ viewport: { width, height: 800 } });
      const editor = await designing.editor('PushLogin', { context });
      await editor.page.getByRole('heading', { level: 1, name: 'PushLogin' }).waitFor();
      const { width: shown } = await boxOf(editor.page.getByRole('heading', { level: 1 }));
      expect(shown).toBeGreaterThan(60);
      expect(await editor.canvas.getByRole('img', { name: 'Overview map' }).isVisible()).toBe(false);
      await context.close();
    },
  );
});
