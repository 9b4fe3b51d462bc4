import { beforeAll, describe, expect, test } from 'vitest';
import { journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';
import { loadAllNodeTypes } from '../nodes/index.ts';
import { readCollection } from './read-collection.ts';
import { secretFindings } from './secret-findings.ts';

beforeAll(loadAllNodeTypes);

/** What is told of a journey with a node of such a configuration, and other parts. */
function told(config: JsonObject, parts: JsonObject = {}, type = 'UnheardOfNode') {
  const value = { ...journeyExport({ nodes: { Node: { type, config } } }), ...parts };
  const { journeys } = readCollection([{ path: 'Login.json', text: JSON.stringify(value, null, 2) }]);
  return journeys.flatMap(secretFindings);
}

const key = `${'-'.repeat(5)}BEGIN RSA PRIVATE KEY${'-'.repeat(5)}`;

test.each(['password', 'clientSecret', 'client_secret', 'apiKey', 'API-KEY', 'bindPassword', 'secret'])(
  'a text under %s is told by its place, never by its value',
  (name) => {
    const findings = told({ [name]: 'hunter2' });
    expect(findings).toMatchObject([{ severity: 'error', message: expect.stringContaining(name) }]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  },
);

test('a text is told that the schema of its node type calls a password', () => {
  const config = { hmacSigningKey: 'hunter2', persistentCookieName: 'hunter2' };
  expect(told(config, {}, 'SetPersistentCookieNode')).toMatchObject([
    { message: expect.stringContaining('hmacSigningKey') },
  ]);
});

test('what only names a secret is none', () => {
  expect(
    told({ password: 'password', passwordAttribute: 'pin', secretId: 'a.b', minimumPasswordLength: 8 }),
  ).toEqual([]);
});

test('a placeholder and an empty value are none', () => {
  expect(told({ password: '&{esv.mail}', secret: '', apiKey: null, token: { $string: '&{a.b}' } })).toEqual(
    [],
  );
});

describe('a private key', () => {
  test('is told in a setting of any name', () => {
    expect(told({ about: `x ${key}` })).toMatchObject([{ message: expect.stringContaining('private key') }]);
  });

  test.each([
    ['a JSON string', JSON.stringify(`var a;\nvar b = "${key}";`)],
    ['lines', ['var a;', `var b = "${key}";`]],
  ])('is told in a script kept as %s', (_, script) => {
    expect(told({}, { scripts: { s1: { script } } })).toMatchObject([
      { severity: 'error', message: expect.stringContaining('private key') },
    ]);
  });
});

test('the clear text of a social provider is told as well', () => {
  expect(told({}, { socialIdentityProviders: { google: { clientSecret: 'hunter2' } } })).toHaveLength(1);
});
