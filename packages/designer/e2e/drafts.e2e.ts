import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { EditorPage } from './editor-page.ts';
import { LibraryPage } from './library-page.ts';
import { watchedPage } from './watched-page.ts';

let designing: Designing;
let page: Page;
let editor: EditorPage;
let original: string;

beforeAll(async () => {
  designing = await startDesigning({ width: 1280, height: 900 });
  original = await designing.service.readJourney('PushLogin');
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  await designing.service.writeJourney('PushLogin', original);
  page = await watchedPage(await designing.newContext());
  editor = new EditorPage(page);
  return () => page.context().close();
});

async function setIssuer(issuer: string): Promise<void> {
  await editor.fit();
  await editor.select('Push Registration');
  await editor.field('Issuer').fill(issuer);
  await expect.poll(() => keptDrafts(page), { timeout: 10_000 }).toContain(`"issuer":"${issuer}"`);
}

async function expectIssuer(issuer: string): Promise<void> {
  await editor.fit();
  await editor.select('Push Registration');
  await expect.poll(() => editor.field('Issuer').inputValue()).toBe(issuer);
}

/** All drafts of the browser, as a JSON text. */
function keptDrafts(where: Page): Promise<string> {
  return where.evaluate(async () => {
    const answered = (request: IDBRequest) =>
      new Promise<unknown>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = (await answered(indexedDB.open('journeyman'))) as IDBDatabase;
    const drafts = await answered(db.transaction('drafts').objectStore('drafts').getAll());
    db.close();
    return JSON.stringify(drafts);
  });
}

describe('drafts', () => {
  it('that were kept before places were told apart are the server’s', async () => {
    await editor.open(designing.service.address, 'PushLogin');
    await setIssuer('Acme');
    const kept = await keptDrafts(page);
    // The journeys home has no drafts open.
    await new LibraryPage(page, designing.service.address).open();
    await page.evaluate(async (drafts) => {
      const done = (request: IDBRequest) =>
        new Promise<void>((resolve, reject) => {
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        });
      await done(indexedDB.deleteDatabase('journeyman'));
      const opening = indexedDB.open('journeyman', 1);
      opening.onupgradeneeded = () => {
        const store = opening.result.createObjectStore('drafts', { keyPath: ['realm', 'name'] });
        store.createIndex('realm', 'realm');
        for (const { place: _, tab: __, formerNames: ___, ...draft } of JSON.parse(drafts)) store.put(draft);
      };
      await done(opening);
      opening.result.close();
    }, kept);
    await editor.open(designing.service.address, 'PushLogin');
    await editor.expectSpoken(/^Draft of .* restored$/);
    await expectIssuer('Acme');
    await editor.save();
    await expect.poll(() => keptDrafts(page), { timeout: 10_000 }).toBe('[]');
  });

  it('of the server and of a folder are not laid over each other', async () => {
    // The folder that a page has for itself, in place of one that a person would choose.
    await page.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    const library = new LibraryPage(page, designing.service.address);
    await library.open();
    await page.evaluate(async (text) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('PushLogin', { create: true });
      const file = await folder.getFileHandle('PushLogin.journey.json', { create: true });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
    }, original);
    const visit = async (place: string) => {
      if (page.url() !== `${designing.service.address}/`) {
        await page.getByRole('link', { name: 'Journeyman' }).click();
      }
      await library.button(place).click();
      await library.journey('PushLogin').click();
      await editor.expectOpen('PushLogin');
    };

    await library.journey('PushLogin').click();
    await editor.expectOpen('PushLogin');
    await setIssuer('Of the server');
    await visit('Open a folder…');
    await expectIssuer('Journeyman');
    await setIssuer('Of the folder');
    await visit('Back to the server');
    await expectIssuer('Of the server');
    await page.reload();
    await editor.expectOpen('PushLogin');
    await visit('Open a folder…');
    await expectIssuer('Of the folder');
  });

  it('go with a journey that is renamed in the list, and back', async () => {
    const library = new LibraryPage(page, designing.service.address);
    await editor.open(designing.service.address, 'PushLogin');
    await setIssuer('Acme');
    await page.getByRole('link', { name: 'Journeyman' }).click();
    await library.choose('PushLogin', 'Rename…');
    await library.dialog.getByRole('textbox', { name: 'Name' }).fill('Sign in');
    await library.dialog.getByRole('button', { name: 'Rename' }).click();
    await library.journey('Sign in').click();
    await editor.expectOpen('Sign in');
    await expectIssuer('Acme');
    await page.getByRole('link', { name: 'Journeyman' }).click();
    await library.button('Undo').click();
    await library.journey('PushLogin').click();
    await editor.expectOpen('PushLogin');
    await expectIssuer('Acme');
    await editor.save();
    expect(await designing.service.readJourney('PushLogin')).toContain('"issuer": "Acme"');
  });

  it('outlive the file, whose scenarios are not asked for, and can be saved as a file again', async () => {
    await editor.open(designing.service.address, 'PushLogin');
    await setIssuer('Acme');
    await designing.service.removeJourney('PushLogin');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await editor.expectOpen('PushLogin');
    await editor.button('Simulate').click();
    await editor.tab('Scenario').click();
    await page.getByText('None yet. Walk through the journey').waitFor();
    expect(asked.filter((address) => address.endsWith('/scenarios'))).toEqual([]);
    await editor.button('Simulate').click();
    await editor.save();
    expect(await designing.service.readJourney('PushLogin')).toContain('"issuer": "Acme"');
  });
});
