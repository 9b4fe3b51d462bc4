import type { Locator, Page } from 'playwright-core';
import type { EditorPage } from './editor-page.ts';

/** The comparison that an editor shows. */
export class ComparePage {
  readonly editor: EditorPage;
  readonly page: Page;

  constructor(editor: EditorPage) {
    this.editor = editor;
    this.page = editor.page;
  }

  async open(): Promise<void> {
    await this.editor.button('Compare').click();
    await this.panel.getByRole('heading', { name: 'What this changes' }).waitFor();
  }

  /** What is different, at the side of the canvas. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Comparison', exact: true });
  }

  /** What is different about one thing. */
  row(name: string, status: string): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `${name} ${status}`, exact: true }) });
  }

  /** Waits until it is the one that is looked at. */
  async expectCurrent(name: string, status: string): Promise<void> {
    const row = this.row(name, status).and(this.page.locator('[data-current="true"]'));
    await row.waitFor();
  }

  /** What is different, by name and what became of it. */
  async changes(): Promise<readonly string[]> {
    const heads = this.panel.getByRole('button', { name: / (added|removed|changed|rewired)$/ });
    return (await heads.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  }

  /** The mark on the card of a node: what it means, and the word on it. */
  async markOf(node: string): Promise<string> {
    const card = this.editor.card(node).locator('.node-card');
    const badge = card.locator('.node-mark');
    return `${await card.getAttribute('data-tone')}: ${(await badge.count()) === 0 ? '' : await badge.innerText()}`;
  }

  /** Shows one of the two states on the canvas, or both. */
  async show(side: 'Before' | 'Both' | 'After'): Promise<void> {
    await this.page.getByRole('radio', { name: side, exact: true }).click();
  }

  /** Compares with something else, by the beginning of its name in the list of what can be compared with. */
  async compareWith(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: /^Compare with .* Choose something else…$/ }).click();
    await this.editor.dialog.getByRole('option', { name }).click();
  }
}
