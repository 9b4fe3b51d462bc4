import { describe, expect, it } from 'vitest';
import { answerFailureText, refreshText, refusalsText, scanFailureText } from './texts.ts';

const here = { isOffline: false, pageOrigin: 'http://localhost:8080' };

describe('why a code is not added', () => {
  it('says what a code looks like to who has pasted something else', () => {
    expect(scanFailureText({ status: 'wrong code', part: 'scheme', expected: 'pushauth' }, here)).toContain(
      'not a registration code',
    );
  });

  it('names the part that is wrong', () => {
    expect(scanFailureText({ status: 'wrong code', part: 's', expected: 'base64url' }, here)).toBe(
      'This code cannot be used: “s” has to be base64url.',
    );
  });

  it('says what to do when the phone was replaced meanwhile', () => {
    expect(scanFailureText({ status: 'replaced' }, here)).toMatch(/with a new code\.$/);
  });

  it('shows the message of the server, but not AM’s empty one', () => {
    const refused = { status: 'refused', httpStatus: 400 } as const;
    expect(scanFailureText({ ...refused, message: 'Too late.' }, here)).toBe('Too late.');
    expect(scanFailureText({ ...refused, message: 'Bad request.' }, here)).toContain('may have expired');
  });

  it.each([
    [{ ...here, isOffline: true }, 'The phone is offline'],
    [here, 'Check that the server is running'],
    [{ ...here, pageOrigin: 'http://127.0.0.1:8080' }, 'Open the phone at http://localhost:8080/phone'],
  ])('tells why no server is reached: %o', (surroundings, text) => {
    const result = { status: 'unreachable', server: 'http://localhost:8080' } as const;
    expect(scanFailureText(result, surroundings)).toContain(text);
  });
});

it('every failed answer says what to do or why not', () => {
  for (const status of ['unknown', 'expired'] as const) {
    expect(answerFailureText({ status }, here)).toMatch(/\.$/);
  }
});

it('names the apps that would refuse a code', () => {
  const refusal = { by: 'unified', part: 'issuer', expected: 'the same issuer as in the label' } as const;
  expect(refusalsText([refusal])).toBe(
    'The newest app would refuse this code: “issuer” has to be the same issuer as in the label.',
  );
});

it('counts the accounts that know the new token', () => {
  const done = { accountId: 'a', status: 'refreshed' } as const;
  expect(refreshText([])).toContain('No account needs it');
  expect(refreshText([done, done])).toContain('for 2 accounts');
  expect(refreshText([done, { accountId: 'b', status: 'no address' }])).toContain('for 1 of 2 accounts');
});
