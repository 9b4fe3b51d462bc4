import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The editor of a journey. */
export class EditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string, journey: string, { realm = '/', query = '' } = {}): Promise<void> {
    await this.page.goto(
      `${address}/journey/${encodeURIComponent(realm)}/${encodeURIComponent(journey)}${query}`,
    );
    await this.expectOpen(journey);
  }

  async expectOpen(journey: string): Promise<void> {
    await this.page.getByRole('heading', { name: journey, level: 1, exact: true }).waitFor();
    await this.canvas.locator('.react-flow__node').first().waitFor();
  }

  get canvas(): Locator {
    return this.page.getByRole('application', { name: 'Canvas' });
  }

  /** The card of a node, by the node's name. */
  card(name: string): Locator {
    return this.canvas.locator('.react-flow__node-card').filter({
      has: this.page.getByRole('group', { name: new RegExp(`^${escaped(name)}, .*node`) }),
    });
  }

  /** Start, Success or Failure. */
  end(name: string): Locator {
    return this.canvas.locator('.react-flow__node-end').filter({
      has: this.page.getByRole('group', { name, exact: true }),
    });
  }

  cards(): Locator {
    return this.canvas.locator('.react-flow__node-card');
  }

  /** The dot from which the connection of an outcome is drawn. */
  port(node: string, outcome: string): Locator {
    const from = node === 'Start' ? this.end('Start') : this.card(node);
    return from.getByTitle(new RegExp(`^${escaped(outcome)} of ${escaped(node)}( leads nowhere.*)?$`));
  }

  /** An outcome that leads nowhere yet. */
  freePort(node: string, outcome: string): Locator {
    return this.page.getByTitle(`${outcome} of ${node} leads nowhere: add what comes next`);
  }

  get inspector(): Locator {
    return this.page.getByRole('region', { name: 'Settings', exact: true });
  }

  get drawer(): Locator {
    return this.page.getByRole('region', { name: 'Problems, paths, JSON and history', exact: true });
  }

  get leftPanel(): Locator {
    return this.page.getByRole('region', { name: 'Nodes, outline and journeys', exact: true });
  }

  get outline(): Locator {
    return this.page.getByRole('treegrid', { name: /^Outline of/ });
  }

  /** The row of a node in the outline. */
  outlineRow(node: string): Locator {
    return this.outline.getByRole('row', { name: new RegExp(`^${escaped(node)}, .* node`) });
  }

  /** The row of an outcome in the outline, by where it leads if that is given. */
  outlineOutcome(node: string, outcome: string, target?: string): Locator {
    const leads = target === undefined ? '(leads to .*|is not connected)' : `leads to ${escaped(target)}`;
    const outcomes = this.outline.getByRole('row', { name: new RegExp(`^${escaped(outcome)} ${leads}$`) });
    return this.outlineRow(node).locator('xpath=following-sibling::*').and(outcomes).first();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  menuItem(name: string | RegExp): Locator {
    return this.page.getByRole('menuitem', { name });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** A node type in the palette. */
  paletteItem(type: string): Locator {
    return this.leftPanel.getByRole('button', { name: type, exact: true });
  }

  /** Presses a button of the mouse on one point and lets it go on another, by a few steps, so that it is a drag. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 8, from.y + 8);
    await mouse.move(to.x - 8, to.y - 8, { steps: 2 });
    await mouse.move(to.x, to.y);
    await mouse.up();
  }

  /** Drags a node type from the palette to a point of the window. */
  async dragFromPalette(type: string, to: Point): Promise<void> {
    const item = this.paletteItem(type);
    await item.scrollIntoViewIfNeeded();
    await this.drag(await middleOf(item), to);
  }

  /** Draws a connection from the port of an outcome to a card or an end. */
  async connect(node: string, outcome: string, target: string): Promise<void> {
    const port = await middleOf(this.port(node, outcome));
    const box = await boxOf(isEnd(target) ? this.end(target) : this.card(target));
    await this.drag(port, { x: box.x + box.width / 2, y: box.y + Math.min(12, box.height / 2) });
    await this.expectSpoken(`Connected ${outcome} of ${node} to ${target}`);
  }

  /** Selects a node, or an end, by a click on its title. */
  async select(name: string): Promise<void> {
    const box = await boxOf(isEnd(name) ? this.end(name) : this.card(name));
    await this.page.mouse.click(box.x + box.width / 2, box.y + 10);
  }

  /** Brings everything into view; what is out of view is not drawn. */
  async fit(): Promise<void> {
    await this.button('Fit').click();
    await this.end('Success').waitFor();
  }

  /** Gives the focus to the canvas, with nothing selected. */
  async clickEmptyPlace(): Promise<void> {
    const { x, y, width } = await boxOf(this.canvas);
    await this.page.mouse.click(x + width / 2, y + 6);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens a tab of a panel. */
  async showTab(name: string): Promise<void> {
    await this.tab(name).click();
  }

  async expectSpoken(text: string | RegExp): Promise<void> {
    const region = this.page.locator('[role="status"][aria-live="polite"]');
    await expect.poll(() => region.innerText(), { timeout: 10_000 }).toMatch(text);
  }

  /** How what is drawn compares with the file, in words. */
  get saveState(): Locator {
    return this.page.getByRole('banner').getByText(/^(Saved|Saving|Draft saved|Not saved)/);
  }

  async save(): Promise<void> {
    await this.button('Save').click();
    await this.expectSaved();
  }

  async expectSaved(): Promise<void> {
    await expect.poll(() => this.saveState.innerText(), { timeout: 15_000 }).toBe('Saved');
  }

  /** What the button in the top bar says that would be undone, or done again. */
  async nameOf(what: 'Undo' | 'Redo'): Promise<string> {
    const toolbar = this.page.getByRole('toolbar', { name: 'Actions' });
    return (
      (await toolbar.getByRole('button', { name: new RegExp(`^${what}`) }).getAttribute('aria-label')) ?? ''
    );
  }

  /** How many problems the badge counts, in words. */
  get problemsBadge(): Locator {
    return this.page
      .getByRole('toolbar', { name: 'Actions' })
      .getByRole('button', { name: /^No problems$|error|warning/ });
  }

  async openProblems(): Promise<void> {
    if ((await this.problemsBadge.getAttribute('aria-expanded')) !== 'true') await this.problemsBadge.click();
    await this.drawer.waitFor();
  }

  /** The rows of the list of problems. */
  problems(): Locator {
    return this.drawer.getByRole('list', { name: 'Problems of the journey' }).getByRole('listitem');
  }

  /** The control of a property in the inspector, by its title. */
  field(title: string): Locator {
    return this.inspector.getByLabel(title, { exact: true });
  }
}

/** The middle of an element in the window. */
export async function middleOf(element: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(element);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where an element is in the window. */
export async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${element} is not shown.`);
  return box;
}

function isEnd(name: string): boolean {
  return name === 'Start' || name === 'Success' || name === 'Failure';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
