import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../bin/journeyman.js', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  put('one.json', exported('Login'));
  put('many.json', { trees: { Login: exported('Login'), Other: exported('Other') } });
  put('broken.json', '{\n  "tree": {},\n}');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function journeyman(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

function put(path: string, content: string | object): void {
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A journey as frodo writes it. */
const exported = (name: string) => ({
  nodes: { [`${name}-1`]: { _type: { _id: 'ZeroPageLoginNode' } } },
  tree: {
    _id: name,
    entryNodeId: `${name}-1`,
    nodes: { [`${name}-1`]: { nodeType: 'ZeroPageLoginNode', displayName: 'Only', connections: {} } },
  },
});

test.each([
  ['check'],
  ['paths'],
  ['describe'],
  ['uses', 'Login'],
  ['format', '--check'],
  ['import'],
  ['export', '--to', 'frodo'],
  ['draw', '--to', 'svg'],
  ['diff', 'one.json'],
])('%s tells of a file that is no JSON by its place, and fails', (...args) => {
  const { status, stdout, stderr } = journeyman(...args, 'broken.json');
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(/^broken\.json:3:1:? error:? This is not JSON: a key in double quotes/m);
});

test('diff does not tell what it cannot read as removed', () => {
  expect(journeyman('diff', 'one.json', 'broken.json').stdout).toBe('');
});

test.each([
  ['export', '--to', 'frodo'],
  ['draw', '--to', 'svg'],
  ['draw', '--to', 'png', '--out', 'a.png'],
])('%s %s %s takes one journey, and names those that there are and how to choose', (...args) => {
  const { status, stderr } = journeyman(...args, 'many.json');
  expect(status).toBe(2);
  expect(stderr).toContain(
    'These are 2 journeys: "Login" of /, "Other" of /. One is expected (--journey <name>, or fewer paths), or --out <folder> for all.',
  );
});

test('draw names both files of which one picture would come', () => {
  const login = exported('Login');
  put('two.json', { ...login, tree: { ...login.tree, description: 'another' } });
  const { status, stderr } = journeyman('draw', 'one.json', 'two.json', '--to', 'svg', '--out', 'pictures');
  expect(status).toBe(2);
  expect(stderr).toContain('would be written for one.json and for two.json');
});

test('format says that it leaves the files of other tools as they are', () => {
  const { status, stderr } = journeyman('format', 'many.json');
  expect(status).toBe(0);
  expect(stderr).toBe(
    'many.json is left as it is: of the shape of another tool. journeyman import takes journeys into our own.\n',
  );
});

test('import says that there was no journey', () => {
  put('package.json', '{}');
  expect(journeyman('import', 'package.json')).toMatchObject({
    stdout: '',
    stderr: 'There is no journey in what was given; nothing was written.\n',
  });
});

test('merge does not mix a file with one journey and a file with several', () => {
  put('ours.json', { trees: { Login: exported('Login') } });
  const before = readFileSync(join(folder, 'ours.json'), 'utf8');
  const { status, stderr } = journeyman('merge', 'one.json', 'ours.json', 'one.json', 'Login.json');
  expect(status).toBe(2);
  expect(stderr).toContain(
    'Login.json: one side has a journey under "tree", another has journeys under "trees"',
  );
  expect(readFileSync(join(folder, 'ours.json'), 'utf8')).toBe(before);
});
