import { passwordCollectorNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { passwordCollector } from './password-collector.ts';

const type = passwordCollectorNode;

test('asks for the password', () => {
  const { run } = nodeRun({ type });
  expect(passwordCollector(run)).toEqual(send({ type: 'PasswordCallback', prompt: 'Password' }));
});

test('asks again for an empty password', () => {
  const { run } = nodeRun({ type, answers: [{ type: 'PasswordCallback', value: '' }] });
  expect(passwordCollector(run)).toEqual(send({ type: 'PasswordCallback', prompt: 'Password' }));
});

test('keeps the password in transient state alone', () => {
  const { run, state } = nodeRun({
    type,
    shared: { username: 'demo' },
    answers: [{ type: 'PasswordCallback', value: 'Ch4ng31t!' }],
  });
  expect(passwordCollector(run)).toEqual(goTo('outcome'));
  expect(state).toEqual({ shared: { username: 'demo' }, transient: { password: 'Ch4ng31t!' }, secure: {} });
});
