import { setSessionPropertiesNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { setSessionProperties } from './set-session-properties.ts';

const type = setSessionPropertiesNode;

test('sets the properties and both times', () => {
  const config = { properties: { team: 'blue', tier: 'gold' }, maxSessionTime: 120, maxIdleTime: 15 };
  expect(setSessionProperties(nodeRun({ type, config }).run)).toEqual(
    goTo('outcome', {
      sessionProperties: { team: 'blue', tier: 'gold' },
      maxSessionTimeMinutes: 120,
      maxIdleTimeMinutes: 15,
    }),
  );
});

test('leaves the times as they are where none are configured', () => {
  const config = { properties: { team: 'blue' } };
  expect(setSessionProperties(nodeRun({ type, config }).run)).toEqual(
    goTo('outcome', { sessionProperties: { team: 'blue' } }),
  );
});
