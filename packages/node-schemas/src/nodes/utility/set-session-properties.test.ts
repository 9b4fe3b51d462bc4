import { expect, test } from 'vitest';
import { setSessionPropertiesNode } from './set-session-properties.ts';

const faults = (config: Parameters<NonNullable<typeof setSessionPropertiesNode.validate>>[0]) =>
  setSessionPropertiesNode.validate?.(config).map(({ message }) => message);

test.each([
  { properties: { team: 'blue' } },
  { properties: {}, maxSessionTime: 10 },
  { properties: {}, maxIdleTime: 10 },
])('is content with %o', (config) => {
  expect(faults(config)).toEqual([]);
});

test('wants at least one of its properties', () => {
  expect(faults({ properties: {} })).toEqual([
    'At least one of the following properties must be set: properties, maxSessionTime, maxIdleTime',
  ]);
});

test('leaves the properties of the session service alone', () => {
  expect(
    faults({ properties: { AuthLevel: '9', team: 'blue', 'sun.am.UniversalIdentifier': 'id=x' } }),
  ).toEqual([
    'Provided properties cannot include system session properties: [AuthLevel, sun.am.UniversalIdentifier]',
  ]);
});

test('takes no empty value', () => {
  expect(faults({ properties: { team: '' } })).toEqual(['Session property values cannot be empty']);
});
