import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { HashAnswers } from './children/hashes.ts';
import type { LoadAnswers } from './children/load.ts';
import type { ServerAnswers } from './children/measured-server.ts';
import { writeJourneys } from './journeys.ts';
import { loadCore, serverCore } from './machine.ts';
import { type Memory, measureMemory, measureStartUp } from './measure/at-rest.ts';
import { measureRounds, type Round } from './measure/rounds.ts';
import { type Flood, measureFlood, measureSignIns, type SignIns } from './measure/sign-ins.ts';

/** How much is measured. */
export interface BenchSetting {
  readonly rounds: number;
  readonly roundMs: number;
  readonly warmUpMs: number;
  readonly starts: number;
  /** Journeys in flight while memory is measured. */
  readonly journeys: number;
}

/** The servers that requests are measured of, by the letters that the table has. */
export type Measured = 'echo' | 'shell' | 'floor' | 'poll' | 'tracedPoll' | 'start' | 'tracedStart';

/** Everything that was measured. */
export interface Results {
  readonly rounds: Readonly<Record<Measured, readonly Round[]>>;
  readonly signIns: SignIns;
  readonly flood: Flood;
  readonly startUpMs: { readonly service: number; readonly echo: number };
  readonly memory: Memory;
}

/** Connections that ask without a pause. */
const connections = 32;

/** Journeys in flight while requests are measured. */
const inFlight = 1000;

/** Measures everything, one thing after another, in a folder of its own that is removed. Takes some minutes. */
export async function bench(setting: BenchSetting): Promise<Results> {
  const { rounds, roundMs, warmUpMs, starts, journeys } = setting;
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-bench-'));
  const started: Child<never>[] = [];
  const start = <C extends Child<never>>(child: C): C => {
    started.push(child);
    return child;
  };
  try {
    const journeysFolder = join(folder, 'journeys');
    await mkdir(journeysFolder);
    await mkdir(join(folder, 'floor'));
    await writeJourneys(journeysFolder);
    const service = (data: string, core: number | undefined = serverCore, ...settings: readonly string[]) =>
      startChild<ServerAnswers>('service', core, [journeysFolder, join(folder, data), ...settings]);
    const server = (name: string) => start(startChild<ServerAnswers>(name, serverCore, [join(folder, name)]));
    const load = start(startChild<LoadAnswers>('load', loadCore));

    const startUpMs = {
      service: await measureStartUp(() => service('start-up'), starts),
      echo: await measureStartUp(() => startChild<ServerAnswers>('echo', serverCore), starts),
    };
    const resting = start(service('memory'));
    const memory = await measureMemory(resting, load, journeys);
    await resting.stop();

    const echo = server('echo');
    const shell = server('shell');
    const floor = server('floor');
    // The floor records nothing either.
    const journeyman = start(service('requests', serverCore, '0'));
    const recording = start(service('recording'));
    const body = await load.ask('fill', { origin: await journeyman.ask('address'), count: inFlight });
    for (const each of [floor, recording]) {
      await load.ask('fill', { origin: await each.ask('address'), count: inFlight });
    }
    for (const each of [echo, shell]) {
      await load.ask('fill', { origin: await each.ask('address'), count: inFlight, body });
    }
    const measured = await measureRounds(
      [
        { name: 'echo', server: echo, scenario: 'sendBack' },
        { name: 'shell', server: shell, scenario: 'sendBack' },
        { name: 'floor', server: floor, scenario: 'sendBack' },
        { name: 'poll', server: journeyman, scenario: 'sendBack' },
        { name: 'tracedPoll', server: recording, scenario: 'sendBack' },
        { name: 'start', server: journeyman, scenario: 'startWait' },
        { name: 'tracedStart', server: recording, scenario: 'startWait' },
      ],
      load,
      { rounds, roundMs, warmUpMs, connections },
    );
    const of = (name: Measured) => measured.get(name) ?? [];

    const hasher = start(startChild<HashAnswers>('hashes', serverCore));
    const signIns = await measureSignIns(journeyman, hasher, load, { rounds, roundMs, connections });
    // Here the service has every core, as it would: it leaves one to everything but hashing.
    const unpinned = start(service('flood', undefined));
    await load.ask('fill', { origin: await unpinned.ask('address'), count: inFlight });
    const flood = await measureFlood(unpinned, load, { rounds, roundMs, connections: 8 });
    return {
      rounds: {
        echo: of('echo'),
        shell: of('shell'),
        floor: of('floor'),
        poll: of('poll'),
        tracedPoll: of('tracedPoll'),
        start: of('start'),
        tracedStart: of('tracedStart'),
      },
      signIns,
      flood,
      startUpMs,
      memory,
    };
  } finally {
    await Promise.all(started.map((child) => child.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}
