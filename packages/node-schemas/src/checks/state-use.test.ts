import { expect, test } from 'vitest';
import { type BuiltJourney, journeyOf } from '../journey/journey-export.builder.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { stateUse } from './state-use.ts';

const use = (nodes: BuiltJourney['nodes'], key: string) =>
  stateUse(journeyOf({ nodes }), { journeys: new Map(), types: nodeTypesById }).find(
    (each) => each.key === key,
  );

const check = { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } };
const page = {
  type: 'PageNode',
  to: { outcome: 'Check' },
  children: { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
};

test('a key has its writers, with their scope, and its readers', () => {
  expect(use({ Page: page, Check: check }, 'password')).toEqual({
    key: 'password',
    writers: [{ nodeId: 'Password', nodeName: 'Password', scope: 'transient', on: [] }],
    readers: [{ nodeId: 'Check', nodeName: 'Check', required: true, isWritten: true }],
  });
});

test('a key that no way to its reader has written is told', () => {
  const late = { Check: { ...check, to: { true: 'Name', false: 'Failure' } } };
  const name = { type: 'UsernameCollectorNode', to: { outcome: 'Success' } };
  expect(use({ ...late, Name: name }, 'username')?.readers).toMatchObject([
    { nodeId: 'Check', isWritten: false },
  ]);
});

test('a key written on another outcome is not there, and one named by a configuration is', () => {
  const sender = {
    type: 'PushAuthenticationSenderNode',
    to: { SENT: 'Failure', NOT_REGISTERED: 'Result', SKIPPED: 'Failure' },
  };
  const result = { type: 'PushResultVerifierNode', to: { TRUE: 'Success', FALSE: 'Failure' } };
  const set = {
    type: 'SetStateNode',
    config: { attributes: { username: 'demo' } },
    to: { outcome: 'Sender' },
  };
  const nodes = { Set: set, Sender: sender, Result: result };
  expect(use(nodes, 'pushMessageId')?.readers).toContainEqual({
    nodeId: 'Result',
    nodeName: 'Result',
    required: true,
    isWritten: false,
  });
  expect(use(nodes, 'username')?.readers.every(({ isWritten }) => isWritten)).toBe(true);
});

test('a script may have written anything', () => {
  const script = { type: 'UnheardOfNode', to: { on: 'Check' } };
  expect(use({ Script: script, Check: check }, 'password')?.readers).toMatchObject([{ isWritten: true }]);
});
