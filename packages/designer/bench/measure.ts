import type { Browser, Page } from 'playwright-core';
import { countRenders } from './count-renders.ts';

/** What is measured of one page. */
export interface Figures {
  readonly firstPaintMs: number;
  /** The median time between two frames in which the dragged card moved. */
  readonly dragFrameMs: number;
  /** How long the page's main thread was busy for each of those frames. */
  readonly dragWorkMs: number;
  /** Cards drawn per key press; absent on a page without an editor. */
  readonly cardsPerKey?: number;
}

const dragSteps = 60;
const keys = 10;

/** Opens a page in a browser context of its own and measures it. */
export async function measure(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(countRenders);
    await page.goto(url);
    await page.waitForFunction(() => window.bench !== undefined);
    const firstPaintMs = await page.evaluate(() => window.bench?.firstPaintMs ?? Number.NaN);
    // What follows the first paint, such as checks, is no part of a drag.
    await page.waitForTimeout(600);
    const drag = await dragCard(page);
    const cardsPerKey = await rendersPerKey(page);
    return { firstPaintMs, ...drag, ...(cardsPerKey === undefined ? {} : { cardsPerKey }) };
  } finally {
    await context.close();
  }
}

async function dragCard(page: Page): Promise<Pick<Figures, 'dragFrameMs' | 'dragWorkMs'>> {
  const card = await page.locator('.react-flow__node').evaluateAll((cards) => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    const away = ({ x, y, width, height }: DOMRect) =>
      Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
    const rects = cards.map((element) => ({
      id: element.getAttribute('data-id') ?? '',
      rect: element.getBoundingClientRect(),
    }));
    const [nearest] = rects.sort((a, b) => away(a.rect) - away(b.rect));
    if (nearest === undefined) throw new Error('There is no card to drag.');
    const { x, y, width, height } = nearest.rect;
    return { id: nearest.id, x: x + width * 0.5, y: y + Math.min(height / 2, 14) };
  });
  await page.evaluate((id) => {
    const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
    const frames: number[] = [];
    let last = performance.now();
    let place = element?.style.transform;
    const look = (now: number) => {
      if (element?.style.transform !== place) frames.push(now - last);
      place = element?.style.transform;
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { frames });
  }, card.id);
  const busyMs = await busyMeter(page);
  await page.mouse.move(card.x, card.y);
  await page.mouse.down();
  const before = await busyMs();
  for (let step = 1; step <= dragSteps; step++) {
    await page.mouse.move(card.x + step * 5, card.y + step * 2);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const after = await busyMs();
  await page.mouse.up();
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  if (frames.length < dragSteps / 4) throw new Error(`The card hardly moved: ${frames.length} frames.`);
  return { dragFrameMs: median(frames), dragWorkMs: (after - before) / frames.length };
}

/** How long the main thread of a page has been busy so far, in milliseconds. */
async function busyMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

async function rendersPerKey(page: Page): Promise<number | undefined> {
  return page.evaluate(async (count) => {
    const { bench, renders } = window;
    if (bench?.typeLetter === undefined || renders === undefined) return undefined;
    const before = renders.cards;
    for (let key = 1; key <= count; key++) {
      bench.typeLetter(key + 10);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
    return (renders.cards - before) / count;
  }, keys);
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
