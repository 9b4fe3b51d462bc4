import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution } from '@journeyman/engine';
import { checkJourney, type Journey } from '@journeyman/node-schemas';
import {
  type Act,
  type ActResult,
  createSimulation,
  type RealmSetting,
  readScenarios,
  runScenario,
  type Scenario,
  type Simulation,
  type SimulationSetting,
  settingOf,
} from '@journeyman/simulation';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomDice, randomJourneys } from '../../engine/src/random-journeys.builder.ts';
import { journeyOf } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { identityOf } from '../../simulation/src/world/directory.ts';
import { realmFolder, sampleJourneys } from '../../simulation/test/sample-journeys.ts';
import { writeStep } from '../src/http/callbacks.ts';
import { qrCode } from '../src/push/qr-code.ts';
import { login, type TestRealmSetting } from '../src/test-realm.builder.ts';
import { addSteps, type TraceStep } from '../src/traces/trace.ts';
import { stepOf } from '../src/traces/trace-step.ts';
import { nextAct } from './random-acts.ts';
import { type ServiceTwin, serviceTwin, type TwinResult } from './service-twin.ts';

/** A simulation and a service in the same world, with the journeys that the service has. */
interface Pair {
  readonly simulation: Simulation;
  readonly twin: ServiceTwin;
  /** The name of the realm that both are about. */
  readonly realm: string;
}

async function pair(setting: Omit<SimulationSetting, 'journeys'>, served: TestRealmSetting): Promise<Pair> {
  const { now } = createSimulation({ ...setting, journeys: new Map() });
  const twin = await serviceTwin(now.world, served, setting);
  const realm = setting.realm?.name ?? '/';
  const entries = twin.service.realms.find(realm)?.journeys.all() ?? [];
  const journeys = entries.flatMap(({ name, runnable }) =>
    runnable ? [[name, runnable.journey] as const] : [],
  );
  return { simulation: createSimulation({ ...setting, journeys: new Map(journeys), qrCode }), twin, realm };
}

/** Does the same in both, and expects the same of them. */
async function perform({ simulation, twin }: Pair, act: Act): Promise<void> {
  const step = await simulation.perform(act);
  if (step.result.status === 'impossible') return;
  expect(told(await twin.follow(step)), JSON.stringify(act)).toEqual(told(onWire(step.result)));
  const { run, world } = simulation.now;
  const isKept = simulation.asked !== null && run !== null && run.expiresAtMs > world.nowMs;
  const kept = await twin.stored();
  expect(kept && keptOf(kept), JSON.stringify(act)).toEqual(isKept ? keptOf(run.execution) : null);
}

/** What is kept of a run until its next request; of what may hold secrets, the keys alone. */
function keptOf({ frames, shared, plan, completions, errorMessage }: Execution) {
  const places = frames.map(({ journey, nodeId, transient, secure }) => ({
    journey,
    nodeId,
    transient: Object.keys(transient).toSorted(),
    secure: Object.keys(secure).toSorted(),
  }));
  return { places, shared, plan, completions, errorMessage };
}

function onWire(result: ActResult): TwinResult {
  if (result.status !== 'asked') return result;
  const { authId: _, ...step } = writeStep('', result.step);
  return { status: 'asked', step };
}

/** An outage has other words in each world. */
function told(result: TwinResult): TwinResult {
  return result.status === 'ended' && result.end.status === 'error' && result.end.code === 'outage'
    ? { status: 'ended', end: { ...result.end, message: '' } }
    : result;
}

async function expectSameWay({ simulation, twin }: Pair, journey: string): Promise<void> {
  const passes = simulation.steps.flatMap(({ passes, after }) =>
    passes.map((pass) => stepOf({ pass, atMs: after.world.nowMs, tookMs: 0 }, undefined)),
  );
  const steps: TraceStep[] = [];
  addSteps(steps, passes);
  expect(await twin.passed(journey)).toEqual(steps.map(({ tookMs: _, ...step }) => step));
}

async function expectSamePeople({ simulation, twin, realm }: Pair): Promise<void> {
  const services = twin.service.realms.find(realm)?.services;
  for (const user of Object.values(simulation.now.world.users)) {
    const { username, pushDevice } = user;
    expect(await services?.directory.find(username)).toEqual(identityOf(user, realm));
    const device = await services?.devices.findPush(username);
    // Each delivery has addresses of its own.
    expect(device && { ...device, communicationId: '' }).toEqual(
      pushDevice && { ...pushDevice, communicationId: '' },
    );
  }
}

/** A service is made for each run. */
const runs = 25;

/** Journeys the first of which the service would start. */
const servedJourneys = randomJourneys.filter((built) => {
  const journeys = new Map(built.map((each) => [each.name ?? '', journeyOf(each)]));
  const main = journeys.get('Main');
  return main !== undefined && checkJourney(main, { journeys }).every(({ severity }) => severity !== 'error');
});

const user = { username: 'demo', attributes: { mail: ['demo@example.com'] } };
const userWithDevices = { ...user, devices: ['push', 'oath'], recoveryCodes: ['code1', 'code2'] } as const;

/** Where a client asks to go: mostly not where it may. */
const gotos = [
  '',
  '/here?x=y#z',
  '//evil.example',
  '/\\evil.example',
  '/a b',
  'here',
  'https:here',
  'javascript:alert(1)',
  'javascript://app.example/%0aalert(1)',
  'https://simulation.example/am',
  'https://simulation.example.evil.example/',
  'https://simulation.example@evil.example/',
  'https://APP.example/x?y',
  'https://app.example/xyz',
  'https://app.example/y',
  'http://app.example/x',
  'https://app.example:8443/x',
  'https://[',
];
const validGotoUrls = ['https://app.example/x*?*', 'https://other.example/*', '*', 'no address'];
const realmWithGotos = {
  authentication: { validGotoUrls },
  services: { pushNotification: { delegateFactory: 'local' } },
};

/** Headers that answer a page with a user name and a password. */
const credentials = (password: string) => ({ 'X-OpenAM-Username': 'demo', 'X-OpenAM-Password': password });

/** What a run begins with. */
const beginnings = fc.record(
  {
    users: fc.constantFrom([user], [userWithDevices]),
    signedIn: fc.constant('demo'),
    phone: fc.record({ platform: fc.constantFrom('android', 'ios'), isReachable: fc.boolean() }),
    headers: fc.constantFrom('Ch4ng31t!', '=?UTF-8?Q?Ch4ng31t!?=', 'wrong').map(credentials),
    goto: fc.constantFrom(...gotos),
    gotoOnFail: fc.constantFrom(...gotos),
  },
  { requiredKeys: ['users'] },
);

/** Runs a journey in both as the dice fall, and gives how it has ended. */
async function runByDice(both: Pair, journey: string, dice: readonly number[]): Promise<string> {
  let thrown = 0;
  const roll = () => dice[thrown++ % dice.length] ?? 0;
  await perform(both, { type: 'start', journey });
  for (let act = 0; act < 20 && both.simulation.asked !== null; act += 1) {
    await perform(both, nextAct(both.simulation, roll));
  }
  await expectSameWay(both, journey);
  await expectSamePeople(both);
  return both.simulation.end?.status ?? 'waiting';
}

const samples: TestRealmSetting = { settings: { journeysFolder: realmFolder() } };

function scenariosOf(realm: string, journeys: ReadonlyMap<string, Journey>) {
  return [...journeys.keys()].flatMap((name) => {
    const text = readFileSync(join(realmFolder(realm), name, `${name}.scenarios.yaml`), 'utf8');
    const read = readScenarios(text, name, journeys);
    if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
    return read.scenarios;
  });
}

/** The delivery that keeps messages in the service never fails. */
const needsDeliveryFault = ({ given }: Scenario) => given.services?.push === 'fails';

/** The settings of a sample realm. */
function settingsOf(realm = '.'): Partial<RealmSetting> {
  const { authentication, services } = JSON.parse(
    readFileSync(join(realmFolder(realm), 'realm.json'), 'utf8'),
  );
  return { ...authentication, ...services.session };
}

describe('the simulation and the service agree', { timeout: 60_000 }, () => {
  test('on random journeys', async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(servedJourneys, beginnings, randomDice, async (built, beginning, dice) => {
        const both = await pair(
          { ...beginning, realm: { validGotoUrls } },
          { realm: realmWithGotos, journeys: [login, ...built] },
        );
        ends.add(await runByDice(both, 'Main', dice));
      }),
      { numRuns: runs },
    );
    // Not one way alone was tried.
    expect(ends.size).toBeGreaterThan(2);
  });

  test('on the sample journeys, whatever is done', async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sampleJourneys().keys()),
        beginnings,
        randomDice,
        async (name, beginning, dice) => {
          const both = await pair({ ...beginning, realm: settingsOf() }, samples);
          ends.add(await runByDice(both, name, dice));
        },
      ),
      { numRuns: runs },
    );
    expect(ends.size).toBeGreaterThan(2);
  });

  test.each(gotos)('on where a client is led that asks for %j', async (goto) => {
    for (const password of ['Ch4ng31t!', 'wrong']) {
      const client = { goto, gotoOnFail: goto, headers: credentials(password) };
      const both = await pair({ ...client, realm: { validGotoUrls } }, { realm: realmWithGotos });
      await perform(both, { type: 'start', journey: 'Login' });
      expect(both.simulation.end?.status).toBe(password === 'wrong' ? 'failure' : 'success');
    }
  });

  describe.each([
    { realm: '/', folder: '.' },
    { realm: '/alpha', folder: 'realms/alpha' },
  ])('on the scenarios of the realm $realm', ({ realm, folder }) => {
    const journeys = sampleJourneys(folder);
    const scenarios = scenariosOf(folder, journeys);

    test.skip.each(scenarios.filter(needsDeliveryFault))('$name', () => {});

    test.each(scenarios.filter((scenario) => !needsDeliveryFault(scenario)))(
      '$journey: $name',
      async (scenario) => {
        const { steps } = await runScenario(scenario, journeys);
        const { journeys: _, ...setting } = settingOf(scenario.given, journeys);
        const both = await pair({ ...setting, realm: { ...settingsOf(folder), name: realm } }, samples);
        for (const { act } of steps) await perform(both, act);
        await expectSameWay(both, scenario.journey);
        await expectSamePeople(both);
      },
    );
  });
});
