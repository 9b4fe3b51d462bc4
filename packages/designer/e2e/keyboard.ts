import type { Locator, Page } from 'playwright-core';

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses one key, or several in a row. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types text into what has the focus, in the place of what is there. */
  async type(text: string): Promise<void> {
    await this.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  /** Presses Tab, or Shift Tab, until an element or something in it has the focus. Throws when that never comes. */
  async tabTo(element: Locator, { backwards = false } = {}): Promise<void> {
    await element.waitFor();
    for (let press = 0; press < 150; press++) {
      if (await hasFocusWithin(element)) return;
      await this.press(backwards ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`The Tab key never comes to ${element}; it is at ${await this.focused()}.`);
  }

  /** Presses the arrow up or down until a row of the list that has the focus has it. Throws when that never comes. */
  async walkRows(row: Locator): Promise<void> {
    await row.waitFor();
    for (let attempt = 0; attempt < 5; attempt++) {
      const distance = await row.evaluate((wanted) => {
        const rows = [...(wanted.parentElement?.children ?? [])].filter((each) => each.role === 'row');
        const from = rows.findIndex((each) => each.contains(document.activeElement));
        return from < 0 ? null : rows.indexOf(wanted) - from;
      });
      if (distance === 0) return;
      if (distance === null) break;
      for (let press = 0; press < Math.abs(distance); press++) {
        await this.press(distance > 0 ? 'ArrowDown' : 'ArrowUp');
      }
    }
    throw new Error(`The arrows never come to ${row}; the focus is at ${await this.focused()}.`);
  }

  /** Presses an arrow until the element with the focus is the one wanted. Throws when it stays where it is. */
  async walkTo(element: Locator, arrow: 'ArrowDown' | 'ArrowUp' | 'ArrowRight' | 'ArrowLeft'): Promise<void> {
    await element.waitFor();
    for (let press = 0; press < 150; press++) {
      if (await hasFocus(element)) return;
      await this.press(arrow);
    }
    throw new Error(`${arrow} never comes to ${element}; it is at ${await this.focused()}.`);
  }

  /** Presses the arrow down in a search field until an option of the list under it is the one that Enter takes. */
  async walkList(option: Locator): Promise<void> {
    await option.waitFor();
    for (let press = 0; press < 50; press++) {
      // Assistive technology is told of it a little later, so as not to be interrupted by every letter.
      const isActive = (await option.getAttribute('data-focused')) === 'true';
      if (isActive) return;
      await this.press('ArrowDown');
    }
    throw new Error(`The arrow down never comes to ${option}; the focus is at ${await this.focused()}.`);
  }

  /** What the element with the focus is called. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? element?.tagName ?? 'nothing';
    });
  }
}

async function hasFocusWithin(element: Locator): Promise<boolean> {
  return element.evaluate((wanted) => wanted.contains(document.activeElement));
}

async function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((wanted) => wanted === document.activeElement);
}
