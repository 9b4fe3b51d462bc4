import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@journeyman/node-schemas';
import { readSettings, serve } from '@journeyman/runtime';
import { runOnServer, runScenario, type ScenarioServer } from '@journeyman/simulation';
import { journeysInPlace } from '../src/journeys-in-place.ts';
import { suitesIn } from '../src/test/suites.ts';

/** Scenario steps for each second of CPU, the median of some rounds. */
export interface ScenarioSteps {
  /** Those of the project's own journeys, with phones and pushes. */
  readonly samples: number;
  /** Of a journey of messages. */
  readonly messages: number;
  /** The same, through HTTP to a service in the same process. */
  readonly overHttp: number;
}

/** How many messages the journey shows one after another. */
const messages = 20;

/** Measures scenarios over the engine beside the same over HTTP, in rounds in which everything has its turn. */
export async function measureScenarioSteps(rounds: number): Promise<ScenarioSteps> {
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-bench-'));
  const journeys = join(folder, 'journeys');
  writeMessages(journeys);
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'silent',
    JOURNEYMAN_DATA: join(folder, 'data'),
    JOURNEYMAN_JOURNEYS: journeys,
    JOURNEYMAN_TRACE_HOURS: '0',
    JOURNEYMAN_AUDIT: 'off',
  });
  const service = await serve(settings, { isDemo: true, pagesFolder: folder, version: '0.0.0' });
  try {
    const samples = await suitesAt(fileURLToPath(new URL('../../../journeys', import.meta.url)));
    const own = await suitesAt(journeys);
    const server: ScenarioServer = {
      address: { base: `${service.address}/am`, realm: '/', fetch },
      hasPhone: false,
      random: { bytes: (count) => new Uint8Array(count) },
      clock: { now: () => Date.now() },
      sleep: async () => {},
    };
    const measured: ScenarioSteps[] = [];
    // The first round is for the compiler.
    for (let round = 0; round <= rounds; round += 1) {
      measured.push({
        samples: await stepsPerSecond(() => rehearse(samples)),
        messages: await stepsPerSecond(() => rehearse(own)),
        overHttp: await stepsPerSecond(() => overHttp(own, server)),
      });
    }
    const [, ...counted] = measured;
    const middle = (of: (each: ScenarioSteps) => number) =>
      counted.map(of).sort((a, b) => a - b)[Math.floor(counted.length / 2)] ?? Number.NaN;
    return {
      samples: middle((each) => each.samples),
      messages: middle((each) => each.messages),
      overHttp: middle((each) => each.overHttp),
    };
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Suites = ReturnType<typeof suitesIn>['suites'];

async function suitesAt(folder: string): Promise<Suites> {
  return suitesIn(await journeysInPlace([folder])).suites;
}

/** As many steps as there were for each second of CPU that all threads took; for at least half a second. */
async function stepsPerSecond(run: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  let steps = 0;
  for (;;) {
    steps += await run();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds >= 0.5) return steps / seconds;
  }
}

async function rehearse(suites: Suites): Promise<number> {
  let steps = 0;
  for (const { scenarios, journeys } of suites) {
    for (const scenario of scenarios) {
      const result = await runScenario(scenario, journeys);
      if (result.failures.length > 0) throw new Error(JSON.stringify(result.failures));
      steps += result.steps.length;
    }
  }
  return steps;
}

async function overHttp(suites: Suites, server: ScenarioServer): Promise<number> {
  let steps = 0;
  for (const { scenarios, journeys } of suites) {
    for (const scenario of scenarios) {
      const result = await runOnServer(scenario, server, { journeys });
      if (result.status === 'skipped' || result.failures.length > 0) throw new Error(JSON.stringify(result));
      steps += scenario.steps.length + 1;
    }
  }
  return steps;
}

/** A journey that shows messages, each to be answered with Yes, and the scenario that does so. */
function writeMessages(folder: string): void {
  const ids = Array.from(
    { length: messages },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  );
  const success = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
  const failure = 'e301438c-0bd0-429c-ab0c-66126501069a';
  const nodes = ids.map((id, index) => ({ id, next: ids[index + 1] ?? success }));
  const journey: JsonObject = {
    nodes: Object.fromEntries(nodes.map(({ id }) => [id, { _id: id, _type: { _id: 'MessageNode' } }])),
    tree: {
      _id: 'Messages',
      entryNodeId: ids[0] ?? '',
      noSession: true,
      nodes: Object.fromEntries(
        nodes.map(({ id, next }, index) => [
          id,
          {
            nodeType: 'MessageNode',
            displayName: `Message ${index + 1}`,
            connections: { true: next, false: failure },
          },
        ]),
      ),
    },
  };
  const steps = ids.map(() => '    - choose: Yes\n').join('');
  mkdirSync(join(folder, 'Messages'), { recursive: true });
  writeFileSync(join(folder, 'Messages/Messages.journey.json'), JSON.stringify(journey));
  writeFileSync(
    join(folder, 'Messages/Messages.scenarios.yaml'),
    `- scenario: Whoever says Yes to everything gets in\n  steps:\n${steps}  expect: { end: success }\n`,
  );
}
