import type { Locator, Page } from 'playwright-core';
import type { EditorPage } from './editor-page.ts';

/** The simulator beside the canvas of an editor. */
export class SimulatorPage {
  readonly editor: EditorPage;
  readonly page: Page;

  constructor(editor: EditorPage) {
    this.editor = editor;
    this.page = editor.page;
  }

  /** Opens it; `first`: the name of the node that asks first. */
  async open(first = 'Page'): Promise<void> {
    await this.editor.button('Simulate').click();
    await this.step(1, first, 'waits').waitFor();
  }

  /** The panel with all its tabs. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Simulator', exact: true });
  }

  get screen(): Locator {
    return this.page.getByRole('region', { name: 'The user’s screen' });
  }

  get phone(): Locator {
    return this.page.getByRole('region', { name: 'Phone', exact: true });
  }

  /** A line of the list of what has happened. */
  step(number: number, node: string, outcome: string): Locator {
    return this.panel.getByRole('button', { name: new RegExp(`^${number} ${node} ${outcome}`) });
  }

  async press(where: Locator, name: string): Promise<void> {
    await where.getByRole('button', { name, exact: true }).click();
  }

  /** Enters the name and the password of the made-up user. */
  async signIn(): Promise<void> {
    await this.press(this.screen, 'Fill in as demo');
    await this.press(this.screen, 'Continue');
  }

  /** Signs in and registers the phone by the code that the screen shows, until the push is on the phone. */
  async registerPhone(): Promise<void> {
    await this.signIn();
    await this.press(this.screen, 'Register Device');
    await this.screen.getByRole('img', { name: 'QR code for the phone' }).waitFor();
    await this.press(this.phone, 'Scan');
    await this.screen.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    await this.press(this.screen, 'Continue');
    await this.phone.getByText(/^Login attempt from demo at /).waitFor();
  }

  /** Reads the number from the screen, and taps it on the phone. */
  async tapNumberShown(): Promise<void> {
    const shown = this.screen.getByRole('paragraph').filter({ hasText: 'Number to tap on the phone' });
    const [number] = (await shown.innerText()).match(/\d+/) ?? [];
    await this.press(this.phone, `Tap ${number}`);
  }

  async showTab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name, exact: true }).click();
  }
}
