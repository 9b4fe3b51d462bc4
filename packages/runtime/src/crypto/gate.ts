import { AmError } from '../http/am-error.ts';

/** Lets a few costly tasks run at a time. */
export interface Gate {
  /** Runs a task when its turn has come. Throws `unavailable` at once when too many wait already. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

/** A gate for `concurrency` tasks at a time, with at most `queueLimit` more waiting in the order they came. */
export function createGate({ concurrency, queueLimit }: { concurrency: number; queueLimit: number }): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(task) {
      if (running < concurrency) {
        running += 1;
      } else if (waiting.length < queueLimit) {
        // Whoever ends hands its place on, so that nobody who comes in between can take it.
        await new Promise<void>((admit) => waiting.push(admit));
      } else {
        throw new AmError('unavailable', 'The server is busy. Try again in a moment.');
      }
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
