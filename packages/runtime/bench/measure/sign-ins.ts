import type { Child } from '../child.ts';
import type { HashAnswers, Hashing } from '../children/hashes.ts';
import type { LoadAnswers } from '../children/load.ts';
import type { ServerAnswers } from '../children/measured-server.ts';
import { measureRound, type Round } from './rounds.ts';

/** Sign-ins beside what the machine can hash, round by round. */
export interface SignIns {
  readonly signIns: readonly Round[];
  readonly hashes: readonly Hashing[];
}

/** Measures sign-ins with a password and bare hashing in turns. */
export async function measureSignIns(
  server: Child<ServerAnswers>,
  hasher: Child<HashAnswers>,
  load: Child<LoadAnswers>,
  { rounds, roundMs, connections }: { rounds: number; roundMs: number; connections: number },
): Promise<SignIns> {
  const signIns: Round[] = [];
  const hashes: Hashing[] = [];
  const target = { name: 'sign-in', server, scenario: 'signIn' } as const;
  await measureRound(target, load, { connections, roundMs });
  for (let round = 0; round < rounds; round++) {
    hashes.push(await hasher.ask('hash', roundMs));
    signIns.push(await measureRound(target, load, { connections, roundMs }));
  }
  return { signIns, hashes };
}

/** Latencies of polls while nobody signs in, and while many do, in milliseconds; each pair from one round. */
export interface Flood {
  readonly idleP99Ms: readonly number[];
  readonly floodP99Ms: readonly number[];
}

/** Measures polls of a few clients with and without as many others that sign in without a pause. */
export async function measureFlood(
  server: Child<ServerAnswers>,
  load: Child<LoadAnswers>,
  { rounds, roundMs, connections }: { rounds: number; roundMs: number; connections: number },
): Promise<Flood> {
  const origin = await server.ask('address');
  const polls = { origin, scenario: 'sendBack', connections, durationMs: roundMs } as const;
  await load.ask('run', polls);
  const idleP99Ms: number[] = [];
  const floodP99Ms: number[] = [];
  for (let round = 0; round < rounds; round++) {
    idleP99Ms.push((await load.ask('run', polls)).p99Ms);
    const flood = load.ask('run', { ...polls, scenario: 'signIn' });
    floodP99Ms.push((await load.ask('run', polls)).p99Ms);
    await flood;
  }
  return { idleP99Ms, floodP99Ms };
}
