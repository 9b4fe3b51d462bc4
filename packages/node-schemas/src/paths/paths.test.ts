import { expect, test } from 'vitest';
import { type BuiltJourney, journeyOf } from '../journey/journey-export.builder.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { pathsOf } from './paths.ts';

const page = {
  type: 'PageNode',
  to: { outcome: 'Check' },
  children: { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
};
const login = {
  Page: page,
  Check: { type: 'DataStoreDecisionNode', to: { true: 'Sender', false: 'Limit' } },
  Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Page', Reject: 'Failure' } },
  Sender: {
    type: 'PushAuthenticationSenderNode',
    config: { mandatory: true },
    to: { SENT: 'Wait', NOT_REGISTERED: 'Register' },
  },
  Register: {
    type: 'PushRegistrationNode',
    to: { successOutcome: 'Sender', failureOutcome: 'Failure', timeoutOutcome: 'Failure' },
  },
  Wait: { type: 'PushWaitNode', to: { DONE: 'Verifier', EXITED: 'Failure' } },
  Verifier: {
    type: 'PushResultVerifierNode',
    to: { TRUE: 'Success', FALSE: 'Failure', EXPIRED: 'Failure', WAITING: 'Wait' },
  },
};

const paths = (nodes: BuiltJourney['nodes'], options: Parameters<typeof pathsOf>[2]) =>
  pathsOf(journeyOf({ nodes }), { journeys: new Map(), types: nodeTypesById }, options);

const told = ({ paths: found }: ReturnType<typeof pathsOf>) =>
  found.map(({ end, steps, factors }) =>
    [
      ...steps.map(({ nodeName, outcomeName, again }) => `${nodeName}${again ? '*' : ''} ${outcomeName}`),
      `${end}: ${factors.join(' ')}`,
    ].join(', '),
  );

test('every way is listed once, loops folded and marked, a second time where a device is registered by then', () => {
  expect(told(paths(login, { limit: 100, end: 'success' }))).toEqual([
    'Page* Outcome, Check* True, Sender Sent, Wait* Done, Verifier* Success, success: knowledge possession',
    'Page* Outcome, Check* True, Sender Not Registered, Register Success, Sender Sent, Wait* Done, Verifier* Success, success: knowledge possession',
  ]);
});

test('a push that is on its way makes no other way of a loop', () => {
  const { Sender, Verifier } = login;
  const again = {
    ...login,
    Sender: { ...Sender, config: {}, to: { ...Sender.to, SKIPPED: 'Success' } },
    Verifier: { ...Verifier, to: { ...Verifier.to, EXPIRED: 'Sender' } },
  };
  expect(told(paths(again, { limit: 2, end: 'success' }))).toEqual([
    'Page* Outcome, Check* True, Sender* Skipped, success: knowledge',
    'Page* Outcome, Check* True, Sender* Sent, Wait* Done, Verifier* Success, success: knowledge possession',
  ]);
});

test('a way says what is asked on it', () => {
  const [first] = paths(login, { limit: 1 }).paths;
  expect(first?.steps.map(({ asks }) => asks)).toEqual([['Name', 'Password'], [], []]);
});

test('the shortest way to each end comes before all others, and it is said how many are left out', () => {
  const { paths: found, ...others } = paths(login, { limit: 3 });
  expect(found.map(({ end, steps }) => [end, steps.length])).toEqual([
    ['failure', 3],
    ['failure', 4],
    ['success', 5],
  ]);
  const all = paths(login, { limit: 100 });
  expect(others).toEqual({ hasMore: true, leftOut: all.paths.length - 3, isCounted: true });
  expect(all).toMatchObject({ hasMore: false, leftOut: 0, isCounted: true });
  expect(paths(login, { limit: 1 }).paths.map(({ end }) => end)).toEqual(['failure']);
});

/** A chain of messages; `other` says where No of one leads, Yes leads to the next. */
function chain(length: number, other: (level: number) => string): BuiltJourney['nodes'] {
  const nameOf = (level: number) => (level < length ? `Message ${level}` : 'Success');
  return Object.fromEntries(
    Array.from({ length }, (_, level) => [
      nameOf(level),
      { type: 'MessageNode', to: { true: nameOf(level + 1), false: other(level) } },
    ]),
  );
}

test('a long chain has its way to Success among many short ones to Failure', () => {
  const found = paths(
    chain(200, () => 'Failure'),
    { limit: 100 },
  );
  expect(found.paths.map(({ end, steps }) => [end, steps.length])).toEqual([
    ...Array.from({ length: 99 }, (_, index) => ['failure', index + 1]),
    ['success', 200],
  ]);
  expect(found).toMatchObject({ leftOut: 101, isCounted: true });
});

test('of more ways than can be counted, as many as are wanted are listed, the shortest first', () => {
  const skips = chain(200, (level) => (level < 198 ? `Message ${level + 2}` : 'Success'));
  const found = paths(skips, { limit: 100, end: 'success' });
  expect(found.paths.map(({ steps }) => steps.length)).toEqual([100, ...Array(99).fill(101)]);
  expect(new Set(found.paths.map(({ steps }) => JSON.stringify(steps))).size).toBe(100);
  expect(found).toMatchObject({ hasMore: true, isCounted: false });
});

test('a way back from every node of a long chain does not hide the way to its end', () => {
  const { paths: found } = paths(
    chain(1200, (level) => `Message ${Math.floor(level / 2)}`),
    { limit: 1 },
  );
  expect(found.map(({ end, steps }) => [end, steps.length])).toEqual([['success', 1200]]);
});
