import { deviceProfileCollectorNode, type JsonObject } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo, refuse, send } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { deviceProfileCollector } from './device-profile-collector.ts';

const type = deviceProfileCollectorNode;

const collected = (profile: JsonObject | string, maximumSize = '3') =>
  nodeRun({
    type,
    config: { maximumSize },
    answers: [
      {
        type: 'DeviceProfileCallback',
        value: typeof profile === 'string' ? profile : JSON.stringify(profile),
      },
    ],
  });

test('asks for what is configured', () => {
  const { run } = nodeRun({ type, config: { deviceLocation: true } });
  expect(deviceProfileCollector(run)).toEqual(
    send({ type: 'DeviceProfileCallback', metadata: true, location: true, message: '' }),
  );
});

test('shows the message in the first language where none suits', () => {
  const { run } = nodeRun({
    type,
    config: { message: { de: 'Moment', fr: 'Un instant' } },
    request: { locales: ['es'] },
  });
  expect(deviceProfileCollector(run)).toMatchObject({ callbacks: [{ message: 'Moment' }] });
});

test('asks again when the client sends nothing', () => {
  expect(deviceProfileCollector(collected('').run)).toMatchObject({ type: 'send' });
});

test('keeps the profile and tells the audit of it', () => {
  const profile = {
    identifier: 'browser-1',
    metadata: { platform: { deviceName: 'Chrome on Linux' } },
    location: { latitude: 51.4, longitude: -2.6 },
  };
  const { run, state } = collected(profile);
  expect(deviceProfileCollector(run)).toEqual(
    goTo('outcome', { audit: { 'forgeRock.device.profile': profile } }),
  );
  expect(state.shared).toEqual({ 'forgeRock.device.profile': profile });
});

test('leaves out a location without numbers and whatever it does not know', () => {
  const { run, state } = collected({
    identifier: 'browser-1',
    metadata: 'none',
    location: { latitude: '51.4', longitude: null },
    surprise: true,
  });
  deviceProfileCollector(run);
  expect(state.shared).toEqual({ 'forgeRock.device.profile': { identifier: 'browser-1' } });
});

test.each([
  { what: 'no identifier', profile: { metadata: {} } },
  { what: 'an empty identifier', profile: { identifier: '' } },
  { what: 'an identifier that is no text', profile: { identifier: 7 } },
  { what: 'no object', profile: '["identifier"]' },
  { what: 'no JSON', profile: '{identifier' },
])('refuses a profile with $what', ({ profile }) => {
  const { run, state } = collected(profile);
  expect(deviceProfileCollector(run)).toEqual(refuse('Device Identifier is not captured'));
  expect(state.shared).toEqual({});
});

test('counts the size in bytes', () => {
  // 515 bytes in 183 characters.
  const profile = { identifier: 'あ'.repeat(166) };
  expect(deviceProfileCollector(collected(profile, '0.6').run)).toMatchObject({ type: 'goTo' });
  expect(deviceProfileCollector(collected(profile, '0.5').run)).toEqual(
    refuse('Captured data exceed maximum accepted size'),
  );
});
