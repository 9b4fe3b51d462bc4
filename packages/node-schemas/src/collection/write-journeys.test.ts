import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureId, startId, successId } from '../journey/journey.ts';
import { type BuiltNode, journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';
import type { FoundJourney } from './collection.ts';
import { readCollection } from './read-collection.ts';
import { type WritableShape, writeJourneys } from './write-journeys.ts';

const shapes: readonly WritableShape[] = ['journeyman', 'frodo', 'frodo-multi', 'ping', 'fr-config-manager'];

const named = (name: string, tree: JsonObject = {}) => ({
  name,
  exported: {
    meta: { origin: 'https://am.example.com', exportDate: '2026-01-02T03:04:05.678Z' },
    ...journeyExport({ name, tree, nodes: { Wait: { type: 'PushWaitNode', to: { DONE: 'Success' } } } }),
    scripts: { s1: { _id: 's1', name: 'One', context: 'NODE', lastModifiedBy: 'me', script: ['a', 'b'] } },
  },
});

const paths = (...args: Parameters<typeof writeJourneys>) => writeJourneys(...args).map(({ path }) => path);

describe('the files', () => {
  test.each<[WritableShape, string, readonly string[]]>([
    ['journeyman', '/', ['Sign in/Sign in.journey.json', 'Sign in/Sign in.layout.json']],
    [
      'journeyman',
      '/a/b',
      ['realms/a/realms/b/Sign in/Sign in.journey.json', 'realms/a/realms/b/Sign in/Sign in.layout.json'],
    ],
    ['frodo', '/', ['Sign-in.journey.json']],
    ['frodo-multi', '/', ['Sign-in.journey.json']],
    ['ping', '/', ['Sign-in-journeyExport.json']],
    [
      'fr-config-manager',
      '/alpha',
      [
        'realms/alpha/journeys/Sign in/Sign in.json',
        'realms/alpha/journeys/Sign in/nodes/Wait - Wait.json',
        'realms/alpha/scripts/scripts-config/s1.json',
        'realms/alpha/scripts/scripts-content/NODE/One.js',
      ],
    ],
    [
      'fr-config-manager',
      '/a/b',
      [
        'realms/a/realms/b/journeys/Sign in/Sign in.json',
        'realms/a/realms/b/journeys/Sign in/nodes/Wait - Wait.json',
        'realms/a/realms/b/scripts/scripts-config/s1.json',
        'realms/a/realms/b/scripts/scripts-content/NODE/One.js',
      ],
    ],
  ])('of %s in realm %s are named as its tool names them', (shape, realm, expected) => {
    expect(paths([named('Sign in')], shape, { realm })).toEqual(expected);
  });

  test('of frodo are named without what is no part of a name', () => {
    expect(paths([named('Übung & Test: a/b')], 'frodo')).toEqual(['Ubung-and-Test:-ab.journey.json']);
    expect(paths([named('日本')], 'frodo')).toEqual(['%E6%97%A5%E6%9C%AC.journey.json']);
  });

  test('of several journeys for frodo are one, named like the realm', () => {
    expect(paths([named('A'), named('B')], 'frodo-multi', { realm: '/alpha' })).toEqual([
      'allAlphaJourneys.journey.json',
    ]);
  });

  test.each(['/', '/alpha', '/a/b'])('of fr-config-manager tell realm %s again', (realm) => {
    const files = writeJourneys([named('Login')], 'fr-config-manager', { realm });
    expect(readCollection(files).journeys.map((found) => found.realm)).toEqual([realm]);
  });

  test.each(['..', 'a/../../b', 'a\\b'])(
    'of fr-config-manager do not leave its folder for the name %j',
    (name) => {
      for (const path of paths([named(name)], 'fr-config-manager')) {
        expect(path.split(/[/\\]/)).not.toContain('..');
      }
    },
  );

  test('of our own folder cannot have such a name, and that is said', () => {
    expect(() => paths([named('a/../../b')], 'journeyman')).toThrow('cannot be the name of a folder');
  });
});

describe('a text', () => {
  const textOf = (shape: WritableShape) =>
    writeJourneys([named('Login')], shape)
      .map(({ text }) => text)
      .join('\n');

  test.each(shapes)('of %s has no date and nobody who changed something', (shape) => {
    expect(textOf(shape)).not.toMatch(/exportDate|origin|lastModifiedBy/);
  });

  test('has its scripts as lines in our own folder, as a JSON string for frodo, and apart for fr-config-manager', () => {
    expect(textOf('journeyman')).toContain('"script": [\n        "a",\n        "b"\n      ]');
    expect(textOf('frodo')).toContain(String.raw`"script": "\"a\\nb\""`);
    expect(writeJourneys([named('Login')], 'fr-config-manager').at(-1)?.text).toBe('a\nb');
  });

  test('of the console tells which journeys are there for others', () => {
    const [file] = writeJourneys([named('Login'), named('Inner')], 'ping', { inner: ['Inner'] });
    expect(JSON.parse(file?.text ?? '').meta).toEqual({
      treesSelectedForExport: ['Login'],
      innerTreesIncluded: ['Inner'],
    });
  });

  test('of fr-config-manager ends without a new line and has a version for each type', () => {
    const [tree, node] = writeJourneys([named('Login')], 'fr-config-manager');
    expect(tree?.text).toMatch(/\}$/);
    expect(JSON.parse(tree?.text ?? '').nodes.Wait.version).toBe('1.0');
    expect(JSON.parse(node?.text ?? '')._type.version).toBe('1.0');
  });

  test('has the places of a layout, where there is one', () => {
    const layout = { nodes: { Wait: { x: 1.5, y: 2 } }, staticNodes: { [startId]: { x: 0, y: 0 } } };
    const [file] = writeJourneys([{ ...named('Login'), layout }], 'frodo');
    expect(JSON.parse(file?.text ?? '').tree).toMatchObject({
      nodes: { Wait: { x: 1.5, y: 2 } },
      staticNodes: { [startId]: { x: 0, y: 0 }, [successId]: {}, [failureId]: {} },
    });
  });
});

describe('whatever a journey says', () => {
  const settings = fc.dictionary(
    fc.string().filter((key) => !/^(?:_|nodes$|script$)/.test(key)),
    fc.jsonValue({ maxDepth: 2 }),
  ) as fc.Arbitrary<JsonObject>;
  const type = fc.constantFrom('PushWaitNode', 'UnheardOfNode');
  const child = fc.record({ type, config: settings });
  const node = fc.record({
    type: fc.constantFrom('PageNode', 'PushWaitNode'),
    config: settings,
    to: fc.dictionary(fc.string(), fc.constantFrom(successId, failureId)),
    children: fc.dictionary(fc.uuid(), child, { maxKeys: 3 }),
  });
  /** Nodes whose children have ids that no other node has. */
  const withOwnChildren = (nodes: Record<string, BuiltNode>) =>
    Object.fromEntries(
      Object.entries(nodes).map(([id, { children = {}, ...rest }]) => {
        const own = Object.entries(children).map(([childId, value]) => [`${id} ${childId}`, value]);
        return [id, { ...rest, children: Object.fromEntries(own) }];
      }),
    );
  const lines = fc.array(fc.string().map((line) => line.replaceAll(/[\n"]/g, '')));
  const exported = fc
    .record({ nodes: fc.dictionary(fc.uuid(), node), settings, lines })
    .map(({ nodes, settings: config, lines: script }) => {
      const ask = { type: 'ScriptedDecisionNode', config: { ...config, script: 's1' } };
      return {
        ...journeyExport({ nodes: { ask, ...withOwnChildren(nodes) } }),
        scripts: { s1: { _id: 's1', name: 'Ask', context: 'NODE', script: ['//', ...script] } },
      };
    });
  /** What a journey says; the list in a page's configuration is its children, here with versions and there without. */
  const said = (found: FoundJourney | undefined) => ({
    ...found?.journey,
    nodes: [...(found?.journey.nodes ?? [])]
      .map(([, { config, ...node }]) => ({ ...node, config: { ...config, nodes: null } }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const written = (value: JsonObject, shape: WritableShape) =>
    writeJourneys([{ name: 'Login', exported: value }], shape).toSorted((a, b) => (a.path < b.path ? -1 : 1));

  test.each(shapes)(
    'what is written as %s is read as the same journey, and written the same again',
    (shape) => {
      fc.assert(
        fc.property(exported, (value) => {
          const files = written(value, shape);
          const { journeys, findings } = readCollection(files);
          expect(findings).toEqual([]);
          const [found] = journeys;
          const [given] = readCollection([{ path: 'Login.json', text: JSON.stringify(value) }]).journeys;
          expect(said(found)).toEqual(said(given));
          expect(written(found?.exported ?? {}, shape)).toEqual(files);
        }),
        { numRuns: 50 },
      );
    },
  );
});
