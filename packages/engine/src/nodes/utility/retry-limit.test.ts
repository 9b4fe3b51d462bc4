import { retryLimitDecisionNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { ChangedMeanwhile } from '../../errors.ts';
import { nodeRun } from '../node-run.builder.ts';
import { clearRetryCount, retryLimitDecision } from './retry-limit.ts';

const type = retryLimitDecisionNode;
const countOf = (count: number) => ({ 'node.retryCount': count });
const attributes = (...values: readonly string[]) => ({ retryLimitNodeCount: values });

describe('counting in the journey', () => {
  const config = { incrementUserAttributeOnFailure: false };

  test.each([
    { before: undefined, after: 1, outcome: 'Retry' },
    { before: 1, after: 2, outcome: 'Retry' },
    { before: 3, after: 3, outcome: 'Reject' },
  ] as const)('goes by $outcome with a count of $before', async ({ before, after, outcome }) => {
    const shared = { username: 'demo', ...(before === undefined ? {} : countOf(before)) };
    const { run, state, world } = nodeRun({ type, config, shared });
    expect(await retryLimitDecision(run)).toEqual(
      goTo(outcome, { audit: { retryCount: String(before ?? 0) } }),
    );
    expect(state.shared).toEqual({ username: 'demo', ...countOf(after) });
    expect(world.people.get('demo')?.attributes).toEqual({});
  });

  test('retries three times and rejects the fourth', async () => {
    const { run } = nodeRun({ type, config });
    const outcomes: unknown[] = [];
    for (let visit = 0; visit < 4; visit++) outcomes.push(await retryLimitDecision(run));
    expect(outcomes).toMatchObject(['Retry', 'Retry', 'Retry', 'Reject'].map((outcome) => ({ outcome })));
  });
});

describe('counting with the user', () => {
  const counting = (saved: readonly string[], shared = {}) =>
    nodeRun({
      type,
      people: [{ username: 'demo', attributes: attributes(...saved) }],
      shared: { username: 'demo', ...shared },
    });

  test.each([
    { saved: [], count: '0', after: 1 },
    { saved: ['node=1'], count: '1', after: 2 },
    { saved: ['node=nonsense'], count: '0', after: 1 },
  ])('goes by Retry with $saved saved and counts in both places', async ({ saved, count, after }) => {
    const { run, state, world } = counting(saved);
    expect(await retryLimitDecision(run)).toEqual(
      goTo('Retry', { audit: { retryCount: count }, whenJourneySucceeds: true }),
    );
    expect(world.people.get('demo')?.attributes).toEqual(attributes(`node=${after}`));
    expect(state.shared).toMatchObject(countOf(after));
  });

  test('goes by Reject at the limit, forgets its count and the count of no other node', async () => {
    const { run, world } = counting(['node=3', 'node-2=1']);
    expect(await retryLimitDecision(run)).toEqual(
      goTo('Reject', { audit: { retryCount: '3' }, whenJourneySucceeds: true }),
    );
    expect(world.people.get('demo')?.attributes).toEqual(attributes('node-2=1'));
  });

  test('believes the count of the user and not that of the journey', async () => {
    const { run } = counting(['node=3'], countOf(1));
    expect(await retryLimitDecision(run)).toMatchObject({ outcome: 'Reject' });
  });

  test('counts anew where another run of the user has counted meanwhile', async () => {
    const found = ['node=1', 'node=2', 'node=3'].map((saved) => ({
      username: 'demo',
      universalId: 'id=demo',
      active: true,
      attributes: attributes(saved),
    }));
    const { run } = nodeRun({
      type,
      shared: { username: 'demo' },
      services: {
        directory: {
          find: async () => found.shift() ?? null,
          setAttribute: async (_username, _name, _values, [before] = []) => {
            if (before !== 'node=3') throw new ChangedMeanwhile('demo was changed meanwhile.');
          },
        },
      },
    });
    expect(await retryLimitDecision(run)).toMatchObject({
      outcome: 'Reject',
      effects: { audit: { retryCount: '3' } },
    });
  });

  test('lets an outage of the store through in place of another try', async () => {
    const { run } = nodeRun({
      type,
      shared: { username: 'demo' },
      services: { directory: { setAttribute: () => Promise.reject(new Error('The store is out of reach')) } },
    });
    await expect(retryLimitDecision(run)).rejects.toThrow('The store is out of reach');
  });
});

describe('counting with a user who is not known', () => {
  test.each([
    { before: undefined, after: 1, outcome: 'Retry' },
    { before: 1, after: 2, outcome: 'Retry' },
    { before: 3, after: 3, outcome: 'Reject' },
  ] as const)(
    'falls back to the journey: $outcome with a count of $before',
    async ({ before, after, outcome }) => {
      const { run, state } = nodeRun({
        type,
        shared: { username: 'nobody', ...(before === undefined ? {} : countOf(before)) },
      });
      expect(await retryLimitDecision(run)).toMatchObject({ outcome });
      expect(state.shared).toMatchObject(countOf(after));
    },
  );
});

describe('when the journey succeeds', () => {
  test('forgets the count of the user for that node alone', async () => {
    const { services, world } = nodeRun({
      type,
      people: [{ username: 'demo', attributes: attributes('node=2', 'node-2=1') }],
    });
    await clearRetryCount('node', 'demo', services);
    expect(world.people.get('demo')?.attributes).toEqual(attributes('node-2=1'));
  });

  test.each([undefined, 'nobody'])('does nothing for user %s', async (username) => {
    const { services } = nodeRun({ type });
    await expect(clearRetryCount('node', username, services)).resolves.toBeUndefined();
  });
});
