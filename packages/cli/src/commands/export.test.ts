import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCollection } from '@journeyman/node-schemas';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJourneyman } from '../journeyman.builder.ts';

const shapes = ['frodo', 'frodo-multi', 'ping', 'fr-config-manager'] as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (...args: readonly string[]) => runJourneyman(args, { cwd: folder });

function put(path: string, content: object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

/** The names of the journeys in a folder, as any command finds them. */
function journeysIn(path: string): readonly string[] {
  const root = join(folder, path);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .map((file) => ({ path: file.slice(root.length + 1), text: readFileSync(file, 'utf8') }));
  return readCollection(files)
    .journeys.map(({ name }) => name)
    .sort();
}

/** A journey of one node, which runs another journey. */
function exported(name: string, inner = 'Nothing') {
  const id = `${name}-node`;
  const _type = { _id: 'InnerTreeEvaluatorNode' };
  return {
    nodes: { [id]: { _id: id, _type, tree: inner } },
    tree: {
      _id: name,
      entryNodeId: id,
      nodes: { [id]: { nodeType: _type._id, displayName: 'Only', connections: {} } },
    },
  };
}

const names = ['A', 'B', 'C'];
const byConsole = { meta: { treesSelectedForExport: [], innerTreesIncluded: [] } };

const sources: Readonly<Record<string, () => void>> = {
  'a file of frodo for each': () => {
    for (const name of names) put(`in/${name}.json`, exported(name));
  },
  'a file of frodo 4 for each': () => {
    for (const name of names) put(`in/${name}.json`, { trees: { [name]: exported(name) } });
  },
  'a file of the console for each': () => {
    for (const name of names) put(`in/${name}.json`, { ...byConsole, trees: { [name]: exported(name) } });
  },
  'files of frodo 4 that have an inner journey in common': () => {
    for (const name of ['A', 'B'])
      put(`in/${name}.json`, { trees: { [name]: exported(name, 'C'), C: exported('C') } });
  },
  'one file of frodo 4': () => {
    put('in/all.json', { trees: Object.fromEntries(names.map((name) => [name, exported(name)])) });
  },
  'folders of fr-config-manager': () => {
    sources['a file of frodo for each']?.();
    journeyman('export', 'in', '--to', 'fr-config-manager', '--out', 'folders');
    rmSync(join(folder, 'in'), { recursive: true });
    journeyman('export', 'folders', '--to', 'fr-config-manager', '--out', 'in');
  },
  'our own folders': () => {
    sources['a file of frodo for each']?.();
    journeyman('import', 'in', '--into', 'ours');
    rmSync(join(folder, 'in'), { recursive: true });
    journeyman('import', 'ours', '--into', 'in');
  },
};

describe.each(Object.keys(sources))('of %s', (source) => {
  test.each(shapes)('in the shape %s has all journeys, also over what is there', (shape) => {
    sources[source]?.();
    for (const _ of ['new', 'again']) {
      expect(journeyman('export', 'in', '--to', shape, '--out', 'out').status).toBe(0);
      expect(journeysIn('out')).toEqual(names);
    }
  });
});

test.each(['frodo-multi', 'ping'])('of several files as %s is one file with all', (shape) => {
  sources['a file of frodo 4 for each']?.();
  const { stdout } = journeyman('export', 'in', '--to', shape);
  expect(Object.keys(JSON.parse(stdout).trees)).toEqual(names);
});

test.each([
  ['frodo', 'Two journeys would be written to Login.journey.json'],
  ['frodo-multi', 'There are 2 journeys "Login" of realm /, in one.json and two.json'],
  ['ping', 'There are 2 journeys "Login" of realm /, in one.json and two.json'],
  ['fr-config-manager', 'Two journeys would be written to realms/root/journeys/Login/'],
])('as %s does not choose between two journeys of one name', (shape, says) => {
  put('one.json', exported('Login'));
  put('two.json', exported('Login', 'Other'));
  const { status, stdout, stderr } = journeyman('export', 'one.json', 'two.json', '--to', shape);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
});

describe('as fr-config-manager over an earlier export', () => {
  const child = 'cccb0cb9-a134-4f52-a499-55d4f095ac81';

  /** A journey of a page with a node on it, and of as many other nodes as have names. */
  function journeyOf(page: string, onPage: string, others: Readonly<Record<string, string>>) {
    const children = [{ _id: child, displayName: onPage, nodeType: 'UsernameCollectorNode' }];
    const node = (_id: string, type: string) => ({ _id, _type: { _id: type } });
    return {
      innerNodes: { [child]: node(child, 'UsernameCollectorNode') },
      nodes: {
        page: { ...node('page', 'PageNode'), nodes: children },
        ...Object.fromEntries(Object.keys(others).map((id) => [id, node(id, 'DataStoreDecisionNode')])),
      },
      tree: {
        _id: 'Login',
        entryNodeId: 'page',
        nodes: Object.fromEntries(
          Object.entries({ page, ...others }).map(([id, displayName]) => {
            const nodeType = id === 'page' ? 'PageNode' : 'DataStoreDecisionNode';
            return [id, { displayName, nodeType, connections: {} }];
          }),
        ),
      },
    };
  }

  const nodes = 'out/realms/root/journeys/Login/nodes';
  const filesIn = (path: string) =>
    readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' }).sort();
  const written = (...options: readonly string[]) =>
    journeyman('export', 'in.json', '--to', 'fr-config-manager', '--out', 'out', ...options);

  test('has one file for each node, and tells which it removed', () => {
    put('in.json', journeyOf('Page', 'Name', { check: 'Check', gone: 'Gone' }));
    expect(written().stdout).not.toContain('removed');
    put('in.json', journeyOf('Sign in', 'User', { check: 'Verify' }));
    const { stdout } = written();
    expect(filesIn(nodes)).toEqual([
      'Sign in - page',
      'Sign in - page.json',
      join('Sign in - page', `User - ${child}.json`),
      'Verify - check.json',
    ]);
    expect(
      stdout
        .split('\n')
        .filter((line) => line.startsWith('removed '))
        .sort(),
    ).toEqual([
      `removed ${join(nodes, 'Check - check.json')}`,
      `removed ${join(nodes, 'Gone - gone.json')}`,
      `removed ${join(nodes, 'Page - page.json')}`,
      `removed ${join(nodes, 'Page - page', `Name - ${child}.json`)}`,
    ]);
    expect(written().stdout).not.toContain('removed');
  });

  test('lists for programs what it removed', () => {
    put('in.json', journeyOf('Page', 'Name', { check: 'Check' }));
    written();
    put('in.json', journeyOf('Page', 'Name', { check: 'Verify' }));
    expect(JSON.parse(written('--json').stdout).removed).toEqual([join(nodes, 'Check - check.json')]);
  });

  test('touches nothing that is no node of the journey', () => {
    put('in.json', journeyOf('Page', 'Name', { check: 'Check' }));
    written();
    const others = {
      [`${nodes}/notes.json`]: { _id: 'notes', text: 'why' },
      [`${nodes}/kept.json`]: { _id: 'kept', _type: { _id: 'MessageNode' } },
      [`${nodes}/Check - check.txt`]: { _id: 'check', _type: { _id: 'DataStoreDecisionNode' } },
      'out/realms/root/journeys/Other/nodes/Check - check.json': { _id: 'check', _type: { _id: 'X' } },
      'out/realms/alpha/journeys/Login/nodes/Gone - gone.json': { _id: 'gone', _type: { _id: 'X' } },
    };
    for (const [path, content] of Object.entries(others)) put(path, content);
    writeFileSync(join(folder, nodes, 'Broken - broken.json'), '{');
    const before = filesIn('out');
    expect(JSON.parse(written('--json').stdout).removed).toEqual([]);
    expect(filesIn('out')).toEqual(before);
  });
});

test.each([
  { options: ['--realm', 'alpha'], says: '--realm is "alpha"; a path such as / or /alpha is expected.' },
  { options: ['--realm', '/nosuch'], says: 'There is no journey in in.json of realm /nosuch.' },
  {
    options: ['--realm', '/nosuch', '--journey', 'Login'],
    says: 'There is no journey in in.json of realm /nosuch.',
  },
])('of a realm that is not there says so: $options', ({ options, says }) => {
  put('in.json', exported('Login'));
  const { status, stderr } = journeyman('export', 'in.json', '--to', 'frodo', ...options);
  expect([status, stderr]).toEqual([2, `journeyman export: ${says}\n`]);
});

const corpus = process.env.JOURNEYMAN_CORPUS;

describe.skipIf(corpus === undefined)('of published journeys (JOURNEYMAN_CORPUS)', () => {
  const roots = corpus === undefined ? [] : readdirSync(corpus, { withFileTypes: true });
  const folders = roots.filter((entry) => entry.isDirectory()).map(({ name }) => join(corpus ?? '', name));

  describe.each(folders)('in %s', (from) => {
    test.each(shapes)('as %s has all, or says why it has none', (shape) => {
      const { journeys } = JSON.parse(journeyman('describe', from, '--json').stdout);
      const { status, stderr } = journeyman('export', from, '--to', shape, '--out', 'out');
      if (status === 2) expect(stderr).toMatch(/Two journeys would be written to|There are \d+ journeys "/);
      else expect(journeysIn('out')).toEqual(journeys.map(({ name }: { name: string }) => name).sort());
    });
  });
});
