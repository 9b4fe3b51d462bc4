import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The sign-in page with the login widget in it. */
export class LoginPage {
  readonly page: Page;
  readonly #address: string;

  private constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
  }

  static async open(context: BrowserContext, address: string): Promise<LoginPage> {
    return new LoginPage(await context.newPage(), address);
  }

  /** Starts a journey anew, whoever is signed in. */
  async start(journey: string, realm = '/'): Promise<void> {
    const query = new URLSearchParams({ realm, journey, again: '1' });
    await this.page.goto(`${this.#address}/login?${query}`);
    await this.field('User Name').waitFor();
  }

  async enterPassword(username = 'demo', password = 'Ch4ng31t!'): Promise<void> {
    await this.field('User Name').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.submit();
  }

  async submit(): Promise<void> {
    await this.page.locator('form button[type=submit]').last().click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).first();
  }

  /** The widget shows some prompts in its own words. */
  field(prompt: string): Locator {
    const words: Record<string, RegExp> = { 'User Name': /^user ?name$/i };
    return this.page.getByLabel(words[prompt] ?? prompt);
  }

  async expectSignedIn(username = 'demo'): Promise<void> {
    await this.text(`You are signed in as ${username}`).waitFor({ timeout: 20_000 });
  }

  /** The recovery codes that are shown. */
  async recoveryCodes(): Promise<readonly string[]> {
    await this.text(/Recovery code|recovery code/).waitFor();
    const items = this.page.locator('ol li, code, pre').allInnerTexts();
    const codes = (await items).join('\n').match(/\b[0-9A-Za-z]{10}\b/g) ?? [];
    expect(new Set(codes).size).toBe(10);
    return [...new Set(codes)];
  }

  /** The address of the phone page with the code that is shown. */
  async phoneLink(): Promise<string> {
    const link = this.page.getByRole('link', { name: 'Open this code on the phone page' });
    return new URL((await link.getAttribute('href')) ?? '', this.#address).href;
  }
}

/** The phone on a page. */
export class PhonePage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, address: string): Promise<PhonePage> {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${address}/phone`);
    return new PhonePage(page);
  }

  async addAccount(link: string, issuer = 'Journeyman'): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole('button', { name: 'Add the account' }).click();
    await this.page.getByText(`Added ${issuer}`).waitFor();
  }

  /** Lets time pass on the phone; pushes expire by its own clock too. */
  async passTime(ms: number): Promise<void> {
    await this.page.clock.fastForward(ms);
  }

  /** Opens the newest push from the home screen, once there is one. */
  async openNewest(): Promise<void> {
    await this.page.goto(new URL('/phone', this.page.url()).href);
    await this.page
      .getByRole('button', { name: /Login attempt/ })
      .first()
      .click({ timeout: 20_000 });
  }

  async approve(): Promise<void> {
    await this.page.getByRole('button', { name: 'Approve' }).click();
  }

  async deny(): Promise<void> {
    await this.page.getByRole('button', { name: 'Deny' }).click();
  }

  async tapNumber(number: string): Promise<void> {
    await this.page.getByRole('button', { name: number, exact: true }).click();
  }

  async turn(what: string): Promise<void> {
    await this.page.getByRole('switch', { name: what }).click();
  }
}
