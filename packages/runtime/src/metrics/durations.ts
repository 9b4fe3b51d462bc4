/** Many durations in little memory, exact to a twentieth. */
export interface Durations {
  add(ms: number): void;
  addAll(others: Durations): void;
  /** The duration that this share of all (0 to 1) did not exceed, in milliseconds; undefined without any. */
  quantile(share: number): number | undefined;
  /** How many there are of each class, by its number. */
  readonly classes: ReadonlyMap<number, number>;
}

/** Each class is so much longer than the one before it. */
const growth = 1.1;

/** Durations in classes that grow with them: a millisecond matters in ten and not in a minute. */
export function createDurations(): Durations {
  const classes = new Map<number, number>();
  const add = (at: number, count: number) => classes.set(at, (classes.get(at) ?? 0) + count);
  return {
    classes,
    add: (ms) => {
      add(Math.round(Math.log1p(Math.max(0, ms)) / Math.log(growth)), 1);
    },
    addAll(others) {
      for (const [at, count] of others.classes) add(at, count);
    },
    quantile(share) {
      const total = [...classes.values()].reduce((sum, count) => sum + count, 0);
      let seen = 0;
      for (const [at, count] of [...classes].sort(([one], [other]) => one - other)) {
        seen += count;
        if (seen >= share * total) return Math.round(growth ** at - 1);
      }
      return undefined;
    },
  };
}
