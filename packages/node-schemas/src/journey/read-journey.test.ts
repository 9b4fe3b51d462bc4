import { describe, expect, test } from 'vitest';
import { checkJourney } from '../checks/index.ts';
import type { Json } from '../json.ts';
import { failureId, successId } from './journey.ts';
import { journeyExport } from './journey-export.builder.ts';
import { readJourney } from './read-journey.ts';

const wait = {
  type: 'PushWaitNode',
  config: { secondsToWait: 7 },
  to: { DONE: 'Success', EXITED: 'Failure' },
};
const page = {
  type: 'PageNode',
  to: { outcome: 'Wait' },
  children: { Name: { type: 'UsernameCollectorNode', config: { hint: 'yours' }, outcomes: ['outcome'] } },
};
const single = journeyExport({ nodes: { Page: page, Wait: wait } });

function read(file: Json, name?: string) {
  const result = readJourney(JSON.stringify(file, null, 2), name);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.findings));
  return result;
}

function refusal(text: string, name?: string) {
  const result = readJourney(text, name);
  if (result.status === 'read') throw new Error('It was read.');
  return result.findings;
}

describe('a single-journey export', () => {
  test('becomes a journey', () => {
    const { journey } = read(single);
    expect(journey).toMatchObject({
      name: 'Login',
      entryNodeId: 'Page',
      enabled: true,
      innerTreeOnly: false,
    });
    expect(journey.nodes.get('Wait')).toEqual({
      id: 'Wait',
      type: 'PushWaitNode',
      displayName: 'Wait',
      config: { secondsToWait: 7 },
      connections: { DONE: successId, EXITED: failureId },
    });
  });

  test('gives a page the nodes inside it, with their configuration', () => {
    expect(read(single).journey.nodes.get('Page')?.children).toEqual([
      {
        id: 'Name',
        type: 'UsernameCollectorNode',
        displayName: 'Name',
        config: { hint: 'yours' },
        outcomes: [{ id: 'outcome', displayName: 'outcome' }],
      },
    ]);
  });

  test('may spell the page children innernodes, as older tools do', () => {
    const { innerNodes, ...rest } = single;
    const old = read({ ...rest, innernodes: innerNodes ?? {} });
    expect(old.journey).toEqual(read(single).journey);
    expect(old.locate(['innerNodes', 'Name']).line).toBeGreaterThan(1);
  });

  test('may leave out what it has none of, or set it to null', () => {
    const tree = { _id: 'Bare', entryNodeId: failureId, nodes: null, staticNodes: null, description: null };
    expect(read({ tree, nodes: null }).journey).toMatchObject({
      name: 'Bare',
      description: '',
      enabled: true,
    });
  });

  test('tells a configuration that is missing from one that is empty', () => {
    const { journey } = read({ ...single, nodes: { Page: {} } });
    expect(journey.nodes.get('Wait')?.configMissing).toBe(true);
    expect(journey.nodes.get('Page')?.configMissing).toBeUndefined();
  });

  test('may say null as a word where it means none', () => {
    const file = journeyExport({
      tree: { identityResource: 'null', description: 'null' },
      nodes: { Page: { ...page, config: { stage: 'null' } } },
    });
    const { journey } = read(file);
    expect(journey.identityResource).toBeUndefined();
    expect(journey.description).toBe('');
    expect(journey.nodes.get('Page')?.config.stage).toBeUndefined();
    const told = checkJourney(journey, { journeys: new Map() }).filter(({ code }) => code === 'null-word');
    expect(told).toMatchObject([
      { severity: 'note', property: 'description', path: ['tree', 'description'] },
      { severity: 'note', property: 'identityResource', path: ['tree', 'identityResource'] },
      { severity: 'note', property: 'stage', nodeId: 'Page', path: ['nodes', 'Page', 'stage'] },
    ]);
  });

  test('may name the outcomes of a page after its last child', () => {
    const file = journeyExport({ nodes: { Page: { ...page, to: { 'Name-outcome': 'Success' } } } });
    expect(read(file).journey.nodes.get('Page')?.connections).toEqual({ outcome: successId });
  });

  test('is kept with all that the journey leaves out', () => {
    const file = { ...single, themes: [{ name: 'plain' }], unheardOf: true };
    expect(read(file).exported).toEqual(file);
  });

  test('may begin with a byte order mark', () => {
    expect(readJourney(`\uFEFF${JSON.stringify(single)}`).status).toBe('read');
  });
});

describe('a file of several journeys', () => {
  const other = journeyExport({ name: 'Other', nodes: { Wait: wait } });

  test('gives its only one', () => {
    const result = read({ meta: { origin: 'here' }, trees: { Login: single } });
    expect(result.journey).toEqual(read(single).journey);
    expect(result.exported).toEqual({ meta: { origin: 'here' }, ...single });
  });

  test('gives the one that is asked for', () => {
    expect(read({ trees: { Login: single, Other: other } }, 'Other').journey.name).toBe('Other');
  });

  test('does not guess which', () => {
    expect(refusal(JSON.stringify({ trees: { Login: single, Other: other } }))).toMatchObject([
      { message: 'One journey is expected, or the name of one; the file holds: "Login", "Other".' },
    ]);
  });

  test('says what it holds when asked for another', () => {
    expect(refusal(JSON.stringify({ trees: { Login: single } }), 'Third')).toMatchObject([
      { message: 'Journey "Third" is not in the file; it holds: "Login".' },
    ]);
  });
});

describe('a place in the file', () => {
  const lineOf = (file: Json, path: (string | number)[]) => {
    const { line, column } = read(file).locate(path);
    return JSON.stringify(file, null, 2)
      .split('\n')
      [line - 1]?.slice(column - 1);
  };

  test('is that of the key', () => {
    expect(lineOf(single, ['nodes', 'Wait', 'secondsToWait'])).toBe('"secondsToWait": 7');
  });

  test('is found inside a file of several journeys', () => {
    expect(lineOf({ trees: { Login: single } }, ['tree', 'entryNodeId'])).toBe('"entryNodeId": "Page",');
  });

  test('is the nearest around it for what is not there', () => {
    expect(lineOf(single, ['nodes', 'Wait', 'exitMessage', 'en'])).toBe('"Wait": {');
  });
});

describe('a text that is not JSON', () => {
  test.each([
    ['', 1, 1, 'the file is empty'],
    ['{\n  "tree": {},\n}', 3, 1, 'a key in double quotes is expected'],
    ['// mine\n{}', 1, 1, 'Remove the comment'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma is expected'],
    ['{ "a": 1', 1, 9, 'a closing brace'],
    ['{ "a": tru }', 1, 8, 'tru'],
    ["{ 'a': 1 }", 1, 3, 'double quotes'],
    ['{ "a": "x\ny" }', 1, 8, 'double quote that ends the text'],
    ['{} {}', 1, 4, 'the end of the file is expected'],
    ['{\n<<<<<<< HEAD\n}', 2, 1, 'a merge has left its marks'],
    ['\uFFFD\uFFFD{\0}\0', 1, 1, 'not text in UTF-8'],
  ])('%j is refused at line %i, column %i', (text, line, column, message) => {
    expect(refusal(text)).toMatchObject([{ line, column, message: expect.stringContaining(message) }]);
  });

  test('is refused even when nested beyond measure', () => {
    expect(refusal('['.repeat(100_000))).toHaveLength(1);
  });
});

describe('JSON that is no journey', () => {
  test.each<[string, Json]>([
    ['a list', []],
    ['an object without a tree', { nodes: {} }],
  ])('%s is refused with what is expected', (_, file) => {
    expect(refusal(JSON.stringify(file))).toMatchObject([{ message: expect.stringContaining('"tree"') }]);
  });

  test('has every wrong part told, and none of its values', () => {
    const file = {
      tree: { _id: 'Odd', enabled: 'hunter2', nodes: { a: { nodeType: 7, connections: ['hunter2'] } } },
      nodes: { a: 'hunter2' },
    };
    const findings = refusal(JSON.stringify(file, null, 2));
    expect(findings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '4: true or false is expected, not a string.',
      '7: A text in double quotes is expected, not a number.',
      '8: An object in braces is expected, not a list.',
      '15: An object in braces is expected, not a string.',
    ]);
  });
});

test('ids that every object has are taken for nothing but ids', () => {
  const file = JSON.parse(
    '{"tree":{"_id":"J","entryNodeId":"__proto__","nodes":{"__proto__":{"nodeType":"constructor","connections":{"__proto__":"toString"}}}}}',
  );
  const node = read(file).journey.nodes.get('__proto__');
  expect(node).toMatchObject({ type: 'constructor', configMissing: true });
  expect(Object.entries(node?.connections ?? {})).toEqual([['__proto__', 'toString']]);
});
