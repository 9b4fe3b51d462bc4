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
    'Page* Outcome, Check* True, Sender Not Registered, Register* Success, Sender* Sent, Wait* Done, Verifier* Success, success: knowledge possession',
  ]);
});

test('a way says what is asked on it', () => {
  const [first] = paths(login, { limit: 1 }).paths;
  expect(first?.steps.map(({ asks }) => asks)).toEqual([['Name', 'Password'], [], []]);
});

test('short ways come first, and it is said when there are more', () => {
  const { paths: found, hasMore } = paths(login, { limit: 2 });
  expect(found.map(({ end, steps }) => [end, steps.length])).toEqual([
    ['failure', 3],
    ['failure', 4],
  ]);
  expect(hasMore).toBe(true);
  expect(paths(login, { limit: 100 }).hasMore).toBe(false);
});

test('a journey with more ways than could ever be listed is given up in time', () => {
  const forks = Object.fromEntries(
    Array.from({ length: 60 }, (_, level) => {
      const next = level === 59 ? 'Success' : `Fork${level + 1}A`;
      const other = level === 59 ? 'Success' : `Fork${level + 1}B`;
      const to = { true: next, false: other };
      return [
        [`Fork${level}A`, { type: 'MessageNode', to }],
        [`Fork${level}B`, { type: 'MessageNode', to }],
      ] as const;
    }).flat(),
  );
  expect(paths(forks, { limit: 10 }).hasMore).toBe(true);
});
