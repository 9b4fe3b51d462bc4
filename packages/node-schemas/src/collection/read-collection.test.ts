import { describe, expect, test } from 'vitest';
import { successId } from '../journey/journey.ts';
import { type BuiltJourney, journeyExport } from '../journey/journey-export.builder.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Shape } from './collection.ts';
import { filesIn } from './files.builder.ts';
import { readCollection } from './read-collection.ts';

const login: BuiltJourney = {
  name: 'Login',
  nodes: {
    Page: {
      type: 'PageNode',
      children: { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
      to: { outcome: 'Check' },
    },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } },
  },
};

const json = (path: string, value: Json) => ({ path, text: JSON.stringify(value, null, 2) });

/** What there is to tell of files, as `file:line: message`. */
const told = (files: readonly { path: string; text: string }[]) =>
  readCollection(files).findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);

const complete: readonly Shape[] = [
  'journeyman',
  'frodo',
  'frodo-multi',
  'ping',
  'fr-config-manager',
  'amster',
  'file-based',
  'amtree',
  'node-list',
];

describe.each(complete)('a journey in the shape %s', (shape) => {
  const exported = journeyExport(login);
  const read = readCollection(filesIn(shape, exported));

  test('is read with its nodes, pages and connections', () => {
    expect(read.findings).toEqual([]);
    expect(read.journeys).toMatchObject([{ name: 'Login', realm: '/', shape }]);
    const nodes = read.journeys[0]?.journey.nodes;
    expect(nodes?.get('Page')?.children?.map(({ id, type }) => [id, type])).toEqual([
      ['Name', 'UsernameCollectorNode'],
      ['Password', 'PasswordCollectorNode'],
    ]);
    expect(nodes?.get('Check')?.connections.true).toBe(successId);
    expect([...(nodes?.values() ?? [])].some(({ configMissing }) => configMissing)).toBe(false);
  });

  test('tells the place of a part in its own files', () => {
    const [found] = read.journeys;
    const { file, line } = found?.locate(['innerNodes', 'Name', '_id']) ?? { file: '', line: 0 };
    const source = filesIn(shape, exported).find(({ path }) => path === file);
    expect(
      source?.text
        .split('\n')
        .slice(line - 1, line + 20)
        .join(),
    ).toContain('Name');
    expect(found?.files).toContain(file);
  });
});

test('a tree alone is read without the configurations of its nodes', () => {
  const [found] = readCollection(filesIn('tree', journeyExport(login))).journeys;
  expect(found).toMatchObject({ shape: 'tree', name: 'Login' });
  expect(found?.journey.nodes.get('Check')?.configMissing).toBe(true);
});

describe('the realm', () => {
  const single = journeyExport(login);
  test.each([
    ['Login.journey.json', '/'],
    ['realms/alpha/Login/Login.journey.json', '/alpha'],
    ['journeys/realms/alpha/realms/sub/Login/Login.journey.json', '/alpha/sub'],
    ['realms/root/Login.json', '/'],
    ['realm/root-alpha/journey/Login.journey.json', '/alpha'],
    ['realm/root-first-two--words/journey/Login.journey.json', '/first/two-words'],
  ])('of %s is %s', (path, realm) => {
    expect(readCollection([json(path, single)]).journeys).toMatchObject([{ realm }]);
  });

  test('of an Amster entity is in its metadata', () => {
    const metadata = { entityType: 'AuthTree', entityId: 'Empty', realm: '/alpha' };
    const data = { _id: 'Empty', entryNodeId: successId, nodes: {} };
    expect(readCollection([json('AuthTree/Empty.json', { metadata, data })]).journeys).toMatchObject([
      { realm: '/alpha', shape: 'amster' },
    ]);
  });
});

describe('our own folder', () => {
  const files = filesIn('journeyman', journeyExport(login));
  const placed = { nodes: { Check: { x: 4, y: 2.5 }, gone: { x: 1, y: 1 } }, staticNodes: {} };

  test('has its places in the layout', () => {
    const layout = json('Login/Login.layout.json', placed);
    const [found] = readCollection([...files.filter(({ path }) => path !== layout.path), layout]).journeys;
    expect(found?.layout.nodes).toEqual({ Check: { x: 4, y: 2.5 } });
    expect(found?.files).toEqual(['Login/Login.journey.json', 'Login/Login.layout.json']);
  });

  test('has a realm.json for each realm and one policy.json', () => {
    const { realms, policy, findings } = readCollection([
      ...files,
      json('realm.json', { defaultJourney: 'Login' }),
      json('realms/alpha/realm.json', {}),
      json('realms/alpha/policy.json', { deep: true }),
      json('policy.json', { deep: false }),
      json('package.json', {}),
      { path: 'tsconfig.json', text: '// settings\n{}' },
      { path: 'Login/README.md', text: '# Login' },
    ]);
    expect([...realms]).toEqual([
      ['/', { defaultJourney: 'Login' }],
      ['/alpha', {}],
    ]);
    expect(policy).toEqual({ file: 'policy.json', value: { deep: false } });
    expect(findings).toEqual([]);
  });

  test('is to have the name of its journey', () => {
    expect(told([json('Logon/Logon.journey.json', journeyExport(login))])).toEqual([
      expect.stringContaining('Journey "Login" is in folder "Logon"; one of the same name is expected.'),
    ]);
  });
});

describe('what is no journey', () => {
  const good = json('Login.journey.json', journeyExport(login));

  test.each([
    ['// mine\n{}', 'Remove the comment'],
    ['{ "tree": {}, }', 'after the last entry there is no comma'],
    ['', 'the file is empty'],
    ['{\n<<<<<<< HEAD\n}', 'a merge has left its marks'],
  ])('is told: %j', (text, message) => {
    const { findings, journeys } = readCollection([{ path: 'bad.json', text }, good]);
    expect(findings).toMatchObject([
      { severity: 'error', file: 'bad.json', message: expect.stringContaining(message) },
    ]);
    expect(journeys).toHaveLength(1);
  });

  test('is told where it is named like one or came alone, and passed over elsewhere', () => {
    const other = { colours: ['red'] };
    expect(told([json('x.journey.json', other), good])).toEqual([
      expect.stringContaining('This is no journey'),
    ]);
    expect(told([json('-', other)])).toEqual([expect.stringContaining('This is no journey')]);
    expect(told([json('x.json', other), good])).toEqual([]);
  });

  test('is told where it was chosen itself, as what is kept beside journeys is not', () => {
    const chosen = (path: string, value: Json) => ({ ...json(path, value), isChosen: true });
    const files = [chosen('x.json', { colours: ['red'] }), chosen('y.json', ['red']), good];
    const beside = ['realm.json', 'a/policy.json', 'a/x.layout.json'].map((path) => chosen(path, {}));
    expect(readCollection([...files, ...beside]).findings).toMatchObject([
      { file: 'x.json', severity: 'error', message: expect.stringContaining('This is no journey') },
      { file: 'y.json', severity: 'error', message: expect.stringContaining('This is no journey') },
    ]);
  });

  test('is told with its place in a file of several', () => {
    const { journeys, findings } = readCollection([
      json('all.json', {
        trees: { Bad: { tree: { _id: 'Bad', enabled: 'yes' } }, Login: journeyExport(login) },
      }),
    ]);
    expect(journeys.map(({ name }) => name)).toEqual(['Login']);
    expect(findings).toMatchObject([{ line: 6, message: 'true or false is expected, not a string.' }]);
  });
});

describe('what two files say', () => {
  const other = (change: JsonObject) => ({ ...journeyExport(login), ...change });

  test('of one journey is told when it differs, with both files', () => {
    const changed = journeyExport({ ...login, tree: { description: 'other' } });
    const { journeys, findings } = readCollection([
      json('a.json', journeyExport(login)),
      json('b.json', changed),
    ]);
    expect(journeys).toHaveLength(2);
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        file: 'b.json',
        message: expect.stringMatching(/"Login" .* is in b\.json and.* in a\.json/),
      },
    ]);
  });

  test('of one journey is read once when it is the same', () => {
    const files = [json('a.json', journeyExport(login)), json('b.json', other({ themes: [] }))];
    expect(readCollection(files).journeys).toMatchObject([{ file: 'a.json' }]);
    expect(told(files)).toEqual([]);
  });

  test('of nodes with one id in two journeys is told once', () => {
    const copy = journeyExport({ ...login, name: 'Copy' });
    expect(told([json('a.json', journeyExport(login)), json('b.json', copy)])).toEqual([
      expect.stringMatching(
        /^b\.json:\d+: Journeys "Copy" and "Login" \(a\.json\) share node Page and 3 more\./,
      ),
    ]);
  });
});

describe("fr-config-manager's folders", () => {
  const exported = {
    ...journeyExport({
      nodes: {
        Ask: {
          type: 'ScriptedDecisionNode',
          config: { script: 's1', outcomes: ['true'] },
          to: { true: 'Success' },
        },
      },
    }),
    scripts: {
      s1: { _id: 's1', name: 'Ask', context: 'NODE', script: 'require("lib");\noutcome = "true";' },
      s2: { _id: 's2', name: 'lib', context: 'LIBRARY', script: ['exports.one = 1;'] },
      s3: { _id: 's3', name: 'unused', context: 'NODE', script: ['1'] },
    },
  };
  const files = filesIn('fr-config-manager', exported);

  test('have scripts in files of their own, of which the used ones and their libraries are read', () => {
    const [found] = readCollection(files).journeys;
    expect(found?.exported.scripts).toMatchObject({
      s1: { script: ['require("lib");', 'outcome = "true";'] },
      s2: { script: ['exports.one = 1;'] },
    });
    expect(Object.keys(found?.exported.scripts ?? {})).toEqual(['s1', 's2']);
    expect(found?.locate(['scripts', 's1', 'script', 1])).toEqual({
      file: 'realms/root/scripts/scripts-content/NODE/Ask.js',
      line: 2,
      column: 1,
    });
  });

  test.each(['realms/root/', 'realms/root/journeys/Login/'])('are read from %s as well', (folder) => {
    const inside = files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, text }) => ({ path: path.slice(folder.length), text }));
    const { journeys, findings } = readCollection(inside);
    expect(findings).toEqual([]);
    expect(journeys).toMatchObject([{ name: 'Login', shape: 'fr-config-manager' }]);
    expect(journeys[0]?.journey.nodes.get('Ask')?.config).toMatchObject({ script: 's1' });
  });

  test('may miss the file of a node or of a script, which is told', () => {
    const left = files.filter(({ path }) => !/Ask( - Ask\.json|\.js)$/.test(path));
    expect(told(left)).toEqual([expect.stringContaining('Node "Ask" (Ask) has no file')]);
    expect(told(files.filter(({ path }) => !path.endsWith('Ask.js')))).toEqual([
      expect.stringContaining('Script s1 has no source; a file "scripts-content/NODE/Ask.js" is expected'),
    ]);
  });

  test('may have a file that a renamed or removed node has left, which is told with both names', () => {
    const folder = 'realms/root/journeys/Login/nodes';
    const stale = [
      json(`${folder}/Before - Ask.json`, { _id: 'Ask' }),
      json(`${folder}/Gone - g.json`, { _id: 'g' }),
    ];
    expect(told([...stale, ...files])).toEqual([
      expect.stringMatching(
        /Before - Ask\.json:\d+: Node Ask has another file, .*\/Ask - Ask\.json, which is read instead/,
      ),
      expect.stringMatching(/Gone - g\.json:\d+: The journey has no node g;/),
    ]);
  });
});

test('scripts, themes and what nobody knows are carried along', () => {
  const carried = { themes: [{ name: 'plain' }], variable: { a: {} }, nodeTypes: { b: {} }, unheardOf: 1 };
  const [found] = readCollection([json('x.json', { ...journeyExport(login), ...carried })]).journeys;
  expect(found?.exported).toMatchObject(carried);
});

test('a file based script may be in a file beside its own', () => {
  const folder = 'realm/root/scriptingservice/1.0/organizationconfig/default/scriptconfigurations';
  const script = { '$base64:encode': { $inline: 'ask.javascript' } };
  const [found] = readCollection([
    ...filesIn(
      'file-based',
      journeyExport({ nodes: { Ask: { type: 'ScriptedDecisionNode', config: { script: 's1' } } } }),
    ),
    json(`services/${folder}/s1.json`, { data: { _id: 's1', name: 'Ask', script } }),
    { path: `services/${folder}/ask.javascript`, text: 'outcome = "true";' },
  ]).journeys;
  expect(found?.exported.scripts).toMatchObject({ s1: { script: ['outcome = "true";'] } });
});
