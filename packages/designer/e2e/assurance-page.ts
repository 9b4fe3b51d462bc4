import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { EditorPage } from './editor-page.ts';

/** What the editor shows of what a journey proves: on the canvas, in the list of problems, as paths, and as what is demanded. */
export class AssurancePage {
  readonly editor: EditorPage;

  constructor(editor: EditorPage) {
    this.editor = editor;
  }

  /** A row of the list of problems, by a part of its text. */
  finding(text: string): Locator {
    return this.editor.problems().filter({ hasText: text });
  }

  /** The connection of an outcome, by the ids in the file. */
  connection(nodeId: string, outcome: string): Locator {
    return this.editor.canvas.locator(`[data-connection="${nodeId}|${outcome}"]`);
  }

  /** What a connection is painted as; null: as usual. */
  async expectTone(nodeId: string, outcome: string, tone: string | null): Promise<void> {
    const line = this.connection(nodeId, outcome);
    await expect.poll(() => line.getAttribute('data-tone'), { timeout: 10_000 }).toBe(tone);
  }

  /** Rests the pointer on the middle of a connection. */
  async pointAt(nodeId: string, outcome: string): Promise<void> {
    const { x, y } = await this.connection(nodeId, outcome)
      .locator('path.connection-line')
      .evaluate((path) => {
        const line = path as SVGPathElement;
        const middle = line.getPointAtLength(line.getTotalLength() / 2);
        const { x, y } = middle.matrixTransform(line.getScreenCTM() ?? new DOMMatrix());
        return { x, y };
      });
    await this.editor.page.mouse.move(x, y);
  }

  get hint(): Locator {
    return this.editor.page.getByRole('tooltip');
  }

  /** Shows by key how much is proven where. */
  async showOverlay(): Promise<void> {
    await this.editor.clickEmptyPlace();
    await this.editor.press('Shift+A');
    await this.legend.waitFor();
  }

  get legend(): Locator {
    return this.editor.page.getByRole('region', { name: 'Assurance', exact: true });
  }

  async openPaths(): Promise<void> {
    await this.editor.showTab('Paths');
    await this.paths().first().waitFor();
  }

  paths(): Locator {
    return this.editor.drawer.getByRole('option');
  }

  /** Opens what the journey must prove. */
  async openPolicy(): Promise<void> {
    await this.editor.press('Control+k');
    await this.editor.dialog.getByRole('textbox').fill('must prove');
    await this.editor.press('Enter');
    await this.factors.waitFor();
  }

  get factors(): Locator {
    return this.editor.dialog.getByLabel('Factors on every way to Success');
  }

  /** The field for the reason why a finding is accepted, by a part of what it is about. */
  reason(about: string): Locator {
    return this.editor.dialog.getByLabel(new RegExp(`^Reason to accept .*${about}`));
  }

  async savePolicy(): Promise<void> {
    await this.editor.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await this.editor.dialog.waitFor({ state: 'detached' });
  }
}
