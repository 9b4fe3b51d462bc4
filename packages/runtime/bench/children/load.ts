import { answerParent } from '../child.ts';
import { type Connection, connect } from '../load/connection.ts';
import type { Measured } from '../load/measured.ts';
import { type Scenario, scenarios } from '../load/scenarios.ts';

/** What is to be asked of a server, and how. */
export interface Load {
  /** Such as `http://127.0.0.1:43121`. */
  readonly origin: string;
  readonly scenario: Scenario;
  /** Each asks again as soon as it is answered. */
  readonly connections: number;
  readonly durationMs: number;
}

/** What is to be sent back to a server: as many journeys as are to be in flight in it. */
export interface Fill {
  readonly origin: string;
  readonly count: number;
  /** What is sent instead, to a server that knows of no journeys. */
  readonly body?: string;
}

const answers = { fill, run };

/** What can be asked of the process that the load comes from. */
export type LoadAnswers = typeof answers;

answerParent(answers);

/** Bodies to continue journeys with, by server: what each was answered last. */
const inFlight = new Map<string, string[]>();

/** Starts journeys that wait, and keeps what they answered. Gives one of the answers. */
async function fill({ origin, count, body }: Fill): Promise<string> {
  const bodies: string[] = body === undefined ? [] : new Array<string>(count).fill(body);
  inFlight.set(origin, bodies);
  await onConnections(origin, 16, async (connection) => {
    while (bodies.length < count) bodies.push(await scenarios.startWait(connection, bodies, () => {}));
  });
  return bodies[0] ?? '';
}

/** Asks for some milliseconds. Rejects at the first answer that is not what it has to be. */
async function run({ origin, scenario, connections, durationMs }: Load): Promise<Measured> {
  const latenciesMs: number[] = [];
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  const endMs = startedMs + durationMs;
  await onConnections(origin, connections, async (connection) => {
    while (performance.now() < endMs) {
      await scenarios[scenario](connection, inFlightOf(origin), (ms) => latenciesMs.push(ms));
    }
  });
  const elapsedMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpu);
  latenciesMs.sort((a, b) => a - b);
  return {
    requests: latenciesMs.length,
    elapsedMs,
    p50Ms: latenciesMs[Math.floor(latenciesMs.length * 0.5)] ?? Number.NaN,
    p99Ms: latenciesMs[Math.floor(latenciesMs.length * 0.99)] ?? Number.NaN,
    loadBusy: (user + system) / 1000 / elapsedMs,
  };
}

function inFlightOf(origin: string): string[] {
  return inFlight.get(origin) ?? [];
}

async function onConnections(
  origin: string,
  count: number,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connections = await Promise.all(Array.from({ length: count }, () => connect(origin)));
  try {
    await Promise.all(connections.map(work));
  } finally {
    for (const connection of connections) connection.close();
  }
}
