import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from './base64.ts';
import { readRegistrationUri } from './registration-uri.ts';

const b64 = (text: string) => encodeBase64Url(new TextEncoder().encode(text));
const good: Readonly<Record<string, string>> = {
  l: b64('amlbcookie=01'),
  issuer: b64('Acme'),
  m: 'REGISTER:1',
  s: encodeBase64Url(new Uint8Array(32).fill(7)),
  c: encodeBase64Url(new Uint8Array(32).fill(9)),
  r: b64('https://am.example.com/am/json/push/sns/message?_action=register'),
  a: b64('https://am.example.com/am/json/push/sns/message?_action=authenticate'),
};

/** A code with some parameters changed; an empty value leaves one out. */
function code(changes: Readonly<Record<string, string>> = {}, start = 'pushauth://push/Acme:demo'): string {
  const pairs = Object.entries({ ...good, ...changes }).filter(([, value]) => value !== '');
  return `${start}?${pairs.map((pair) => pair.join('=')).join('&')}`;
}

function otpauth(query: string): string {
  return `otpauth://totp/Acme:demo?secret=JBSWY3DPEHPK3PXP&${query}`;
}

describe('a wrong code', () => {
  it.each([
    ['hello', 'uri'],
    ['https://example.com/', 'scheme'],
    [code({ s: '' }), 's'],
    [code({ s: '%%%' }), 's'],
    [code({ s: '!!!' }), 's'],
    [code({ r: b64('ftp://example.com') }), 'r'],
    [code({ a: b64('javascript:alert(1)') }), 'a'],
    [code({ issuer: '' }, 'pushauth://push/'), 'label'],
    [code({}, 'pushauth://push/Acme%ff:demo'), 'label'],
    [code({}, 'mfauth://push/Acme:demo'), 'host'],
    [code({ secret: 'JBSWY3DPEHPK3PXP', policies: b64('{"a":1}') }, 'mfauth://totp/Acme:demo'), 'policies'],
    [code({ secret: 'JBSWY3DPEHPK3PXP', policies: b64('[') }, 'mfauth://totp/Acme:demo'), 'policies'],
    [otpauth('digits=7'), 'digits'],
    [otpauth('algorithm=SHA3'), 'algorithm'],
    [otpauth('counter=-1'), 'counter'],
    [otpauth('period=1.5'), 'period'],
    ['otpauth://totp/Acme:demo?secret=0189', 'secret'],
  ])('%s: the fault is in %s', (text, part) => {
    expect(readRegistrationUri(text)).toMatchObject({ status: 'wrong', part, expected: expect.any(String) });
  });

  it('is described without its secret', () => {
    const reading = readRegistrationUri(code({ s: 'not*base64', r: '' }));
    expect(JSON.stringify(reading)).not.toContain('not*base64');
  });
});

describe('a code that some apps refuse', () => {
  it.each([
    [code({ issuer: b64('Other') }), 'unified', 'issuer'],
    [code({ version: '2' }), 'androidLegacy', 'version'],
    [code({ s: 'dGVzdHNlY3JldA' }), 'androidLegacy', 's'],
    [code({}, 'pushauth://push/Acme Bank:demo'), 'androidLegacy', 'uri'],
  ])('%s: %s, for its %s', (text, by, part) => {
    const reading = readRegistrationUri(text);
    expect(reading.status === 'read' && reading.refusals).toContainEqual(
      expect.objectContaining({ by, part }),
    );
  });
});

describe('the label', () => {
  it.each([
    ['otpauth://totp/Acme%20Bank:demo%40example.com?secret=AAAA', 'Acme Bank', 'demo@example.com'],
    ['otpauth://totp/Acme%3Ademo?secret=AAAA', 'Acme', 'demo'],
    ['otpauth://totp/Acme:a:b?secret=AAAA', 'Acme', 'a:b'],
    ['OTPAUTH://TOTP/Acme:demo?secret=AAAA', 'Acme', 'demo'],
    ['otpauth://totp/Acme:?secret=AAAA', 'Acme', 'Untitled'],
  ])('%s', (text, issuer, account) => {
    expect(readRegistrationUri(text)).toMatchObject({ code: { issuer, account } });
  });
});

it('leaves out a colour or picture that cannot be one', () => {
  const reading = readRegistrationUri(otpauth('b=red;&image=data:text/html,hi'));
  expect(reading.status === 'read' && Object.keys(reading.code)).toEqual([
    'scheme',
    'issuer',
    'account',
    'oath',
  ]);
});
