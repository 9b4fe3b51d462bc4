import { type Policy, readPolicyText } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { draftOf, type PolicyDraft, withDraft, withRenamed } from './policy-draft.ts';

const nothing: PolicyDraft = { factors: undefined, push: undefined, exceptions: [] };

function policyOf(text: string): Policy {
  const read = readPolicyText(text);
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  return read.policy;
}

const handWritten = `{
    "$schema": "https://example.com/policy.json",
    "journeys": {
        "*": { "factors": 1 },
        "PushLogin": { "coverage": 90, "factors": 1 }
    }
}
`;

describe('what is demanded of a journey', () => {
  test('is written into a new file, which can be read again', () => {
    const draft: PolicyDraft = {
      factors: 2,
      push: 'number',
      exceptions: [
        { finding: 'too-few-factors', node: 'Options', outcome: 'Skip', factors: 0, reason: ' until March ' },
      ],
    };
    const text = withDraft(null, 'PushLogin', draft);
    expect(draftOf(policyOf(text), 'PushLogin')).toEqual({
      ...draft,
      exceptions: [{ ...draft.exceptions[0], reason: 'until March' }],
    });
    expect(text).toMatch(/^\{\n {2}"journeys": \{\n {4}"PushLogin": \{\n/);
    expect(text).toMatch(/\}\n$/);
  });

  test('is changed in a file that was written by hand without touching anything else', () => {
    expect(withDraft(handWritten, 'PushLogin', { ...nothing, factors: 2 })).toBe(
      handWritten.replace('"coverage": 90, "factors": 1', '"coverage": 90, "factors": 2'),
    );
  });

  test('leaves the file as it is when it is the same', () => {
    expect(withDraft(handWritten, 'PushLogin', draftOf(policyOf(handWritten), 'PushLogin'))).toBe(
      handWritten,
    );
    expect(withDraft(handWritten, 'Other', nothing)).toBe(handWritten);
  });

  test('takes the journey out when nothing is said of it any more, and keeps what only the file knows', () => {
    const text = withDraft(null, 'A', { ...nothing, factors: 1 });
    expect([...policyOf(withDraft(text, 'A', nothing)).keys()]).toEqual([]);
    expect(policyOf(withDraft(handWritten, 'PushLogin', nothing)).get('PushLogin')).toEqual({
      coverage: 90,
      exceptions: [],
    });
  });

  test('may be of a journey whose name means something to JavaScript', () => {
    const text = withDraft(null, '__proto__', { ...nothing, factors: 2 });
    expect(policyOf(text).get('__proto__')?.factors).toBe(2);
  });
});

describe('a journey that goes by another name', () => {
  test('takes what is demanded of it along, to the letter', () => {
    expect(withRenamed(handWritten, 'PushLogin', 'Sign in')).toBe(
      handWritten.replace('"PushLogin"', '"Sign in"'),
    );
    expect(withRenamed(handWritten, 'Other', 'Sign in')).toBe(handWritten);
  });

  test('leaves it where another realm has a journey of the old name', () => {
    const policy = policyOf(withRenamed(handWritten, 'PushLogin', 'Sign in', true) ?? '');
    expect(policy.get('Sign in')).toEqual(policy.get('PushLogin'));
  });

  test('takes the place of nothing else that is said of the new name', () => {
    expect(withRenamed(handWritten, 'PushLogin', '*')).toBeUndefined();
  });
});
