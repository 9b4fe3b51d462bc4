import { expect, test } from 'vitest';
import type { BuiltJourney } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { answered, startOf, type TestRealm, testRealm } from '../test-realm.builder.ts';

/** Asks for a password until it is right or was wrong three times. */
const journey: BuiltJourney = {
  name: 'Login',
  nodes: {
    User: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Retry' } },
    Retry: {
      type: 'RetryLimitDecisionNode',
      config: { retryLimit: 3 },
      to: { Retry: 'Password', Reject: 'Failure' },
    },
  },
};

const authenticate = 'realms/root/authenticate';

async function askedForPassword(service: TestRealm) {
  const step = await service.call(startOf('Login'));
  return service.call(authenticate, { body: answered(step, 'demo') });
}

async function counted(service: TestRealm): Promise<readonly string[] | undefined> {
  return (await service.users.find('/', 'demo'))?.attributes.retryLimitNodeCount;
}

test('answers to one step that come at the same time are one try', async () => {
  const service = await testRealm({ journeys: [journey] });
  const step = await askedForPassword(service);
  const tries = ['wrong-1', 'wrong-2', 'wrong-3', 'wrong-4'].map((password) =>
    service.call(authenticate, { body: answered(step, password) }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 401, 401, 401]);
  expect(await counted(service)).toEqual(['Retry=1']);
});

test('wrong passwords in several runs at the same time are counted each', async () => {
  const service = await testRealm({ journeys: [journey] });
  const steps = await Promise.all([1, 2, 3].map(() => askedForPassword(service)));
  await Promise.all(steps.map((step) => service.call(authenticate, { body: answered(step, 'wrong') })));
  expect(await counted(service)).toEqual(['Retry=3']);
});
