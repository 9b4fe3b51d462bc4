import { randomBytes } from 'node:crypto';
import type { Journey } from '@journeyman/node-schemas';
import {
  readScenarios,
  runOnServer,
  type Scenario,
  type ScenarioServer,
  serverAdministrator,
} from '@journeyman/simulation';
import { describe, expect, test } from 'vitest';
import { type BuiltJourney, journeyOf } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { realmFolder, sampleJourneys } from '../../simulation/test/sample-journeys.ts';
import { login, type TestRealm, type TestRealmSetting, testRealm } from '../src/test-realm.builder.ts';

const samples = sampleJourneys();
const sampleRealm: TestRealmSetting = { settings: { journeysFolder: realmFolder() } };

const built = (...journeys: readonly BuiltJourney[]) =>
  new Map(journeys.map((journey) => [journey.name ?? 'Login', journeyOf(journey)]));

/** What a server can do for scenarios. */
interface Abilities {
  readonly hasAdministrator?: boolean;
  readonly hasPhone?: boolean;
}

/** A service as scenarios meet it; waiting moves its clock. */
async function scenarioServer(
  service: TestRealm,
  { hasAdministrator = true, hasPhone = true }: Abilities = {},
): Promise<ScenarioServer> {
  const address = {
    base: 'http://login.example.com/am',
    realm: '/',
    fetch: async (url: string, init: RequestInit) => service.app.request(url, init),
  };
  return {
    address,
    ...(hasAdministrator && { administrator: await serverAdministrator(address, 'administrator') }),
    hasPhone,
    random: { bytes: (count) => randomBytes(count) },
    clock: service.clock,
    sleep: async (ms) => {
      service.clock.nowMs += ms;
    },
  };
}

function scenariosIn(text: string, journey: string, journeys: ReadonlyMap<string, Journey>) {
  const read = readScenarios(text, journey, journeys);
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  return read.scenarios;
}

const registering = `- scenario: Registers
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - choose: Register Device
    - phone: scan
    - poll
    - submit
    - phone: approve
    - poll
  expect: { end: success }
`;
const skipping = `- scenario: Skips
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - choose: Skip this step
  expect: { end: success }
`;
const [enrolment] = scenariosIn(registering, 'PushLogin', samples);
const [signIn] = scenariosIn(skipping, 'PushLogin', samples);

/** Runs the one scenario of a text on a service with the sample journeys, or with those that are built. */
async function resultOf(
  text: string,
  journey = 'PushLogin',
  { service, journeys = samples, ...abilities }: Abilities & Partial<World> = {},
) {
  const [scenario] = scenariosIn(text, journey, journeys);
  const server = await scenarioServer(service ?? (await testRealm(sampleRealm)), abilities);
  return runOnServer(scenario as Scenario, server, { journeys, enrolment, signIn });
}

interface World {
  readonly service: TestRealm;
  readonly journeys: ReadonlyMap<string, Journey>;
}

/** A service with journeys of its own. */
async function worldOf(...journeys: readonly BuiltJourney[]): Promise<World> {
  return { service: await testRealm({ journeys }), journeys: built(...journeys) };
}

const messagesOf = (result: Awaited<ReturnType<typeof runOnServer>>) =>
  result.status === 'run' ? result.failures.map(({ message }) => message) : [result.reason];

const approved = `- scenario: S
  given: { users: { demo: { devices: [push], recoveryCodes: [code1] } } }
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - expect:
        path: [Page: outcome, Data Store Decision: true, Device Profile Collector: outcome, Push Sender: Sent]
    - phone: approve
    - poll
    - expect: { path: [Push Wait: Done, Push Result Verifier: 'TRUE'] }
`;

describe('a scenario on a service', () => {
  test('is compared in the path, the users, the pushes and the session, all in its own words', async () => {
    const service = await testRealm(sampleRealm);
    const text = `${approved}  expect:
    end: success
    path: [Page: outcome, Data Store Decision: true, Device Profile Collector: outcome, Push Sender: SENT, Push Wait: DONE, Push Result Verifier: 'TRUE']
    session: { UserId: demo, sun.am.UniversalIdentifier: 'id=demo,ou=user,ou=services,ou=am-config', Organization: /, successURL: / }
    users: { demo: { devices: [push], optedOut: false, locked: false, attributes: { uid: demo, mail: demo@example.com } } }
    pushes: [Login attempt from demo at Journeyman]
`;
    expect(await resultOf(text, 'PushLogin', { service })).toEqual({
      status: 'run',
      failures: [],
      notCompared: [],
    });
    const left = (await service.users.list('/')).map(({ username }) => username);
    expect(left.toSorted()).toEqual(['amadmin', 'demo']);
  });

  test.each([
    [
      'path: [Page: outcome]',
      'Expected no more nodes, but the journey left Data Store Decision by True (true).',
    ],
    ['users: { demo: { devices: [] } }', 'Expected devices of demo to be none, but it is push.'],
    [
      'users: { demo: { attributes: { mail: x@example.com } } }',
      'Expected mail of demo to be x@example.com, but it is demo@example.com.',
    ],
    ['users: { demo: { locked: true } }', 'Expected locked of demo to be true, but it is false.'],
    ['users: { demo: { optedOut: true } }', 'Expected optedOut of demo to be true, but it is false.'],
    ['pushes: []', 'Expected the pushes none, but what was sent is “Login attempt from demo at Journeyman”.'],
    ['session: { UserId: alice }', 'Expected the session’s UserId to be alice, but it is demo.'],
    [
      'session: { colour: red }',
      expect.stringMatching(/^Expected the session’s colour to be red, but it has none\. There is /),
    ],
    ['end: failure', 'Expected failure, but the journey succeeded.'],
  ])('fails over "%s"', async (expected, message) => {
    expect(messagesOf(await resultOf(`${approved}  expect: { ${expected} }\n`))).toEqual([message]);
  });

  test('fails over a path within its steps', async () => {
    const text = approved.replace('Push Wait: Done', 'Push Wait: Exit');
    expect(messagesOf(await resultOf(text))).toEqual([
      'Step 5: Expected Push Wait to be left by Exit, but the journey left Push Wait by Done (DONE).',
    ]);
  });

  test('shows what the journey set in the session, and where the client is led', async () => {
    const world = await worldOf({
      name: 'Login',
      nodes: {
        ...login.nodes,
        Check: { type: 'DataStoreDecisionNode', to: { true: 'Set', false: 'Failure' } },
        Set: {
          type: 'SetSessionPropertiesNode',
          config: { properties: { colour: 'red' } },
          to: { outcome: 'Success' },
        },
      },
    });
    const text = `- scenario: S
  given: { goto: /here }
  steps: [{ enter: { User Name: demo, Password: Ch4ng31t! } }]
  expect: { session: { colour: red, successURL: /here } }
`;
    expect(messagesOf(await resultOf(text, 'Login', world))).toEqual([]);
  });

  test('tells why a journey broke off', async () => {
    const text = `- scenario: S
  steps: []
  expect: { end: error, path: [], message: Expected username to be set. }
`;
    expect(messagesOf(await resultOf(text, 'AddPushDevice'))).toEqual([]);
    expect(messagesOf(await resultOf(text.replace('username', 'name'), 'AddPushDevice'))).toEqual([
      'Expected the message “Expected name to be set.”, but it is “Expected username to be set.”.',
    ]);
  });

  test('tells what the service refuses', async () => {
    const text = `- scenario: S
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - enter: { DeviceProfileCallback: none }
`;
    expect(messagesOf(await resultOf(text))).toEqual([
      'Step 2: Device Identifier is not captured. The journey waits at Device Profile Collector.',
    ]);
    const elsewhere = { service: await testRealm(), journeys: samples };
    expect(messagesOf(await resultOf(text, 'PushLogin', elsewhere))).toEqual([
      'PushLogin does not start there: No Configuration found',
    ]);
  });

  test('tells where the journey is when a step cannot be done, as far as it can be seen', async () => {
    const text = `- scenario: S
  steps:
    - enter: { User Name: demo, Password: wrong }
    - submit
  expect: { path: [Page: outcome, Data Store Decision: true] }
`;
    expect(messagesOf(await resultOf(text))).toEqual([
      'Step 2: The journey does not ask anything. The journey failed with “Login failure”, leaving Data Store Decision by False (false). Expected Data Store Decision to be left by true, but the journey left Data Store Decision by False (false).',
    ]);
    expect(messagesOf(await resultOf(text, 'PushLogin', { hasAdministrator: false }))).toEqual([
      'Step 2: The journey does not ask anything. The journey failed with “Login failure”.',
    ]);
  });

  test('that takes too long is timed out, and has not failed', async () => {
    const text = `- scenario: S
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - wait: 10 seconds
    - choose: Skip this step
  expect: { end: timeout }
`;
    const service = await testRealm(sampleRealm);
    const [scenario] = scenariosIn(text, 'PushLogin', samples);
    const server = await scenarioServer(service);
    const slow = { ...server, sleep: (ms: number) => server.sleep(ms * 60) };
    expect(messagesOf(await runOnServer(scenario as Scenario, slow, { journeys: samples }))).toEqual([]);
  });
});

describe('what a server does not show is named', () => {
  const everything = `${approved}  expect:
    path: [Page: outcome]
    session: { AuthLevel: 0, colour: red, UserId: demo }
    users: { demo: { devices: [push], recoveryCodes: 1 } }
    pushes: []
`;
  const notComparedBy = async (text: string, journey: string, abilities: Parameters<typeof resultOf>[2]) => {
    const result = await resultOf(text, journey, abilities);
    return result.status === 'run' ? [result.failures, result.notCompared] : result;
  };

  test('by our service', async () => {
    const text = `${approved}  expect: { session: { AuthLevel: 0 }, users: { demo: { recoveryCodes: 1 } } }\n`;
    expect(await notComparedBy(text, 'PushLogin', {})).toEqual([
      [],
      ['session AuthLevel (not shown there)', 'recoveryCodes of demo (not shown there)'],
    ]);
  });

  test('by one that has no traces that are known here', async () => {
    const service = await testRealm({ settings: { ...sampleRealm.settings, traceHours: 0 } });
    const text = everything.replace('pushes: []', 'end: success');
    expect(await notComparedBy(text, 'PushLogin', { service })).toEqual([
      [],
      [
        'path (no traces there)',
        'session AuthLevel (not shown there)',
        'session colour (not shown there)',
        'recoveryCodes of demo (not shown there)',
      ],
    ]);
  });

  test('where nobody looks, and no phone is reached', async () => {
    const text = `- scenario: S
  steps:
    - enter: { User Name: demo, Password: x }
  expect:
    end: failure
    path: []
    users: { demo: { locked: true } }
    pushes: [Hello]
`;
    expect(await notComparedBy(text, 'PushLogin', { hasAdministrator: false, hasPhone: false })).toEqual([
      [],
      ['path (no administrator)', 'users (no administrator)', 'pushes (no phone of ours)'],
    ]);
  });
});

describe('a run that starts with a session', () => {
  const adding = `- scenario: S
  given: { signedIn: demo, users: { demo: { password: An0ther-one } } }
  steps: [{ phone: scan }, poll, submit]
  expect: { end: success, session: { UserId: demo }, users: { demo: { devices: [push] } } }
`;

  test('signs its user in as another scenario does', async () => {
    expect(messagesOf(await resultOf(adding, 'AddPushDevice'))).toEqual([]);
  });

  test('signs its user in by the default journey, where that wants name and password alone', async () => {
    const ask: BuiltJourney = {
      name: 'Ask',
      nodes: { Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } } },
    };
    const text = `- scenario: S
  given: { signedIn: demo }
  steps: [{ choose: 'Yes' }]
  expect: { end: success, session: { UserId: demo } }
`;
    expect(messagesOf(await resultOf(text, 'Ask', await worldOf(login, ask)))).toEqual([]);
  });

  test('is skipped where a password is not enough', async () => {
    const [scenario] = scenariosIn(adding, 'AddPushDevice', samples);
    const server = await scenarioServer(await testRealm(sampleRealm));
    expect(await runOnServer(scenario as Scenario, server, { journeys: samples })).toEqual({
      status: 'skipped',
      reason: 'a password alone does not sign demo in there',
    });
  });

  test('is skipped for a locked user, whose session would end', async () => {
    expect(
      messagesOf(await resultOf(adding.replace('An0ther-one', 'An0ther-one, locked: true'), 'AddPushDevice')),
    ).toEqual(['a session of demo would end there with the account']);
  });
});

describe('what a user is given', () => {
  test('is a phone and then a lock', async () => {
    const text = `- scenario: S
  given: { users: { demo: { devices: [push], locked: true } } }
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - phone: approve
    - poll
  expect: { end: failure, message: User Locked Out., users: { demo: { locked: true } } }
`;
    expect(messagesOf(await resultOf(text))).toEqual([]);
  });

  test('is an opt-out', async () => {
    const text = `- scenario: S
  given: { users: { demo: { optedOut: true } } }
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
  expect: { end: success, users: { demo: { optedOut: true } } }
`;
    expect(messagesOf(await resultOf(text))).toEqual([]);
  });

  test('is a phone whose address is switched off, and on again', async () => {
    const text = `- scenario: S
  given: { users: { demo: { devices: [push] } }, phone: { isReachable: false } }
  steps:
    - enter: { User Name: demo }
  expect: { end: failure, pushes: [] }
`;
    expect(messagesOf(await resultOf(text, 'PasswordlessPush'))).toEqual([]);
    const on = text
      .replace('  steps:\n', '  steps:\n    - phone: enable endpoint\n')
      .replace('failure, pushes: []', 'none');
    expect(messagesOf(await resultOf(on, 'PasswordlessPush'))).toEqual([]);
  });
});
