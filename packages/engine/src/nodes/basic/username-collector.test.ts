import { usernameCollectorNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { usernameCollector } from './username-collector.ts';

const type = usernameCollectorNode;

test('asks for the user name', () => {
  const { run } = nodeRun({ type });
  expect(usernameCollector(run)).toEqual(send({ type: 'NameCallback', prompt: 'User Name' }));
});

test('asks again for an empty name', () => {
  const { run, state } = nodeRun({ type, answers: [{ type: 'NameCallback', value: '' }] });
  expect(usernameCollector(run)).toEqual(send({ type: 'NameCallback', prompt: 'User Name' }));
  expect(state.shared).toEqual({});
});

test('keeps the name in shared state as it was entered', () => {
  const { run, state } = nodeRun({ type, answers: [{ type: 'NameCallback', value: ' Demo ' }] });
  expect(usernameCollector(run)).toEqual(goTo('outcome'));
  expect(state.shared).toEqual({ username: ' Demo ' });
});
