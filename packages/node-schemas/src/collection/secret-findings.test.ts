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

describe('a script', () => {
  const inScript = (line: string) => told({}, { scripts: { s1: { script: ['// start', line] } } });

  test.each([
    'var password = "Hunter2Hunter2";',
    "const API_KEY = 'k3y-0123456789';",
    'var client = { clientSecret: `s3cr3t-value`, id: 1 };',
    'var headers = { "X-Api-Key": "0a1b2c3d4e5f" };',
    'headers["X-Auth-Token"] = "0a1b2c3d4e5f";',
    'request.getHeaders().add("X-OpenAM-Password", "Ch4ng31t!");',
    'var jwtSigningKey = "bm90LXNvLTEyMzQ1Ng==";',
    'var body = "{\\"password\\":\\"Hunter2Hunter2\\"}";',
    'request.getHeaders().add("Authorization","Basic SHVudGVyMkh1bnRlcjI=");',
    "headers['Authorization'] = 'Bearer 0a1b2c3d.4e5f';",
    'var options = { headers: { Authorization: `bearer hunterhunter` } };',
    'headers.set("Authorization", "Basic " + "SHVudGVyMkh1bnRlcjI=");',
    'var body = "{\\"Authorization\\":\\"Basic SHVudGVyMkh1bnRlcjI=\\"}";',
    'var login = "Basic SHVudGVyMkh1bnRlcjI=";',
  ])('with %s has a secret, told on its line and without its value', (line) => {
    const findings = inScript(line);
    expect(findings).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('in plain text in this script') },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/hunter|SHVud|0a1b|k3y|s3cr3t|ch4ng|bm90/i);
    const [first] = findings;
    const [other] = told({}, { scripts: { s1: { script: [line] } } });
    expect((first?.line ?? 0) - (other?.line ?? 0)).toBe(1);
  });

  test.each([
    ['clientSecret', 'var clientSecret = "p8s7Gh-0a1b2c3d";'],
    ['x-api-key', 'var headers = { "x-api-key": "0a1b2c3d4e5f" };'],
    ['client_secret', 'config.client_secret = "0a1b2c3d4e5f";'],
    ['esv.mail.password', 'var defaults = { "esv.mail.password": "Hunter2Hunter2" };'],
    ['$token', 'var a=b-$token="0a1b2c3d4e5f";'],
    ['password', 'var body = "{\\"password\\":\\"Hunter2Hunter2\\"}";'],
    ['Authorization', 'headers.add("Authorization", "Basic SHVudGVyMkh1bnRlcjI=");'],
  ])('that gives %s a value is told with the whole name', (name, line) => {
    expect(inScript(line).map(({ message }) => message.split(' has a value')[0])).toEqual([name]);
  });

  test.each([
    'var password = nodeState.get("password");',
    'nodeState.putShared("password", "");',
    'var passwordAttribute = "userPassword2";',
    'var PASSWORD = "userPassword";',
    'var field = { token: "IDToken2" };',
    'var error = { token: "ACCOUNT_LOCKED_ERROR_2" };',
    'var secret = systemEnv.getProperty("esv.mail.secret2");',
    'var secret = "esv.mail.secret2", apiKey = "esv-api-key-2";',
    'var apiKey = "&{esv.api.key2}";',
    `var token = "${'$'}{header}0123456789";`,
    'var token = "<your token 1>", password = "changeit", secret = "";',
    'if (token == "0a1b2c3d4e5f") outcome = "true";',
    'var tokenUrl = "https://login1.example.com/token";',
    'headers.add("Authorization", "Bearer " + accessToken.value123);',
    'headers.add("Authorization", "Bearer 0a1b2c3d" + rest);',
    'headers.add("Authorization", "Basic " + systemEnv.getProperty("esv.basic.auth1"));',
    'headers.add("Authorization", "Basic &{esv.basic.auth1}");',
    `headers.add("Authorization", \`Bearer ${'$'}{token12345}\`);`,
    'headers.add("Authorization", "Bearer <your token>");',
    'headers.add("Authorization", "Bearer YOUR_ACCESS_1");',
    'headers.add("Authorization", "Basic");',
    'if (header.startsWith("Bearer ")) token = header.substring(7);',
    'var scheme = "Basic authentication";',
    'var prompt = { password: "Enter the 8 digits of your password" };',
  ])('with %s has none', (line) => {
    expect(inScript(line)).toEqual([]);
  });

  test('with a very long line is read to its end', () => {
    expect(inScript(`var image = "${'token'.repeat(50_000)}";`)).toEqual([]);
  });
});

test('the id of an AWS access key is told wherever it is', () => {
  const id = `AKIA${'ABCDEFGH'.repeat(2)}`;
  for (const findings of [
    told({ about: `uses ${id}` }),
    told({}, { scripts: { s1: { script: [`var k = "${id}";`] } } }),
  ]) {
    expect(findings).toMatchObject([{ severity: 'warning', message: expect.stringContaining('AWS') }]);
    expect(JSON.stringify(findings)).not.toContain(id);
  }
  expect(told({ about: `x${id}` })).toEqual([]);
});

test('the clear text of a social provider is told as well', () => {
  expect(told({}, { socialIdentityProviders: { google: { clientSecret: 'hunter2' } } })).toHaveLength(1);
});
