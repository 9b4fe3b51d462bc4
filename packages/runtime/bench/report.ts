import type { Measured, Results } from './bench.ts';
import { median, ratios } from './figures.ts';
import type { Round } from './measure/rounds.ts';

/** What a request costs: medians over the rounds. */
interface RequestFigures {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMicrosecondsPerRequest: number;
}

/** What was measured, beside what is wanted. */
interface Goal {
  readonly what: string;
  readonly measured: number;
  readonly wanted: string;
  readonly isMet: boolean;
}

/** The figures of a benchmark, as they are printed. */
export interface Summary {
  readonly machine: string;
  readonly rounds: number;
  readonly requests: Readonly<Record<string, RequestFigures>>;
  readonly hashesPerSecond: number;
  readonly pollP99Ms: { readonly idle: number; readonly duringSignIns: number };
  readonly startUpMs: { readonly service: number; readonly plainHono: number };
  readonly memoryMegabytes: { readonly atRest: number; readonly inFlight: number; readonly journeys: number };
  /** The most of a core that the load itself took in the middle of the rounds, 0 to 1. */
  readonly loadBusy: number;
  readonly goals: readonly Goal[];
}

const names: Readonly<Record<Measured, string>> = {
  echo: '(a) Hono, JSON echo',
  shell: '    the same in our HTTP shell',
  floor: '(b) floor: the step by hand',
  poll: '(c) step that waits (Push Wait)',
  tracedPoll: '    the same, with traces',
  start: '(d) start of a journey',
  tracedStart: '    the same, with traces',
};

/** Medians and ratios of what was measured. A ratio is the median of the rounds' ratios, so that both sides had the same weather. */
export function summaryOf(results: Results, about: { machine: string; journeys: number }): Summary {
  const { rounds, signIns, flood, startUpMs, memory } = results;
  const perSecond = (of: readonly Round[]) => of.map(({ requestsPerSecond }) => requestsPerSecond);
  const cpu = (of: readonly Round[]) => of.map(({ cpuMicroseconds }) => cpuMicroseconds);
  const p99 = (of: readonly Round[]) => of.map(({ p99Ms }) => p99Ms);
  const ratio = (of: readonly number[], to: readonly number[]) => median(ratios(of, to));
  const hashing = signIns.hashes.map(({ cpuMicroseconds }) => cpuMicroseconds);
  const rested = megabytes(memory.restBytes);
  const all = { ...rounds, signIn: signIns.signIns };
  return {
    machine: about.machine,
    rounds: rounds.echo.length,
    requests: Object.fromEntries(
      Object.entries(all).map(([name, of]) => [
        name,
        {
          requestsPerSecond: median(perSecond(of)),
          p50Ms: median(of.map(({ p50Ms }) => p50Ms)),
          p99Ms: median(p99(of)),
          cpuMicrosecondsPerRequest: median(cpu(of)),
        },
      ]),
    ),
    hashesPerSecond: median(signIns.hashes.map(({ perSecond }) => perSecond)),
    pollP99Ms: { idle: median(flood.idleP99Ms), duringSignIns: median(flood.floodP99Ms) },
    startUpMs: { service: startUpMs.service, plainHono: startUpMs.echo },
    memoryMegabytes: {
      atRest: rested,
      inFlight: megabytes(memory.inFlightBytes),
      journeys: about.journeys,
    },
    loadBusy: Math.max(...Object.values(rounds).map((of) => median(of.map(({ loadBusy }) => loadBusy)))),
    goals: [
      atMost('(c) to (b), CPU per request', ratio(cpu(rounds.poll), cpu(rounds.floor)), 1.15),
      atLeast(
        '(c) to (b), requests per second',
        ratio(perSecond(rounds.poll), perSecond(rounds.floor)),
        1 / 1.15,
      ),
      atLeast('(c) to (a), requests per second', ratio(perSecond(rounds.poll), perSecond(rounds.echo)), 0.33),
      atLeast(
        'HTTP shell to (a), requests per second',
        ratio(perSecond(rounds.shell), perSecond(rounds.echo)),
        0.75,
      ),
      // A tenth of throughput, told by CPU time: two processes take turns, and who else is on the machine meets them differently.
      atLeast(
        '(c) without traces to with, CPU per request',
        ratio(cpu(rounds.poll), cpu(rounds.tracedPoll)),
        0.9,
      ),
      atLeast(
        '(d) without traces to with, CPU per request',
        ratio(cpu(rounds.start), cpu(rounds.tracedStart)),
        0.9,
      ),
      atLeast('argon2id in (e), share of CPU', ratio(hashing, cpu(signIns.signIns)), 0.85),
      atMost('p99 of polls during sign-ins, ms', median(flood.floodP99Ms), 5),
      atMost('p99 of polls during sign-ins to idle', ratio(flood.floodP99Ms, flood.idleP99Ms), 3),
      atMost('start to first answer, ms', startUpMs.service, 600),
      atMost('memory at rest, MB', rested, 100),
    ],
  };
}

/** The figures for people. */
export function tableOf(summary: Summary): string {
  const { machine, rounds, hashesPerSecond, pollP99Ms, startUpMs, memoryMegabytes, loadBusy } = summary;
  const requests = Object.entries(summary.requests).map(([name, of]) => [
    name in names ? names[name as Measured] : '(e) sign-in with a password',
    of.requestsPerSecond.toFixed(0),
    of.p50Ms.toFixed(2),
    of.p99Ms.toFixed(2),
    of.cpuMicrosecondsPerRequest.toFixed(1),
  ]);
  const goals = summary.goals.map(({ what, measured, wanted, isMet }) => [
    what,
    measured.toFixed(2),
    wanted,
    isMet ? 'yes' : 'NO',
  ]);
  return [
    machine,
    `medians of ${rounds} interleaved rounds; 32 connections; the load took ${(loadBusy * 100).toFixed(0)} % of its core`,
    '',
    ...columns([['', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req'], ...requests]),
    '',
    ...columns([
      ['bare argon2id on the same core', hashesPerSecond.toFixed(0), '/s'],
      ['p99 of polls, nobody signing in (8 connections, all cores)', pollP99Ms.idle.toFixed(2), 'ms'],
      ['p99 of polls, 8 others signing in without a pause', pollP99Ms.duringSignIns.toFixed(2), 'ms'],
      ['start to first answer', startUpMs.service.toFixed(0), 'ms'],
      ['start to first answer, plain Hono', startUpMs.plainHono.toFixed(0), 'ms'],
      ['memory at rest', memoryMegabytes.atRest.toFixed(0), 'MB'],
      [
        `memory with ${memoryMegabytes.journeys} journeys in flight`,
        memoryMegabytes.inFlight.toFixed(0),
        'MB',
      ],
    ]),
    '',
    ...columns([['goal', 'measured', 'wanted', 'met'], ...goals]),
  ].join('\n');
}

function atMost(what: string, measured: number, limit: number): Goal {
  return { what, measured, wanted: `<= ${rounded(limit)}`, isMet: measured <= limit };
}

function atLeast(what: string, measured: number, limit: number): Goal {
  return { what, measured, wanted: `>= ${rounded(limit)}`, isMet: measured >= limit };
}

function rounded(limit: number): string {
  return String(Math.round(limit * 100) / 100);
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
