/** How often documents that have expired are looked for, in milliseconds. */
const everyMs = 15_000;

/** How many are removed before requests get their turn again. */
const batch = 250;

/**
 * Removes expired documents now and then, so that nobody's asking for them does not keep them for ever.
 * `purge` removes up to `limit` of them and gives the number removed. Call the result to stop.
 */
export function startSweeper(purge: (limit: number) => number): () => void {
  let pause: NodeJS.Immediate | undefined;
  const sweep = (): void => {
    pause = undefined;
    try {
      if (purge(batch) === batch) pause = setImmediate(sweep).unref();
    } catch {
      // A store that is busy or out of reach says so to whoever asks it for something; the next round tries again.
    }
  };
  const timer = setInterval(() => {
    if (pause === undefined) sweep();
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    clearImmediate(pause);
  };
}
