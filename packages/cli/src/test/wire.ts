import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  keepsPushes,
  runOnServer,
  type Scenario,
  type ScenarioServer,
  type ServerAddress,
  serverUsers,
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
  /** How many scenarios at a time. */
  readonly concurrency: number;
}

/** Runs suites against a server. */
export async function runOverWire(
  suites: readonly Suite[],
  server: Server,
  told: (verdict: Verdict) => void,
): Promise<readonly SuiteRun[]> {
  const hasPhone = await keepsPushes(new URL(server.base).origin, fetch).catch((error: Error) => {
    throw new UsageError(`${server.base} is out of reach: ${reasonOf(error)}.`);
  });
  const servers = new Map<string, ScenarioServer>();
  for (const { found } of suites) {
    const realm = server.realm ?? found.realm;
    if (!servers.has(realm))
      servers.set(realm, await scenarioServer({ base: server.base, realm, fetch }, hasPhone));
  }
  const runs = suites.map((suite) => ({ suite, verdicts: [] as Verdict[], coverage: undefined }));
  const jobs = runs.flatMap(({ suite, verdicts }) => {
    const target = servers.get(server.realm ?? suite.found.realm);
    if (suite.findings.length > 0) verdicts.push(unreadable(suite));
    return target === undefined
      ? []
      : suite.scenarios.map((scenario, index) => async () => {
          const verdict = await verdictOn(target, suite, scenario, enrolmentFor(suite, suites));
          verdicts[index] = verdict;
          told(verdict);
        });
  });
  const queue = jobs.values();
  await Promise.all(
    Array.from({ length: server.concurrency }, async () => {
      for (const job of queue) await job();
    }),
  );
  return runs;
}

async function scenarioServer(address: ServerAddress, hasPhone: boolean): Promise<ScenarioServer> {
  const password = process.env.JOURNEYMAN_ADMIN_PASSWORD;
  const users =
    password === undefined
      ? undefined
      : await serverUsers(address, password).catch((error: Error) => {
          throw new UsageError(error.message);
        });
  return {
    address,
    hasPhone,
    ...(users && { users }),
    random: { bytes: (count) => randomBytes(count) },
    clock: { now: () => Date.now() },
    sleep: async (ms) => {
      await sleep(ms);
    },
  };
}

/** A scenario in which a user without anything registers a phone and gets in: of the journey itself, or of another of its realm. */
function enrolmentFor({ found }: Suite, suites: readonly Suite[]): Scenario | undefined {
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
        steps.some(({ does }) => typeof does === 'object' && does.phone === 'scan') &&
        steps.every(
          ({ does }) =>
            typeof does !== 'object' || (does.phone !== 'let it expire' && does.wait === undefined),
        ),
    );
}

async function verdictOn(
  server: ScenarioServer,
  { file }: Suite,
  scenario: Scenario,
  enrolment: Scenario | undefined,
): Promise<Verdict> {
  const startedMs = performance.now();
  const result = await runOnServer(scenario, server, enrolment).catch((error: Error) => ({
    status: 'run' as const,
    failures: [{ at: scenario.at, message: `The server gave no answer: ${reasonOf(error)}.` }],
  }));
  const ms = performance.now() - startedMs;
  if (result.status === 'run') return verdictOf(scenario, file, ms, result.failures);
  const { name, at } = scenario;
  return { name, file, at, ms, status: 'skipped', reason: result.reason };
}

/** `fetch` hides why behind "fetch failed". */
const reasonOf = ({ message, cause }: Error) => (cause instanceof Error ? cause.message : message);
