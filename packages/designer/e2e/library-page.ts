import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The journeys home. */
export class LibraryPage {
  readonly page: Page;
  readonly #address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
  }

  async open(): Promise<void> {
    await this.page.goto(this.#address);
    await this.heading.waitFor();
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: 'Journeys', exact: true });
  }

  /** The link to a journey of the top level realm. */
  journey(name: string, realm = '/'): Locator {
    return this.realm(realm).getByRole('link', { name, exact: true });
  }

  realm(realm: string): Locator {
    return this.page.getByRole('region', { name: `Realm ${realm}`, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Makes a journey in the dialog for it; the editor opens with it. */
  async create(name: string, starter = 'Empty journey'): Promise<void> {
    await this.button('New journey').click();
    await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.dialog.getByRole('radio', { name: starter }).check();
    await this.dialog.getByRole('button', { name: 'Create and open' }).click();
  }

  /** Chooses from the menu of a journey. */
  async choose(journey: string, entry: string, realm = '/'): Promise<void> {
    await this.realm(realm)
      .getByRole('button', { name: `More for ${journey}`, exact: true })
      .click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** Exports a journey in a form: the file's name and content. */
  async export(journey: string, form: string): Promise<DownloadedFile> {
    await this.choose(journey, 'Export…');
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.dialog.getByRole('option', { name: new RegExp(`^${form}`) }).click(),
    ]);
    return downloaded(download);
  }

  /** Opens the import dialog and gives it files by name. */
  async importFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    await this.button('Import').click();
    await this.dialog
      .getByLabel('Choose files…')
      .and(this.page.locator('input'))
      .setInputFiles(
        Object.entries(files).map(([name, content]) => ({
          name,
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(content),
        })),
      );
  }

  /** The line about one of the journeys that would be imported. */
  imported(name: string): Locator {
    const heading = this.page.getByRole('heading', { name, exact: true });
    return this.dialog.getByRole('listitem').filter({ has: heading });
  }

  /** Decides what is to be done with a journey that would be imported. */
  async decide(name: string, action: string): Promise<void> {
    await this.dialog.getByLabel(`What to do with ${name}`).selectOption({ label: action });
  }

  async expectTold(text: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).first().waitFor();
  }

  async names(realm = '/'): Promise<readonly string[]> {
    const names = await this.realm(realm).getByRole('heading', { level: 3 }).allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    return names;
  }
}

/** A file that the browser was handed. */
export interface DownloadedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The name and the content of a download. */
export async function downloaded(download: Download): Promise<DownloadedFile> {
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}
