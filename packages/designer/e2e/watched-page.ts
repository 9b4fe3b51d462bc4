import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

const complaints = new WeakMap<Page, string[]>();

/** Opens a page and notes whatever its console complains about, such as a breach of the Content-Security-Policy. */
export async function watchedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const noted: string[] = [];
  complaints.set(page, noted);
  page.on('pageerror', ({ message }) => noted.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noted.push(message.text());
  });
  return page;
}

/** Fails when a page's console has complained about anything but answers of the server that the test asked for. */
export function expectNoComplaints(page: Page, { statuses = [] as readonly number[] } = {}): void {
  const asked = statuses.map((status) => `status of ${status}`);
  const left = (complaints.get(page) ?? []).filter((text) => !asked.some((part) => text.includes(part)));
  expect(left).toEqual([]);
}
