import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJourneyman } from './journeyman.builder.ts';

const samples = fileURLToPath(new URL('../../../journeys', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (...args: readonly string[]) => runJourneyman(args, { cwd: folder });

function put(path: string, value: object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(value));
}

const zeroPageLogin = { _id: 'ZeroPageLoginNode', collection: true, name: 'Zero Page Login Collector' };

const exported = (name: string, tree: object = {}) => ({
  nodes: { [`${name}-1`]: { _id: `${name}-1`, _type: zeroPageLogin } },
  tree: {
    _id: name,
    entryNodeId: `${name}-1`,
    nodes: { [`${name}-1`]: { nodeType: 'ZeroPageLoginNode', displayName: 'Only', connections: {} } },
    ...tree,
  },
});

const import_ = (...args: readonly string[]) => {
  const { status, stdout } = journeyman('import', ...args, '--json');
  const { journeys } = JSON.parse(stdout) as { readonly journeys: readonly { readonly result: string }[] };
  return { status, results: journeys.map(({ result }) => result) };
};

describe('a journey that is there already', () => {
  const frodoMeta = {
    meta: {
      origin: 'https://am.example.com/am',
      originAmVersion: '8.0.2',
      exportedBy: 'amadmin',
      exportDate: '2026-01-02T03:04:05.678Z',
      exportTool: 'frodo',
      exportToolVersion: 'v3.3.0',
    },
  };

  test('is unchanged, whichever tool has exported it meanwhile', () => {
    cpSync(join(samples, 'PushLogin'), join(folder, 'journeys/PushLogin'), { recursive: true });
    const before = readFileSync(join(folder, 'journeys/PushLogin/PushLogin.journey.json'), 'utf8');
    for (const shape of ['frodo', 'frodo-multi', 'ping', 'fr-config-manager']) {
      expect(journeyman('export', '--to', shape, '--out', shape).status).toBe(0);
      expect([shape, import_(shape)]).toEqual([shape, { status: 0, results: ['unchanged'] }]);
    }
    const frodo = JSON.parse(readFileSync(join(folder, 'frodo/PushLogin.journey.json'), 'utf8'));
    put('noted.json', { ...frodo, ...frodoMeta });
    expect(import_('noted.json')).toEqual({ status: 0, results: ['unchanged'] });
    expect(readFileSync(join(folder, 'journeys/PushLogin/PushLogin.journey.json'), 'utf8')).toBe(before);
  });

  test('is unchanged by parts that are empty, and by who exported it', () => {
    put('Login.json', exported('Login'));
    expect(import_('Login.json').results).toEqual(['written']);
    put('Login.json', { ...exported('Login'), ...frodoMeta, themes: [], scripts: {}, variable: {} });
    expect(import_('Login.json')).toEqual({ status: 0, results: ['unchanged'] });
  });

  test.each([
    ['what it says', exported('Login', { description: 'another' })],
    ['a part of it', { ...exported('Login'), themes: [{ _id: 'a', name: 'Plain' }] }],
    ['its places', exported('Login', { staticNodes: { startNode: { x: 1, y: 2 } } })],
  ])('is different by %s', (_, other) => {
    put('Login.json', exported('Login'));
    import_('Login.json');
    put('Login.json', other);
    expect(import_('Login.json')).toEqual({ status: 1, results: ['there already, and different'] });
  });
});

test.each([
  ['Login', 'login'],
  ['F\u00e4lle', 'Fa\u0308lle'],
])('%j and %j of one file, which are one folder on some systems, are not both written', (one, other) => {
  put('both.json', { trees: { [one]: exported(one), [other]: exported(other) } });
  const { status, results } = import_('both.json');
  expect(status).toBe(1);
  expect(results).toEqual([
    'written',
    `${JSON.stringify(one)} is imported as well; names that differ in more than case are expected.`,
  ]);
  expect(readdirSync(join(folder, 'journeys'))).toEqual([one]);
});

test('journeys of one name and two realms are both written', () => {
  put('in/realms/alpha/Login/Login.journey.json', exported('Login'));
  put('in/Login/Login.journey.json', exported('Login', { description: 'another' }));
  expect(import_('in')).toEqual({ status: 0, results: ['written', 'written'] });
});

test('a nested realm comes back from fr-config-manager as it went', () => {
  put('journeys/realms/alpha/realms/beta/Login/Login.journey.json', exported('Login'));
  journeyman('format');
  journeyman('export', '--to', 'fr-config-manager', '--realm', '/alpha/beta', '--out', 'fo');
  expect(import_('fo')).toEqual({ status: 0, results: ['unchanged'] });
});
