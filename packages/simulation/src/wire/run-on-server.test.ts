import { expect, test } from 'vitest';
import { journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { readScenarios } from '../scenarios/read-scenarios.ts';
import { runOnServer, type ScenarioServer } from './run-on-server.ts';
import type { ServerAdministrator } from './server-administrator.ts';

const journeys = new Map([
  [
    'Login',
    journeyOf({
      name: 'Login',
      nodes: { Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } } },
    }),
  ],
]);

/** A scenario with two users, in which nobody gets in. */
function scenario(more = '') {
  const text = `- { scenario: S, given: { users: { ann: {}, bob: {} }${more} }, steps: [], expect: { end: failure } }`;
  const read = readScenarios(text, 'Login', journeys);
  const [first] = read.status === 'refused' ? [] : read.scenarios;
  if (first === undefined) throw new Error(JSON.stringify(read));
  return first;
}

/** A server that lets nobody in, with an administrator; gives what its users are called once they are made. */
function serverWith({ make, remove }: Partial<ServerAdministrator>) {
  const removed: string[] = [];
  let made = 0;
  const server: ScenarioServer = {
    address: {
      base: 'https://am.example.com/am',
      realm: '/',
      fetch: async () => ({ status: 401, text: async () => '{}' }),
    },
    administrator: {
      make: make ?? (async () => {}),
      restrict: async () => {},
      find: async () => null,
      passes: async () => null,
      async remove(username) {
        removed.push(username);
        await remove?.(username);
      },
    },
    hasPhone: false,
    random: { bytes: (count) => new Uint8Array(count).fill(count === 4 ? ++made : 0) },
    clock: { now: () => 0 },
    sleep: async () => {},
  };
  return { server, removed };
}

const refusal = async (username: string) => {
  throw new Error(`The server does not let ${username} go`);
};

test('a scenario on a server has all its users removed, and passes', async () => {
  const { server, removed } = serverWith({});
  const result = await runOnServer(scenario(), server, { journeys });
  expect(result).toEqual({ status: 'run', failures: [], notCompared: [] });
  expect(removed).toEqual(['ann-01010101', 'bob-02020202']);
});

test('a user whom the server does not let go fails the scenario, and the others are removed', async () => {
  const { server, removed } = serverWith({
    remove: async (username) => {
      if (username.startsWith('ann')) await refusal(username);
    },
  });
  const { status, ...result } = await runOnServer(scenario(), server, { journeys });
  expect([status, removed]).toEqual(['run', ['ann-01010101', 'bob-02020202']]);
  expect(result).toMatchObject({
    failures: [
      {
        message:
          'The server keeps these users, whose passwords are known: ann-01010101. The server does not let ann-01010101 go. They are to be removed there.',
      },
    ],
  });
});

test('what broke a scenario off is told before the users who stay, among them one who was being made', async () => {
  const { server } = serverWith({
    make: async (username) => {
      if (username.startsWith('bob')) throw new Error('The line is dead');
    },
    remove: refusal,
  });
  expect(await runOnServer(scenario(), server, { journeys })).toMatchObject({
    failures: [
      { message: 'The server gave no answer: The line is dead.' },
      { message: expect.stringContaining('known: ann-01010101, bob-02020202. ') },
    ],
  });
});

test('a scenario that is skipped after its users were made fails where they stay', async () => {
  const signedIn = scenario(', signedIn: ann');
  const without = await runOnServer(signedIn, serverWith({}).server, { journeys });
  expect(without).toMatchObject({ status: 'skipped' });
  const { server } = serverWith({ remove: refusal });
  expect(await runOnServer(signedIn, server, { journeys })).toMatchObject({
    status: 'run',
    failures: [{ message: expect.stringContaining('ann-01010101, bob-02020202') }],
  });
});
