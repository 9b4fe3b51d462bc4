/** What a page tells the benchmark, on `window.bench`. */
interface PageResult {
  /** Milliseconds from the moment the journey is at hand until its cards are painted. */
  firstPaintMs: Promise<number>;
  /** Does what a key press in the inspector does; absent on a page without an editor. */
  typeLetter?(letter: number): void;
}

declare global {
  interface Window {
    bench?: PageResult;
  }
}

/** Milliseconds from `begin` until cards are to be seen: one frame after at least one is there and none is hidden. */
export async function painted(begin: number): Promise<number> {
  for (;;) {
    await new Promise(requestAnimationFrame);
    const cards = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
    if (cards.length > 0 && cards.every((card) => card.style.visibility !== 'hidden')) break;
  }
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  return performance.now() - begin;
}
