import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Fails when axe finds anything on the screen as it is, in light colours or in dark ones. While a dialog or a menu is open, that
 * alone is looked at: nothing behind it can be reached.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const overlay = '[role="dialog"], .menu-popover';
  const isCovered = (await page.locator(overlay).count()) > 0;
  const axe = () => (isCovered ? new AxeBuilder({ page }).include(overlay) : new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await violations(page, axe()), `${screen}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const contrast = axe().withRules(['color-contrast']);
  expect(await violations(page, contrast), `${screen}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

async function violations(page: Page, builder: AxeBuilder): Promise<readonly string[]> {
  const found = await builder.setLegacyMode().analyze();
  // The arrows of a search field scroll the list under it, whose options never have the focus themselves.
  const walked = await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'scrollable-region-focusable' && html.includes(`id="${walked}"`)))
      .map(({ html, any, all }) => `${id}: ${html.slice(0, 240)} (${[...any, ...all][0]?.message ?? ''})`),
  );
}
