import { setFailureUrlNode, setSuccessUrlNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { setFailureUrl } from './set-failure-url.ts';
import { setSuccessUrl } from './set-success-url.ts';

test('says where success leads', () => {
  const { run, state } = nodeRun({
    type: setSuccessUrlNode,
    config: { successUrl: 'https://app.example.com/' },
  });
  expect(setSuccessUrl(run)).toEqual(goTo('outcome'));
  expect(state.shared).toEqual({ successUrl: 'https://app.example.com/' });
});

test('says where failure leads', () => {
  const { run, state } = nodeRun({
    type: setFailureUrlNode,
    config: { failureUrl: 'https://app.example.com/' },
  });
  expect(setFailureUrl(run)).toEqual(goTo('outcome'));
  expect(state.shared).toEqual({ failureUrl: 'https://app.example.com/' });
});
