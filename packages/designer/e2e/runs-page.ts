import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { EditorPage } from './editor-page.ts';

/** What the editor shows of what a journey has done: recorded runs, and the numbers of the last hour. */
export class RunsPage {
  readonly editor: EditorPage;

  constructor(editor: EditorPage) {
    this.editor = editor;
  }

  async open(): Promise<void> {
    await this.editor.openProblems();
    await this.editor.showTab('Runs');
  }

  get list(): Locator {
    return this.editor.drawer.getByRole('listbox', { name: 'Recorded runs' });
  }

  /** The recorded runs, newest first. */
  runs(): Locator {
    return this.list.getByRole('option');
  }

  get filter(): Locator {
    return this.editor.drawer.getByRole('searchbox', { name: 'User, transaction or session' });
  }

  /** The steps of the run that is replayed. */
  steps(): Locator {
    return this.editor.drawer.getByRole('listbox', { name: 'Steps of the run' }).getByRole('option');
  }

  /** Shows the journey as it was then, or as it is now. */
  async show(side: 'As it was then' | 'As it is now'): Promise<void> {
    await this.editor.drawer.getByRole('radio', { name: side }).click();
  }

  /** What a connection is painted as, by the ids in the file; null: as usual. */
  async expectTone(nodeId: string, outcome: string, tone: string | null): Promise<void> {
    const line = this.editor.canvas.locator(`[data-connection="${nodeId}|${outcome}"]`);
    await expect.poll(() => line.getAttribute('data-tone'), { timeout: 10_000 }).toBe(tone);
  }

  get legend(): Locator {
    return this.editor.page.getByRole('region', { name: 'Live numbers', exact: true });
  }
}
