/** A number for each combination of labels that has been seen. */
export interface Counter {
  add(...labels: readonly string[]): void;
}

/** Times for each combination of labels that has been seen. */
export interface Timer {
  observe(ms: number, ...labels: readonly string[]): void;
}

/** What is said of an instrument where its numbers are shown. */
export interface About {
  /** Such as `journeyman_sessions_started_total`. */
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
}

/** What a counter has counted. */
export interface CounterReading extends About {
  readonly type: 'counter';
  read(): readonly { readonly labels: readonly string[]; readonly value: number }[];
}

/** What a timer has seen: how often, how long together, and how often up to each of its bounds. */
export interface TimerReading extends About {
  readonly type: 'timer';
  /** In milliseconds, ascending. */
  readonly boundsMs: readonly number[];
  read(): readonly TimerValue[];
}

/** One combination of labels of a timer. */
interface TimerValue {
  readonly labels: readonly string[];
  readonly count: number;
  readonly sumMs: number;
  /** For each bound, how many were longer than the one before it and no longer than this one. */
  readonly within: readonly number[];
}

/** Journeys and outcomes come and go; past so many combinations the rest is counted together. */
const combinations = 2000;

const usualBoundsMs = [1, 5, 25, 100, 500, 2500, 10_000, 60_000];

/** Makes a counter. Counting costs a look-up: it is done in every request. */
export function createCounter(about: About): Counter & CounterReading {
  const found = createCombinations(about, () => ({ value: 0 }));
  return {
    ...about,
    type: 'counter',
    add(...labels) {
      found.of(labels).value += 1;
    },
    read: found.read,
  };
}

/** Makes a timer. */
export function createTimer(about: About, boundsMs: readonly number[] = usualBoundsMs): Timer & TimerReading {
  const found = createCombinations(about, () => ({
    count: 0,
    sumMs: 0,
    within: new Array<number>(boundsMs.length).fill(0),
  }));
  return {
    ...about,
    type: 'timer',
    boundsMs,
    observe(ms, ...labels) {
      const entry = found.of(labels);
      entry.count += 1;
      entry.sumMs += ms;
      const at = boundsMs.findIndex((bound) => ms <= bound);
      if (at >= 0) entry.within[at] = (entry.within[at] ?? 0) + 1;
    },
    read: found.read,
  };
}

function createCombinations<Value extends object>({ labels: names }: About, make: () => Value) {
  const found = new Map<string, Value & { readonly labels: readonly string[] }>();
  function of(labels: readonly string[]): Value {
    const key = labels.join('\u0000');
    const before = found.get(key);
    if (before !== undefined) return before;
    const isFull = found.size >= combinations && labels.some((label) => label !== 'other');
    if (isFull) return of(names.map(() => 'other'));
    const entry = { ...make(), labels };
    found.set(key, entry);
    return entry;
  }
  return { of, read: () => [...found.values()] };
}
