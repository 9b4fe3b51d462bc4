import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { policyFor, readPolicy } from './policy.ts';
import { policySchema } from './policy-schema.ts';

const exception = { finding: 'too-few-factors', node: 'Options', outcome: 'Skip', reason: 'until March' };
const untaken = { node: 'Push Registration', outcome: 'Failure', reason: 'nothing denies one' };
const good: JsonObject = {
  $schema: 'https://example.com/policy.json',
  journeys: {
    '*': { factors: 1, exceptions: [{ finding: 'user-revealed', reason: 'names are public' }] },
    PushLogin: { factors: 2, push: 'six-digits', coverage: 100, exceptions: [exception] },
    Plain: { coverageExceptions: [untaken] },
    Open: { exceptions: [{ ...exception, factors: 0 }] },
  },
};

const wrong: readonly (readonly [JsonObject, readonly string[]])[] = [
  [{}, ['An object of journeys by name is expected in "journeys".']],
  [{ journeys: {}, journey: {} }, ['There is no "journey" here; "journeys" is expected.']],
  [
    { journeys: { A: { factors: 4 } } },
    ['A whole number from 1 to 3 is expected in "journeys", "A", "factors".'],
  ],
  [
    { journeys: { A: { push: 'swipe' } } },
    ['"tap", "number" or "six-digits" is expected in "journeys", "A", "push".'],
  ],
  [
    { journeys: { A: { coverage: 101, exceptions: {} } } },
    [
      'A whole number from 0 to 100 is expected in "journeys", "A", "coverage".',
      'A list is expected in "journeys", "A", "exceptions".',
    ],
  ],
  [
    { journeys: { A: { exceptions: [{ finding: 'weak-push' }] } } },
    ['A reason why the finding is accepted is expected in "journeys", "A", "exceptions", 0, "reason".'],
  ],
  [
    { journeys: { A: { exceptions: [{ finding: 'weak-push', reason: ' ' }] } } },
    ['A reason why the finding is accepted is expected in "journeys", "A", "exceptions", 0, "reason".'],
  ],
  [
    { journeys: { A: { exceptions: [{ ...exception, factors: 3 }] } } },
    ['A whole number from 0 to 2 is expected in "journeys", "A", "exceptions", 0, "factors".'],
  ],
  [
    { journeys: { A: { exceptions: [{ ...exception, factor: 0 }] } } },
    ['There is no "factor" here; "finding", "node", "outcome", "factors" or "reason" is expected.'],
  ],
  [
    { journeys: { A: { coverageExceptions: [{ node: 'Options', reason: 'never', finding: 'x' }] } } },
    [
      'There is no "finding" here; "node", "outcome" or "reason" is expected.',
      'The id or name of an outcome is expected in "journeys", "A", "coverageExceptions", 0, "outcome".',
    ],
  ],
];

test('a policy is read', () => {
  const read = readPolicy(good);
  expect(read.status === 'read' && read.policy.get('PushLogin')).toEqual({
    factors: 2,
    push: 'six-digits',
    coverage: 100,
    exceptions: [exception],
  });
  expect(read.status === 'read' && read.policy.get('Open')?.exceptions).toEqual([
    { ...exception, factors: 0 },
  ]);
});

test.each(wrong)('%j is refused', (value, messages) => {
  const read = readPolicy(value);
  expect(read.status === 'refused' && read.findings.map(({ message }) => message)).toEqual(messages);
});

test('what is said of every journey holds where nothing is said by name, and its exceptions hold as well', () => {
  const read = readPolicy(good);
  if (read.status === 'refused') throw new Error('refused');
  expect(policyFor(read.policy, 'Plain')).toMatchObject({
    factors: 1,
    exceptions: [{ finding: 'user-revealed' }],
    coverageExceptions: [untaken],
  });
  expect(policyFor(read.policy, 'Other')).toMatchObject({ factors: 1 });
  expect(policyFor(read.policy, 'PushLogin')).toMatchObject({
    factors: 2,
    exceptions: [exception, { finding: 'user-revealed' }],
  });
});

describe('the schema', () => {
  const validate = new Ajv({ allErrors: true }).compile(policySchema);

  test('allows what is read', () => {
    expect([validate(good), validate.errors]).toEqual([true, null]);
  });

  test.each(wrong)('forbids %j', (value) => {
    expect(validate(value)).toBe(false);
  });
});
