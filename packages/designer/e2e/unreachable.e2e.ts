import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';

let designing: Designing;
let editor: EditorPage;

beforeAll(async () => {
  designing = await startDesigning({ width: 1280, height: 900 });
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  editor = await designing.editor('PushLogin', { context: await designing.newContext() });
  await editor.fit();
  await editor.select('Push Registration');
  await editor.field('Issuer').fill('Acme');
  await editor.page.getByText('Draft saved · 1 change not in file').waitFor();
  return () => editor.page.context().close();
});

const failure = () => editor.page.getByRole('alert').filter({ hasText: 'The server cannot be reached' });

it('a panel that cannot be fetched says so, and is there once the server is', async () => {
  await editor.openProblems();
  await editor.page.context().setOffline(true);
  await editor.showTab('JSON');
  await failure().waitFor();
  expect(await editor.field('Issuer').inputValue()).toBe('Acme');
  expect(await editor.card('Push Wait').isVisible()).toBe(true);

  await failure().getByRole('button', { name: 'Try again' }).click();
  await failure().waitFor();
  await editor.page.context().setOffline(false);
  await failure().getByRole('button', { name: 'Try again' }).click();
  const view = editor.drawer.locator('.json-view');
  await view.locator('.cm-content').waitFor();
  // Its style sheet is fetched again too.
  await expect.poll(() => view.evaluate((element) => getComputedStyle(element).display)).toBe('flex');
});

it('the journeys that cannot be fetched say so, and the draft is still there', async () => {
  await editor.page.context().setOffline(true);
  await editor.page.getByRole('link', { name: 'Journeyman: all journeys' }).click();
  await failure().waitFor();
  await editor.page.context().setOffline(false);
  await failure().getByRole('button', { name: 'Try again' }).click();
  await editor.page.getByRole('link', { name: 'PushLogin', exact: true }).first().click();
  await editor.expectOpen('PushLogin');
  await editor.fit();
  await editor.select('Push Registration');
  expect(await editor.field('Issuer').inputValue()).toBe('Acme');
});
