import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJourneyman } from '../journeyman.builder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (args: readonly string[], input = '') => runJourneyman(args, { cwd: folder, input });

const text = (path: string) => readFileSync(join(folder, path), 'utf8');

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const pathsBelow = (path: string) =>
  readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
    .filter((below) => statSync(join(folder, path, below)).isFile())
    .sort();

const filesBelow = (path: string) =>
  pathsBelow(path)
    .map((below) => basename(below))
    .sort();

/** A journey as frodo writes it, with one node that may run another journey. */
function exported(name: string, inner?: string): object {
  const type = inner === undefined ? 'ZeroPageLoginNode' : 'InnerTreeEvaluatorNode';
  const id = `${name}-node`;
  const success = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
  return {
    nodes: {
      [id]: { _id: id, _rev: '1', _type: { _id: type }, ...(inner === undefined ? {} : { tree: inner }) },
    },
    tree: {
      _id: name,
      entryNodeId: id,
      nodes: { [id]: { nodeType: type, displayName: 'Only', connections: { true: success }, x: 7, y: 8.5 } },
    },
  };
}

const single = (name: string, inner?: string) => JSON.stringify(exported(name, inner));

describe('import', () => {
  test('takes a journey into our own folder and tells what it found', () => {
    put('Login.json', single('Login', 'Missing'));
    const { status, stdout, stderr } = journeyman(['import', 'Login.json']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Login +\/ +frodo +1 +written/m);
    expect(stderr).toContain('Journey "Missing" is run by an imported journey and is not in realm /.');
    expect(filesBelow('journeys/Login')).toEqual(['Login.journey.json', 'Login.layout.json']);
    expect(JSON.parse(text('journeys/Login/Login.layout.json')).nodes).toEqual({
      'Login-node': { x: 7, y: 8.5 },
    });
    expect(text('journeys/Login/Login.journey.json')).not.toContain('_rev');
  });

  test('reads standard input, and writes into a realm', () => {
    expect(journeyman(['import', '-', '--realm', '/alpha'], single('Login')).status).toBe(0);
    expect(filesBelow('journeys/realms/alpha/Login')).toHaveLength(2);
  });

  test('refuses to overwrite what is different, and names it', () => {
    put('Login.json', single('Login'));
    journeyman(['import', 'Login.json']);
    expect(journeyman(['import', 'Login.json']).stdout).toContain('unchanged');

    put('Login.json', single('Login', 'Other'));
    put('New.json', single('New'));
    const refused = journeyman(['import', 'Login.json', 'New.json']);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('Nothing was written: --overwrite is expected to replace Login.');
    expect(readdirSync(join(folder, 'journeys'))).toEqual(['Login']);

    expect(journeyman(['import', 'Login.json', '--overwrite']).status).toBe(0);
    expect(text('journeys/Login/Login.journey.json')).toContain('InnerTreeEvaluatorNode');
  });

  test('writes the good ones and tells of a file that is no JSON by its place', () => {
    put('in/Login.json', single('Login'));
    put('in/Bad.json', '{\n  "tree": {},\n}');
    const { status, stderr } = journeyman(['import', 'in']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^in\/Bad\.json:3:1: error: This is not JSON/);
    expect(readdirSync(join(folder, 'journeys'))).toEqual(['Login']);
  });

  test('does not write outside of its folder, whatever a journey is called', () => {
    put('Login.json', single('../../Login'));
    const { status, stdout } = journeyman(['import', 'Login.json']);
    expect(status).toBe(1);
    expect(stdout).toContain('cannot be the name of a folder');
    expect(readdirSync(folder)).toEqual(['Login.json']);
  });

  test('prints JSON when asked', () => {
    put('Login.json', single('Login'));
    expect(JSON.parse(journeyman(['import', 'Login.json', '--json']).stdout)).toEqual({
      journeys: [
        {
          name: 'Login',
          realm: '/',
          shape: 'frodo',
          nodes: 1,
          unknownTypes: [],
          file: 'Login.json',
          result: 'written',
        },
      ],
      missing: [],
      findings: [],
    });
  });
});

describe('export', () => {
  beforeEach(() => {
    put(
      'all.json',
      JSON.stringify({ trees: { Login: exported('Login', 'Inner'), Inner: exported('Inner') } }),
    );
    journeyman(['import', 'all.json']);
  });

  test('prints one file, with the places of its nodes', () => {
    const { status, stdout } = journeyman(['export', 'journeys', '--to', 'frodo', '--journey', 'Login']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).tree.nodes['Login-node']).toMatchObject({ x: 7, y: 8.5 });
  });

  test('takes the journeys along that a chosen one runs, unless told not to', () => {
    const names = (...options: readonly string[]) =>
      Object.keys(
        JSON.parse(
          journeyman(['export', 'journeys', '--to', 'ping', '--journey', 'Login', ...options]).stdout,
        ).trees,
      );
    expect(names()).toEqual(['Inner', 'Login']);
    expect(names('--no-inner')).toEqual(['Login']);
  });

  test('writes folders that are imported as the same journeys', () => {
    expect(journeyman(['export', 'journeys', '--to', 'fr-config-manager', '--out', 'fr']).status).toBe(0);
    expect(filesBelow('fr')).toEqual([
      'Inner.json',
      'Login.json',
      'Only - Inner-node.json',
      'Only - Login-node.json',
    ]);
    const { stdout } = journeyman(['import', 'fr', '--into', 'again']);
    expect(stdout).toMatch(/^Login +\/ +fr-config-manager +1 +written/m);
    expect(text('again/Login/Login.layout.json')).toBe(text('journeys/Login/Login.layout.json'));
  });

  test.each([
    [['journeys'], '--to is missing; frodo, frodo-multi, ping, fr-config-manager is expected.'],
    [['journeys', '--to', 'xml'], '--to is "xml"; frodo,'],
    [
      ['journeys', '--to', 'frodo'],
      'These are 2 journeys: "Inner" of /, "Login" of /. One is expected (--journey <name>, or fewer paths)',
    ],
    [
      ['journeys', '--to', 'frodo', '--journey', 'Logon'],
      'There is no journey "Logon"; found: "Inner", "Login".',
    ],
    [['nowhere', '--to', 'frodo'], 'There is no file or folder nowhere.'],
    [['--to', 'frodo'], 'These are 2 journeys: "Inner" of /, "Login" of /.'],
  ])('takes %j for wrong usage', (args, says) => {
    const { status, stderr } = journeyman(['export', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('export of what another tool has written', () => {
  /** As no tool of ours would write it. */
  const odd = (value: object) => `${JSON.stringify({ meta: { exportDate: 'then' }, ...value }, null, 3)}\r\n`;
  const all = { trees: { Login: exported('Login', 'Inner'), Inner: exported('Inner') } };
  const byConsole = { meta: { treesSelectedForExport: ['Login'], innerTreesIncluded: ['Inner'] } };

  test.each([
    { shape: 'frodo', content: odd(exported('Login')) },
    { shape: 'frodo-multi', content: odd(all) },
    { shape: 'ping', content: odd({ ...all, ...byConsole }) },
  ])('in the shape $shape gives the same bytes in that shape', ({ shape, content }) => {
    put('in/Login.json', content);
    expect(journeyman(['export', 'in', '--to', shape]).stdout).toBe(content);
    expect(journeyman(['export', '-', '--to', shape], content).stdout).toBe(content);
  });

  test('in the shape fr-config-manager gives the same files, whatever they are called', () => {
    const login = { ...exported('Login'), scripts: { s: { _id: 's', context: 'NODE', script: ['1'] } } };
    const uses = { 'Login-node': { _id: 'Login-node', _type: { _id: 'ScriptedDecisionNode' }, script: 's' } };
    put('Login.json', JSON.stringify({ ...login, nodes: uses }));
    journeyman(['export', 'Login.json', '--to', 'fr-config-manager', '--out', 'there']);
    const nodes = 'there/realms/root/journeys/Login/nodes';
    const node = text(`${nodes}/Only - Login-node.json`);
    rmSync(join(folder, nodes, 'Only - Login-node.json'));
    put(`${nodes}/Old name - Login-node.json`, `${node.replaceAll('\n', '\r\n')}\n`);
    journeyman(['export', 'there', '--to', 'fr-config-manager', '--out', 'again']);
    const paths = pathsBelow('there');
    expect(paths).toHaveLength(4);
    expect(pathsBelow('again')).toEqual(paths);
    for (const path of paths) expect(text(join('again', path))).toBe(text(join('there', path)));
  });

  test('changes no more of the file that it replaces than is different', () => {
    const before = odd(exported('Login'));
    put('out/Login.journey.json', before);
    journeyman(['import', 'out/Login.journey.json']);
    const ours = text('journeys/Login/Login.journey.json');
    put('journeys/Login/Login.journey.json', ours.replace('"Only"', '"Other"'));
    journeyman(['export', '--to', 'frodo', '--out', 'out']);
    expect(text('out/Login.journey.json')).toBe(before.replace('"Only"', '"Other"'));
  });

  test('has no journey that was not asked for, and all that were', () => {
    put('in.json', odd(all));
    const names = (...args: readonly string[]) =>
      Object.keys(JSON.parse(journeyman(['export', ...args, '--to', 'frodo-multi']).stdout).trees);
    expect(names('in.json', '--journey', 'Inner')).toEqual(['Inner']);
    put('More.json', single('More'));
    expect(names('in.json', 'More.json')).toEqual(['Inner', 'Login', 'More']);
  });

  test('names what fr-config-manager has no place for', () => {
    put('Login.json', JSON.stringify({ ...exported('Login'), themes: [{}], ours: { a: 1 }, empty: {} }));
    const { stderr } = journeyman(['export', 'Login.json', '--to', 'fr-config-manager', '--out', 'fr']);
    expect(stderr).toBe('Journey "Login" is written without its themes, ours.\n');
  });
});

describe('format', () => {
  beforeEach(() => {
    put('journeys/Login/Login.journey.json', single('Login'));
  });

  test('brings files into their canonical form, once', () => {
    const { status, stdout } = journeyman(['format']);
    expect(status).toBe(0);
    expect(stdout).toBe('journeys/Login/Login.journey.json\njourneys/Login/Login.layout.json\n');
    expect(text('journeys/Login/Login.journey.json')).toMatch(/^\{\n {2}"nodes"/);
    expect(journeyman(['format'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('only tells of them with --check', () => {
    const before = text('journeys/Login/Login.journey.json');
    const { status, stdout } = journeyman(['format', '--check']);
    expect(status).toBe(1);
    expect(stdout).toContain('not in canonical form: journeys/Login/Login.journey.json');
    expect(text('journeys/Login/Login.journey.json')).toBe(before);
    expect(readdirSync(join(folder, 'journeys/Login'))).toHaveLength(1);

    journeyman(['format', 'journeys']);
    expect(journeyman(['format', '--check', 'journeys']).status).toBe(0);
  });

  test('prints JSON when asked', () => {
    expect(JSON.parse(journeyman(['format', '--json']).stdout)).toEqual({
      changed: ['journeys/Login/Login.journey.json', 'journeys/Login/Login.layout.json'],
      left: [],
      findings: [],
    });
  });
});
