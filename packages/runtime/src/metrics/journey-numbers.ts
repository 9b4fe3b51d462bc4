import type { Clock } from '@journeyman/engine';
import { createDurations, type Durations } from './durations.ts';

/** What a journey as a whole can do. */
type JourneyCount = 'started' | 'succeeded' | 'failed' | 'abandoned';

/** The numbers of one journey over the last hour. */
export interface HourOfJourney extends Readonly<Record<JourneyCount, number>> {
  readonly nodes: ReadonlyMap<string, HourOfNode>;
}

/** The numbers of one node over the last hour. */
export interface HourOfNode {
  /** How many left by each outcome. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** How many were there when their run expired. */
  readonly stopped: number;
  /** Between arriving and leaving; undefined: nobody has left. */
  readonly tookMs: { readonly median: number; readonly p95: number } | undefined;
}

/** What journeys have done in the last hour, in memory, by the minute. */
export interface JourneyNumbers {
  count(realm: string, journey: string, what: JourneyCount): void;
  /** `tookMs` is absent for a node of a page, whose time is the page's. */
  left(realm: string, journey: string, nodeId: string, outcome: string, tookMs?: number): void;
  stopped(realm: string, journey: string, nodeId: string): void;
  of(realm: string, journey: string): HourOfJourney;
}

const minuteMs = 60_000;
const minutes = 60;

interface Minute {
  readonly counts: Map<JourneyCount, number>;
  readonly nodes: Map<string, NodeMinute>;
}

interface NodeMinute {
  readonly outcomes: Map<string, number>;
  readonly took: Durations;
  stopped: number;
}

/** Counts journeys in memory. What is older than an hour is forgotten. */
export function createJourneyNumbers(clock: Clock): JourneyNumbers {
  const journeys = new Map<string, Map<number, Minute>>();

  function minuteOf(realm: string, journey: string): Minute {
    const key = keyOf(realm, journey);
    const now = minuteAt(clock.now());
    const known = journeys.get(key) ?? new Map<number, Minute>();
    const found = known.get(now);
    if (found !== undefined) return found;
    for (const minute of known.keys()) if (minute <= now - minutes) known.delete(minute);
    const fresh: Minute = { counts: new Map(), nodes: new Map() };
    journeys.set(key, known.set(now, fresh));
    return fresh;
  }

  function nodeOf(realm: string, journey: string, nodeId: string): NodeMinute {
    const { nodes } = minuteOf(realm, journey);
    const found = nodes.get(nodeId);
    if (found !== undefined) return found;
    const fresh: NodeMinute = { outcomes: new Map(), took: createDurations(), stopped: 0 };
    nodes.set(nodeId, fresh);
    return fresh;
  }

  return {
    count(realm, journey, what) {
      addTo(minuteOf(realm, journey).counts, what, 1);
    },
    left(realm, journey, nodeId, outcome, tookMs) {
      const node = nodeOf(realm, journey, nodeId);
      addTo(node.outcomes, outcome, 1);
      if (tookMs !== undefined) node.took.add(tookMs);
    },
    stopped(realm, journey, nodeId) {
      nodeOf(realm, journey, nodeId).stopped += 1;
    },
    of(realm, journey) {
      const oldest = minuteAt(clock.now()) - minutes;
      const known = [...(journeys.get(keyOf(realm, journey)) ?? [])];
      return hourOf(known.filter(([minute]) => minute > oldest).map(([, counted]) => counted));
    },
  };
}

function hourOf(counted: readonly Minute[]): HourOfJourney {
  const counts = new Map<JourneyCount, number>();
  const nodes = new Map<string, NodeMinute[]>();
  for (const minute of counted) {
    for (const [what, count] of minute.counts) addTo(counts, what, count);
    for (const [id, node] of minute.nodes) nodes.set(id, [...(nodes.get(id) ?? []), node]);
  }
  const of = (what: JourneyCount): number => counts.get(what) ?? 0;
  return {
    started: of('started'),
    succeeded: of('succeeded'),
    failed: of('failed'),
    abandoned: of('abandoned'),
    nodes: new Map([...nodes].map(([id, each]) => [id, hourOfNode(each)])),
  };
}

function hourOfNode(counted: readonly NodeMinute[]): HourOfNode {
  const outcomes = new Map<string, number>();
  const took = createDurations();
  for (const node of counted) {
    for (const [outcome, count] of node.outcomes) addTo(outcomes, outcome, count);
    took.addAll(node.took);
  }
  const median = took.quantile(0.5);
  const p95 = took.quantile(0.95);
  return {
    outcomes,
    stopped: counted.reduce((sum, { stopped }) => sum + stopped, 0),
    tookMs: median === undefined || p95 === undefined ? undefined : { median, p95 },
  };
}

function addTo<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function minuteAt(atMs: number): number {
  return Math.floor(atMs / minuteMs);
}

function keyOf(realm: string, journey: string): string {
  return `${realm}\u0000${journey}`;
}
