import type { Child } from '../child.ts';
import type { LoadAnswers } from '../children/load.ts';
import type { ServerAnswers } from '../children/measured-server.ts';
import { shuffled } from '../figures.ts';
import type { Scenario } from '../load/scenarios.ts';

/** A server and what is asked of it. */
export interface Target {
  readonly name: string;
  readonly server: Child<ServerAnswers>;
  readonly scenario: Scenario;
}

/** What one round has shown of a target. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** User and system time of the server's process for each request, in microseconds. */
  readonly cpuMicroseconds: number;
  /** The share of a core that the load itself took. */
  readonly loadBusy: number;
}

/** How long and with how much is measured. */
export interface RoundsSetting {
  readonly rounds: number;
  readonly roundMs: number;
  /** How long each target is asked beforehand: code that runs seldom takes V8 tens of thousands of requests to compile. */
  readonly warmUpMs: number;
  readonly connections: number;
}

/**
 * Measures targets in turns, in another order each round, so that whatever the machine does meanwhile meets them alike.
 * Gives the rounds of each target by its name; what was measured to warm up is not among them.
 */
export async function measureRounds(
  targets: readonly Target[],
  load: Child<LoadAnswers>,
  { rounds, roundMs, warmUpMs, connections }: RoundsSetting,
): Promise<ReadonlyMap<string, readonly Round[]>> {
  const results = new Map<string, Round[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await measureRound(target, load, { connections, roundMs: warmUpMs });
  for (let round = 0; round < rounds; round++) {
    for (const target of shuffled(targets)) {
      results.get(target.name)?.push(await measureRound(target, load, { connections, roundMs }));
    }
  }
  return results;
}

/** Measures one target once. */
export async function measureRound(
  { server, scenario }: Target,
  load: Child<LoadAnswers>,
  { connections, roundMs }: Pick<RoundsSetting, 'connections' | 'roundMs'>,
): Promise<Round> {
  const origin = await server.ask('address');
  const before = await server.ask('usage');
  const seen = await load.ask('run', { origin, scenario, connections, durationMs: roundMs });
  const after = await server.ask('usage');
  return {
    requestsPerSecond: (seen.requests * 1000) / seen.elapsedMs,
    p50Ms: seen.p50Ms,
    p99Ms: seen.p99Ms,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / seen.requests,
    loadBusy: seen.loadBusy,
  };
}
