import { describe, expect, it } from 'vitest';
import { phoneAddress, phoneCodeIn, pollingWaitIn, type StepCallback } from './phone-code.ts';

function callback(type: string, outputs: Record<string, unknown>): StepCallback {
  return { type, output: Object.entries(outputs).map(([name, value]) => ({ name, value })) };
}

const uri = 'pushauth://push/Acme:demo?issuer=QWNtZQ&s=c2VjcmV0';
const script = callback('TextOutputCallback', { message: 'draw()', messageType: '4' });
const hidden = callback('HiddenValueCallback', { value: uri, id: 'mfaDeviceRegistration' });

describe('phoneCodeIn', () => {
  it('finds the URI with the step’s own words, not its script', () => {
    const words = callback('TextOutputCallback', { message: 'Scan this', messageType: '0' });
    expect(phoneCodeIn([script, words, hidden])).toEqual({ uri, message: 'Scan this' });
  });

  it('has no words when the step has none', () => {
    expect(phoneCodeIn([script, hidden])).toEqual({ uri, message: '' });
  });

  it.each(['otpauth://totp/Acme:demo?secret=MFRGG', 'mfauth://totp/Acme:demo?secret=MFRGG'])(
    'knows %s',
    (value) => {
      expect(phoneCodeIn([callback('HiddenValueCallback', { id: 'x', value })])?.uri).toBe(value);
    },
  );

  it('finds nothing in other steps', () => {
    expect(phoneCodeIn([])).toBeUndefined();
    expect(phoneCodeIn([{ type: 'HiddenValueCallback' }])).toBeUndefined();
    expect(
      phoneCodeIn([callback('HiddenValueCallback', { id: 'pushChallengeNumber', value: '42' })]),
    ).toBeUndefined();
    expect(phoneCodeIn([callback('TextOutputCallback', { message: uri, messageType: '0' })])).toBeUndefined();
    expect(phoneCodeIn([callback('HiddenValueCallback', { id: 'x', value: `see ${uri}` })])).toBeUndefined();
  });
});

describe('pollingWaitIn', () => {
  it('reads AM’s string as milliseconds', () => {
    expect(pollingWaitIn([callback('PollingWaitCallback', { waitTime: '5000', message: 'Wait' })])).toBe(
      5000,
    );
  });

  it('is nothing when the step does not poll', () => {
    expect(pollingWaitIn([hidden])).toBeUndefined();
    expect(pollingWaitIn([callback('PollingWaitCallback', { message: 'Wait' })])).toBeUndefined();
  });
});

describe('phoneAddress', () => {
  it('carries the whole code in the fragment', () => {
    const address = new URL(phoneAddress(uri), 'https://am.example.com');
    expect(address.search).toBe('');
    expect(new URLSearchParams(address.hash.slice(1)).get('uri')).toBe(uri);
  });
});
