import { setStateNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { setState } from './set-state.ts';

test('puts every value in shared state, over what is there, and removes other copies', () => {
  const { run, state } = nodeRun({
    type: setStateNode,
    config: { attributes: { colour: 'red', mfaMethod: 'webauthn', size: 'L' } },
    shared: { colour: 'blue', username: 'demo' },
    transient: { mfaMethod: 'push', other: 'x' },
    secure: { size: 'S' },
  });
  expect(setState(run)).toEqual(goTo('outcome'));
  expect(state).toEqual({
    shared: { username: 'demo', colour: 'red', mfaMethod: 'webauthn', size: 'L' },
    transient: { other: 'x' },
    secure: {},
  });
});

test('changes nothing where nothing is configured', () => {
  const { run, state } = nodeRun({ type: setStateNode, shared: { username: 'demo' } });
  expect(setState(run)).toEqual(goTo('outcome'));
  expect(state.shared).toEqual({ username: 'demo' });
});
