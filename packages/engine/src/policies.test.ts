import { describe, expect, it } from 'vitest';
import { policies } from './policies.ts';

const failures = async (attribute: string, value: string) =>
  (await policies.check(attribute, value)).map(({ policyRequirement }) => policyRequirement);

describe('policies', () => {
  it.each(['d', 'demo', '...', '.a', 'a.b+c@example.com', 'Ünïcode 日本', '😀'.repeat(64)])(
    'accept the user name %s',
    async (name) => {
      expect(await failures('userName', name)).toEqual([]);
    },
  );

  it.each([
    ['nothing', '', ['REQUIRED', 'MIN_LENGTH']],
    ['white space', '  ', ['REQUIRED']],
    ['65 characters', 'a'.repeat(65), ['MAX_LENGTH']],
    ['a NUL', 'a\u0000b', ['MATCH_REGEXP']],
    ['a line feed', 'a\nb', ['MATCH_REGEXP']],
    ['a control character of Latin-1', 'a\u0085b', ['MATCH_REGEXP']],
    ['a dot, which no address can name,', '.', ['MATCH_REGEXP']],
    ['two dots, which no address can name,', '..', ['MATCH_REGEXP']],
  ])('refuse %s as a user name', async (_, name, broken) => {
    expect(await failures('userName', name)).toEqual(broken);
  });

  it('ask for eight characters in a password and for nothing else', async () => {
    expect(await policies.check('password', '1234567')).toEqual([
      { policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } },
    ]);
    expect(await failures('password', '12345678')).toEqual([]);
    expect(await failures('password', '日本語日本語日本')).toEqual([]);
    expect(await failures('password', '')).toEqual(['REQUIRED', 'MIN_LENGTH']);
  });

  it('are described as identity management does', async () => {
    expect(await policies.describe('password')).toEqual({
      title: 'Password',
      policies: {
        policyRequirements: ['REQUIRED', 'MIN_LENGTH'],
        fallbackPolicies: null,
        name: 'password',
        policies: [
          { policyRequirements: ['REQUIRED'], policyId: 'required' },
          { policyRequirements: ['MIN_LENGTH'], policyId: 'minimum-length', params: { minLength: 8 } },
        ],
        conditionalPolicies: null,
      },
    });
  });

  it.each(['givenName', 'constructor', '__proto__'])('know nothing of %s', async (attribute) => {
    expect(await policies.describe(attribute)).toEqual({ policies: {} });
    expect(await policies.check(attribute, '')).toEqual([]);
  });
});
