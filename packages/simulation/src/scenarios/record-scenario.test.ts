import { describe, expect, it } from 'vitest';
import { type BuiltJourney, journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { sampleJourneys } from '../../test/sample-journeys.ts';
import { createSimulation } from '../run/simulation.ts';
import { untouched } from '../run/untouched.ts';
import { settingOf } from './given.ts';
import { readScenarios } from './read-scenarios.ts';
import { recordScenario } from './record-scenario.ts';
import { runScenario } from './run-scenario.ts';
import type { Given } from './scenario-schema.ts';
import { appendScenario, writeScenarios } from './write-scenarios.ts';

const journeys = sampleJourneys();

/** A simulation in which the user has registered the phone and now waits for it. */
async function waitingForPhone(given: Given) {
  const simulation = createSimulation(settingOf(given, journeys));
  const send = (values: { readonly [type: string]: string | number } = {}) =>
    simulation.answer(
      untouched(simulation.asked ?? { callbacks: [] }).map(
        (answer) => ({ ...answer, value: values[answer.type] ?? answer.value }) as typeof answer,
      ),
    );
  await simulation.start('PushLogin');
  await send({ NameCallback: 'demo', PasswordCallback: 'Ch4ng31t!' });
  await send();
  await send({ ConfirmationCallback: 0 });
  await simulation.phone.approve();
  await simulation.phone.scan();
  await simulation.poll();
  await send();
  await simulation.poll();
  await simulation.poll();
  return { simulation, send };
}

describe('a recording', () => {
  it('tells a walk as a story that reads and runs as it was', async () => {
    const { simulation, send } = await waitingForPhone({ locale: 'en' });
    await simulation.advanceClock(60_000);
    await send({ ConfirmationCallback: 0 });
    await send({ NameCallback: simulation.now.world.users.demo?.devices.push?.recoveryCodes[4] ?? '' });
    const name = 'A new phone is lost at once';
    const recorded = recordScenario({ name, given: { locale: 'en' }, steps: simulation.steps, journeys });
    const text = writeScenarios([recorded]);
    expect(text).toBe(`- scenario: A new phone is lost at once
  given:
    locale: en
  steps:
    - enter: { User Name: demo, Password: Ch4ng31t! }
    - choose: Register Device
    - phone: scan
    - poll
    - submit
    - poll: 2
    - wait: 1 minute
    - choose: Lost phone? Use a recovery code
    - enter: { Recovery Code: '{{recovery code}}' }
  expect:
    path:
      - Page: outcome
      - Data Store Decision: true
      - Device Profile Collector: outcome
      - Push Sender: NOT_REGISTERED
      - MFA Registration Options: registerOutcome
      - Push Registration: successOutcome
      - Recovery Code Display: outcome
      - Push Sender: SENT
      - Push Wait: DONE
      - Push Result Verifier: WAITING
      - Push Wait: DONE
      - Push Result Verifier: WAITING
      - Push Wait: EXITED
      - Recovery Code Collector Decision: true
    end: success
    session: { NodeType: AuthenticatorPushRegistration| }
    users:
      demo:
        devices: [ push ]
        recoveryCodes: 9
    pushes:
      - Login attempt from demo at Journeyman
`);
    const read = readScenarios(text, 'PushLogin', journeys);
    if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
    const results = await Promise.all(read.scenarios.map((each) => runScenario(each, journeys)));
    expect(results.map(({ failures }) => failures)).toEqual([[]]);
  });

  const node = '0b4f7c0e-1a2b-4c3d-8e5f-a1b2c3d4e5f6';
  it.each([
    { count: 'Count', end: 'Success', session: { AuthLevel: '5', colour: 'red' }, demo: { locked: false } },
    {
      count: 'Count',
      end: 'Failure',
      demo: { attributes: { retryLimitNodeCount: 'Count=1' }, locked: false },
    },
    // Holds an id, which need not stay.
    { count: node, end: 'Failure', demo: { locked: false } },
  ])('expects what $count and $end do to session and users', async ({ count, end, session, demo }) => {
    const nodes: BuiltJourney['nodes'] = {
      Name: { type: 'UsernameCollectorNode', to: { outcome: count } },
      [count]: {
        type: 'RetryLimitDecisionNode',
        config: { retryLimit: 3, incrementUserAttributeOnFailure: true },
        to: { Retry: 'Unlock', Reject: 'Failure' },
      },
      Unlock: { type: 'AccountLockoutNode', config: { lockAction: 'UNLOCK' }, to: { outcome: 'Raise' } },
      Raise: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 5 }, to: { outcome: 'Set' } },
      Set: {
        type: 'SetSessionPropertiesNode',
        config: { properties: { colour: 'red' } },
        to: { outcome: end },
      },
    };
    const among = new Map([['Login', journeyOf({ name: 'Login', nodes })]]);
    const given: Given = { users: { demo: { locked: true }, alice: {} } };
    const simulation = createSimulation(settingOf(given, among));
    await simulation.start('Login');
    await simulation.answer([{ type: 'NameCallback', value: 'demo' }]);
    const recorded = recordScenario({ name: 'S', given, steps: simulation.steps, journeys: among });
    expect(recorded.expect?.session).toEqual(session);
    expect(recorded.expect?.users).toEqual({ demo });
  });

  it('is numbered where its name is taken, in a file and among others', async () => {
    const { simulation } = await waitingForPhone({});
    const recorded = recordScenario({ name: 'Waits', given: {}, steps: simulation.steps, journeys });
    const once = appendScenario('', recorded);
    const thrice = appendScenario(appendScenario(once, recorded), recorded);
    for (const text of [thrice, writeScenarios([recorded, recorded, recorded])]) {
      const read = readScenarios(text, 'PushLogin', journeys);
      expect(read.status === 'read' && read.scenarios.map(({ name }) => name)).toEqual([
        'Waits',
        'Waits (2)',
        'Waits (3)',
      ]);
    }
  });

  it('is put at the end of a file, which stays as it is written', async () => {
    const { simulation } = await waitingForPhone({});
    const recorded = recordScenario({ name: 'Another', given: {}, steps: simulation.steps, journeys });
    const before = '# Mine.\n- { scenario: First, steps: [] } # short\n';
    const after = appendScenario(before, recorded);
    expect(after.startsWith(`${before}\n- scenario: Another\n`)).toBe(true);
    expect(readScenarios(after, 'PushLogin', journeys).status).toBe('read');
    for (const start of ['', '# Nothing yet.\n', '[]\n', '[{ scenario: First, steps: [] }]']) {
      const read = readScenarios(appendScenario(start, recorded), 'PushLogin', journeys);
      expect(read.status === 'read' && read.scenarios.at(-1)?.name).toBe('Another');
    }
  });
});
