/** Runs a change when those before it are done, whatever became of them, and gives what it gives. */
export type TakeTurn = <Result>(change: () => Promise<Result>) => Promise<Result>;

/** A queue of changes that are made one after the other: what one has found must still be so when it writes. */
export function inTurn(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(change);
    last = next.catch(() => undefined);
    return next;
  };
}
