import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJourneyman } from '../journeyman.builder.ts';

const samples = fileURLToPath(new URL('../../../../journeys', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  cpSync(samples, join(folder, 'journeys'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (...args: readonly string[]) => runJourneyman(args, { cwd: folder });

describe('describe', () => {
  test('prints the page of a journey', () => {
    const { status, stdout } = journeyman('describe', '--journey', 'PushLogin', '--realm', '/alpha');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# PushLogin\n\n/);
    expect(stdout.match(/^# /gm)).toHaveLength(1);
    expect(stdout).toContain('\n## Used by\n\n- the realm, as its default journey\n');
  });

  test('writes a page for each journey into a folder, by realm', () => {
    const { status, stdout } = journeyman('describe', 'journeys', '--out', 'docs');
    expect(status).toBe(0);
    expect(stdout.split('\n')).toContain(join('docs', 'realms', 'alpha', 'PushLogin.md'));
    expect(readdirSync(join(folder, 'docs')).sort()).toEqual([
      'AddPushDevice.md',
      'PasswordlessPush.md',
      'PushLogin.md',
      'PushNumberLogin.md',
      'realms',
    ]);
    expect(readFileSync(join(folder, 'docs/PushLogin.md'), 'utf8')).toMatch(/^# PushLogin\n/);
  });

  test('prints JSON', () => {
    const { journeys, findings } = JSON.parse(journeyman('describe', '--realm', '/alpha', '--json').stdout);
    expect(findings).toEqual([]);
    expect(journeys).toEqual([
      {
        name: 'PushLogin',
        realm: '/alpha',
        file: 'journeys/realms/alpha/PushLogin/PushLogin.journey.json',
        markdown: expect.stringMatching(/^# PushLogin\n/),
      },
    ]);
  });

  test('fails for a file that cannot be read, and describes the others', () => {
    writeFileSync(join(folder, 'Broken.journey.json'), '// ours\n{}');
    const { status, stdout, stderr } = journeyman('describe', 'Broken.journey.json', 'journeys/PushLogin');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Broken\.journey\.json:1:1: error: This is not JSON: it has no comments/);
    expect(stdout).toMatch(/^# PushLogin\n/);
  });

  test.each([
    { args: ['--journey', 'Pushlogin'], says: 'There is no journey "Pushlogin"; found: "AddPushDevice"' },
    { args: ['--realm', 'alpha'], says: '--realm is "alpha"; a path such as / or /alpha is expected.' },
    { args: ['--realm', '/beta'], says: 'There is no journey in journeys of realm /beta.' },
    { args: ['nowhere'], says: 'There is no file or folder nowhere.' },
  ])('takes $args for wrong usage', ({ args, says }) => {
    const { status, stderr } = journeyman('describe', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('uses', () => {
  test('lists who uses a thing, with the place', () => {
    const { status, stdout } = journeyman('uses', 'DataStoreDecisionNode', 'journeys/PushLogin');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^PushLogin +\/ +Data Store Decision +is +node type Data Store Decision +journeys\/PushLogin\/PushLogin\.journey\.json:\d+:\d+\n$/m,
    );
  });

  test('prints JSON', () => {
    const { uses } = JSON.parse(journeyman('uses', 'PushLogin', 'journeys', '--json').stdout);
    expect(uses).toContainEqual({
      kind: 'journey',
      id: 'PushLogin',
      name: 'PushLogin',
      how: 'runs',
      by: { type: 'realm', id: '/alpha', name: '/alpha' },
      realm: '/alpha',
    });
  });

  test('tells where a state key is written, and where what is read was', () => {
    const { stdout } = journeyman('uses', 'username', 'journeys/PushLogin');
    expect(stdout).toMatch(/^PushLogin +\/ +Username Collector +writes \(shared\) +state key username/m);
    expect(stdout).toMatch(/^PushLogin +\/ +Data Store Decision +reads \(shared\) +state key username/m);
    const { uses } = JSON.parse(journeyman('uses', 'password', 'journeys/PushLogin', '--json').stdout);
    expect(uses).toMatchObject([
      { how: 'writes', scopes: ['transient'] },
      { how: 'reads', scopes: ['transient'] },
    ]);
  });

  test('says that nobody does', () => {
    const { status, stdout } = journeyman('uses', 'AddPushDevice');
    expect(status).toBe(0);
    expect(stdout).toBe('Nothing in journeys uses "AddPushDevice".\n');
  });

  test.each([
    { args: [], says: 'The id or the name of something is expected.' },
    { args: ['pushlogin'], says: 'Nothing in journeys is called "pushlogin"; similar names: "PushLogin"' },
    { args: ['x', 'nowhere'], says: 'There is no file or folder nowhere.' },
  ])('takes $args for wrong usage', ({ args, says }) => {
    const { status, stderr } = journeyman('uses', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
