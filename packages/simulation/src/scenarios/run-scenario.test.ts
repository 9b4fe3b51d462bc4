import type { Journey } from '@journeyman/node-schemas';
import { describe, expect, it, test } from 'vitest';
import { type BuiltJourney, journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { sampleJourneys } from '../../test/sample-journeys.ts';
import { readScenarios } from './read-scenarios.ts';
import { runScenario } from './run-scenario.ts';

const samples = sampleJourneys();

const built = (...journeys: readonly BuiltJourney[]): ReadonlyMap<string, Journey> =>
  new Map(journeys.map((journey) => [journey.name ?? 'Login', journeyOf(journey)]));

/** Runs the one scenario of a text, and gives its failures with their lines. */
async function failuresOf(text: string, journeys = samples, journey = 'PushLogin') {
  const read = readScenarios(text, journey, journeys);
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  const [scenario] = read.scenarios;
  if (scenario === undefined) throw new Error('There is no scenario.');
  const { failures } = await runScenario(scenario, journeys);
  return failures.map(({ at, message }) => `${at.line}: ${message}`);
}

const registered = `- scenario: S
  given:
    users: { demo: { devices: [push], recoveryCodes: [code1] } }
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
`;

describe('a scenario', () => {
  it('passes when all is as it says', async () => {
    const text = `${registered}
    - expect:
        path: [Page: outcome, Data Store Decision: true, Device Profile Collector: Outcome, Push Sender: SENT]
        shows: [Waiting for response..., Lost phone? Use a recovery code]
        prompts: []
        end: none
    - choose: Lost phone? Use a recovery code
    - expect: { prompts: [Recovery Code], path: [Push Wait: Exit] }
    - enter: { Recovery Code Collector Decision: "{{recovery code}}" }
  expect:
    end: success
    session: { Service: PushLogin, AuthLevel: 0 }
    users: { demo: { recoveryCodes: 0, devices: [push], optedOut: false, locked: false, attributes: { uid: demo } } }
    pushes: [Login attempt from demo at Journeyman]
`;
    expect(await failuresOf(text)).toEqual([]);
  });

  it('can switch the phone and the services off and on, and let time pass', async () => {
    const text = `${registered}
    - phone: switch off
    - poll: 2
    - phone: switch on
    - phone: deny
    - services: { pushMessages: fails }
    - poll
    - services: {}
    - wait: 1 minute
    - submit
  expect:
    end: failure
    message: Login failure
`;
    expect(await failuresOf(text)).toEqual([]);
  });

  it('polls until something else is asked', async () => {
    expect(await failuresOf(`${registered}    - keep polling\n  expect: { end: timeout }\n`)).toEqual([]);
  });

  it('answers for the browser, unless it says what the browser answers', async () => {
    const text = `- scenario: S
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - enter: { DeviceProfileCallback: none }
`;
    expect(await failuresOf(text)).toEqual([
      '4: Step 2: Device Identifier is not captured. The journey waits at Device Profile Collector.',
    ]);
  });

  it('is asked in the language that the user prefers, and signs in with what the headers hold', async () => {
    const journeys = built({
      nodes: {
        Headers: {
          type: 'ZeroPageLoginNode',
          config: { allowWithoutReferer: true },
          to: { true: 'Greet', false: 'Failure' },
        },
        Greet: {
          type: 'MessageNode',
          config: { message: { en: 'Welcome', fr: 'Bienvenue' } },
          to: { true: 'Success', false: 'Failure' },
        },
      },
    });
    const text = `- scenario: S
  given: { locale: fr, headers: { X-OpenAM-Username: demo, X-OpenAM-Password: secret } }
  steps:
    - expect: { shows: [Bienvenue, "Yes"], path: [Headers: true] }
    - choose: "Yes"
  expect: { end: success }
`;
    expect(await failuresOf(text, journeys, 'Login')).toEqual([]);
  });
});

test.each([
  [
    'a path that went another way',
    `${registered}    - choose: Lost phone? Use a recovery code
  expect:
    path: [Page: outcome, Data Store Decision: true, Device Profile Collector: outcome, Push Sender: SENT, Push Result Verifier: EXPIRED]`,
    '1: Expected Push Result Verifier to be left by EXPIRED, but the journey left Push Wait by Exit (EXITED) at step 2.',
  ],
  [
    'a path that stops too early',
    `${registered}  expect: { path: [Page: outcome, Data Store Decision: true, Device Profile Collector: outcome, Push Sender: SENT, Push Wait: DONE] }`,
    '1: Expected Push Wait to be left by DONE, but the journey waits at Push Wait.',
  ],
  [
    'a path that goes on',
    `${registered}  expect: { path: [Page: outcome] }`,
    '1: Expected no more nodes, but the journey left Data Store Decision by True (true) at step 1.',
  ],
  [
    'another end',
    `${registered}    - phone: deny\n    - poll\n  expect: { end: success }`,
    '1: Expected success, but the journey failed with “Login failure” at step 3, leaving Push Result Verifier by Failure (FALSE).',
  ],
  [
    'a journey that breaks off',
    '- scenario: S\n  given: { services: { directory: fails } }\n  steps:\n    - enter: { User Name: demo, Password: x }\n  expect: { end: failure }',
    '1: Expected failure, but the journey broke off at Data Store Decision: The directory is out of reach.',
  ],
  [
    'another message',
    '- scenario: S\n  steps:\n    - enter: { User Name: demo, Password: x }\n  expect: { message: Go away }',
    '1: Expected the message “Go away”, but it is “Login failure”.',
  ],
  [
    'other prompts',
    '- scenario: S\n  steps:\n    - expect: { prompts: [Name] }',
    '3: Step 1: Expected to be asked for Name, but the step asks for User Name, Password.',
  ],
  [
    'a text that is not shown',
    `${registered}    - expect: { shows: [Waiting for respons...] }`,
    '6: Step 2: Expected to be shown “Waiting for respons...”. Did you mean Waiting for response...?',
  ],
  [
    'a property that is another',
    `${registered}    - phone: approve\n    - poll\n  expect: { session: { AuthLevel: 5 } }`,
    '1: Expected the session’s AuthLevel to be 5, but it is 0.',
  ],
  [
    'a property that is not there',
    `${registered}    - phone: approve\n    - poll\n  expect: { session: { Authlevl: 0 } }`,
    '1: Expected the session’s Authlevl to be 0, but it has none. Did you mean AuthLevel?',
  ],
  [
    'a user who is not so',
    `${registered}  expect: { users: { demo: { devices: [], locked: true } } }`,
    [
      '1: Expected devices of demo to be none, but it is push.',
      '1: Expected locked of demo to be true, but it is false.',
    ],
  ],
  [
    'pushes that were not sent',
    '- scenario: S\n  steps: []\n  expect: { pushes: [Hello] }',
    '1: Expected the pushes “Hello”, but what was sent is none.',
  ],
  [
    'a prompt that does not exist',
    '- scenario: S\n  steps:\n    - enter: { Usr Name: demo }',
    '3: Step 1: The step asks for no Usr Name. Did you mean User Name? The journey waits at Page.',
  ],
  [
    'a button that does not exist',
    `${registered}    - choose: Lost phone`,
    '6: Step 2: The step offers no Lost phone. There is Lost phone? Use a recovery code. The journey waits at Push Wait.',
  ],
  [
    'an act that cannot be done',
    '- scenario: S\n  steps:\n    - phone: approve',
    '3: Step 1: There is no push on the phone to answer. The journey waits at Page.',
  ],
  [
    'entering after the end',
    '- scenario: S\n  steps:\n    - enter: { User Name: demo, Password: x }\n    - submit',
    '4: Step 2: The journey does not ask anything. The journey failed with “Login failure” at step 1, leaving Data Store Decision by False (false).',
  ],
  [
    'an act of the phone after the end',
    '- scenario: S\n  steps:\n    - enter: { User Name: demo, Password: x }\n    - wait: 1 second\n    - phone: approve',
    '5: Step 3: There is no push on the phone to answer. The journey failed with “Login failure” at step 1, leaving Data Store Decision by False (false).',
  ],
  [
    'polling where there is nothing to wait for',
    '- scenario: S\n  steps: [keep polling]',
    '2: Step 1: The step does not tell the client to wait and ask again. The journey waits at Page.',
  ],
  [
    'a step that cannot be done any more, since the journey went another way',
    `${registered}    - choose: Lost phone? Use a recovery code
    - phone: let it expire
    - poll
  expect:
    path: [Page: outcome, Data Store Decision: true, Device Profile Collector: outcome, Push Sender: SENT, Push Wait: DONE, Push Result Verifier: EXPIRED]`,
    '8: Step 4: The step does not tell the client to wait and ask again. The journey waits at Recovery Code Collector Decision. Expected Push Wait to be left by DONE, but the journey left Push Wait by Exit (EXITED) at step 2.',
  ],
  [
    'an expectation on the way, since the journey went another way',
    `${registered}    - choose: Lost phone? Use a recovery code
    - expect: { shows: [Welcome] }
  expect: { path: [Page: outcome, Data Store Decision: false] }`,
    '7: Step 3: Expected to be shown “Welcome”. There is Recovery Code. Expected Data Store Decision to be left by false, but the journey left Data Store Decision by True (true) at step 1.',
  ],
  [
    'what a journey does not ask that has ended',
    '- scenario: S\n  steps:\n    - enter: { User Name: demo, Password: x }\n    - expect: { prompts: [Recovery Code], shows: [Welcome], session: { AuthLevel: 0 } }',
    [
      '4: Step 2: Expected to be asked for Recovery Code, but the journey failed with “Login failure” at step 1, leaving Data Store Decision by False (false).',
      'Expected to be shown “Welcome”, but the journey failed with “Login failure” at step 1, leaving Data Store Decision by False (false).',
      'Expected a session with AuthLevel 0, but there is none: the journey failed with “Login failure” at step 1, leaving Data Store Decision by False (false).',
    ].join(' '),
  ],
  [
    'a journey that took too long, round which the client polled',
    `${registered}    - poll: 20000`,
    '6: Step 2: The step does not tell the client to wait and ask again. The journey timed out at step 2: Push Wait → Push Result Verifier → Push Wait went round while the client polled.',
  ],
  [
    'a journey that took too long while the user did nothing',
    `${registered}    - wait: 10 minutes\n    - submit\n  expect: { end: success }`,
    '1: Expected success, but the journey timed out at step 3, waiting at Push Wait.',
  ],
])('%s is told in a sentence that helps', async (_, text, expected) => {
  expect(await failuresOf(text)).toEqual([expected].flat());
});

describe('a scenario that never ends', () => {
  it('is stopped where the journey goes round without asking', async () => {
    const journeys = built({
      nodes: {
        Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Ping' } },
        Ping: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 1 }, to: { outcome: 'Pong' } },
        Pong: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 1 }, to: { outcome: 'Ping' } },
      },
    });
    const text = '- scenario: S\n  steps:\n    - enter: { User Name: demo }';
    expect(await failuresOf(text, journeys, 'Login')).toEqual([
      '3: Step 1: The journey never ends: Ping → Pong → Ping goes round without asking or waiting.',
    ]);
  });

  it('is stopped where the client would poll for ever', async () => {
    const journeys = built({
      tree: { treeTimeout: 100_000 },
      nodes: { Wait: { type: 'PollingWaitNode', config: { secondsToWait: 1 }, to: { DONE: 'Wait' } } },
    });
    for (const step of ['keep polling', '{ poll: 20000 }']) {
      expect(await failuresOf(`- scenario: S\n  steps: [${step}]`, journeys, 'Login')).toEqual([
        '2: Step 1: The journey never ends: Wait → Wait goes round while the client polls.',
      ]);
    }
  });

  it('is stopped where the browser would answer for ever', async () => {
    const journeys = built({
      nodes: {
        Profile: { type: 'DeviceProfileCollectorNode', to: { outcome: 'Profile' } },
      },
    });
    expect(await failuresOf('- scenario: S\n  steps: []\n', journeys, 'Login')).toEqual([
      '1: The journey never ends: Profile → Profile goes round without asking the user.',
    ]);
  });

  it('goes no further where the journey has broken off', async () => {
    const text = `- scenario: S
  given: { users: { demo: { devices: [push] } }, services: { push: missing } }
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
  expect: { end: error }
`;
    expect(await failuresOf(text)).toEqual([]);
  });
});
