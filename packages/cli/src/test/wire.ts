import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  keepsPushes,
  runOnServer,
  type Scenario,
  type ScenarioServer,
  type ServerAddress,
  serverAdministrator,
} from '@journeyman/simulation';
import { UsageError } from '../usage-error.ts';
import { unreadable, verdictOf } from './run-suites.ts';
import type { Suite } from './suites.ts';
import type { SuiteRun, Verdict } from './verdict.ts';

/** The server that scenarios are run against. */
export interface Server {
  /** Such as `https://am.example.com/am`. */
  readonly base: string;
  /** Absent: the realm that a journey is in. */
  readonly realm?: string;
  /** How many scenarios at a time. Absent: several where each makes users of its own, else one. */
  readonly concurrency?: number;
}

/** Scenarios mostly wait for the server to let time pass. */
const usualConcurrency = 4;

/**
 * Runs suites against a server. `all`: those among which scenarios that others need are looked for. An interrupted run removes the
 * users that it has made before the process ends.
 */
export async function runOverWire(
  suites: readonly Suite[],
  all: readonly Suite[],
  server: Server,
  told: (verdict: Verdict) => void,
): Promise<readonly SuiteRun[]> {
  const hasPhone = await keepsPushes(new URL(server.base).origin, wireFetch).catch((error: Error) => {
    throw new UsageError(`${server.base} is out of reach: ${error.message}.`);
  });
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  const servers = new Map<string, ScenarioServer>();
  for (const { found } of suites) {
    const realm = server.realm ?? found.realm;
    if (!servers.has(realm))
      servers.set(
        realm,
        await scenarioServer({ base: server.base, realm, fetch: wireFetch }, hasPhone, interruption.signal),
      );
  }
  const runs = suites.map((suite) => ({ suite, verdicts: [] as Verdict[] }));
  const jobs = runs.flatMap(({ suite, verdicts }) => {
    const target = servers.get(server.realm ?? suite.found.realm);
    if (suite.findings.length > 0) verdicts.push(unreadable(suite));
    return target === undefined
      ? []
      : suite.scenarios.map((scenario, index) => async () => {
          const verdict = await verdictOn(target, suite, scenario, all);
          verdicts[index] = verdict;
          told(verdict);
        });
  });
  const makesUsers = [...servers.values()].every(({ administrator }) => administrator !== undefined);
  const { concurrency = makesUsers ? usualConcurrency : 1 } = server;
  const queue = jobs.values();
  process.once('SIGINT', interrupt);
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const job of queue) {
        if (interruption.signal.aborted) return;
        await job();
      }
    }),
  );
  process.off('SIGINT', interrupt);
  // As the process would have ended without anybody listening, which shells and CI wait for.
  if (interruption.signal.aborted) process.kill(process.pid, 'SIGINT');
  return runs;
}

async function scenarioServer(
  address: ServerAddress,
  hasPhone: boolean,
  signal: AbortSignal,
): Promise<ScenarioServer> {
  const password = process.env.JOURNEYMAN_ADMIN_PASSWORD;
  const administrator =
    password === undefined
      ? undefined
      : await serverAdministrator(address, password).catch((error: Error) => {
          throw new UsageError(error.message);
        });
  return {
    address,
    hasPhone,
    ...(administrator && { administrator }),
    random: { bytes: (count) => randomBytes(count) },
    clock: { now: () => Date.now() },
    sleep: async (ms) => {
      await sleep(ms, undefined, { signal });
    },
  };
}

/** A scenario of the journey itself, or else of another of its realm, in which a user who has nothing yet gets in. */
function findScenario(
  { found }: Suite,
  suites: readonly Suite[],
  fits: (steps: Scenario['steps'][number]['does'][]) => boolean,
): Scenario | undefined {
  const near = suites.filter((suite) => suite.found.realm === found.realm);
  return [...near.filter((suite) => suite.found === found), ...near]
    .flatMap(({ scenarios }) => scenarios)
    .find(
      ({ given, steps, expect }) =>
        expect.end === 'success' &&
        Object.keys(given).every((key) => key === 'users') &&
        Object.values(given.users ?? {}).every(
          ({ devices, ...rest }) => Object.keys(rest).length === 0 && !devices?.length,
        ) &&
        fits(steps.map(({ does }) => does)),
    );
}

/** A scenario that registers a phone. */
function enrolmentFor(suite: Suite, suites: readonly Suite[]): Scenario | undefined {
  return findScenario(
    suite,
    suites,
    (steps) =>
      steps.some((does) => typeof does === 'object' && does.phone === 'scan') &&
      steps.every(
        (does) => typeof does !== 'object' || (does.phone !== 'let it expire' && does.wait === undefined),
      ),
  );
}

/** A scenario that signs a user in with what the user knows. */
function signInFor(suite: Suite, suites: readonly Suite[]): Scenario | undefined {
  return findScenario(suite, suites, (steps) =>
    steps.every(
      (does) => does === 'submit' || (typeof does === 'object' && (does.enter ?? does.choose ?? does.expect)),
    ),
  );
}

async function verdictOn(
  server: ScenarioServer,
  suite: Suite,
  scenario: Scenario,
  suites: readonly Suite[],
): Promise<Verdict> {
  const startedMs = performance.now();
  const { journeys, file } = suite;
  const company = {
    journeys,
    enrolment: enrolmentFor(suite, suites),
    signIn: signInFor(suite, suites),
  };
  const result = await runOnServer(scenario, server, company);
  const ms = performance.now() - startedMs;
  if (result.status === 'run') {
    const { failures, notCompared } = result;
    const verdict = verdictOf(scenario, file, ms, failures);
    return notCompared.length === 0 ? verdict : { ...verdict, notCompared };
  }
  const { name, at } = scenario;
  return { kind: 'scenario', name, file, at, ms, status: 'skipped', reason: result.reason };
}

/** `fetch` hides why behind "fetch failed". */
const wireFetch: ServerAddress['fetch'] = (url, init) =>
  fetch(url, init).catch((error: Error) => {
    throw error.cause instanceof Error ? error.cause : error;
  });
