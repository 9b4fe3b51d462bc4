import { describe, expect, test } from 'vitest';
import { successId } from '../journey/journey.ts';
import { journeyExport } from '../journey/journey-export.builder.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { FoundJourney, Shape, SourceFile } from './collection.ts';
import { filesIn } from './files.builder.ts';
import { readCollection } from './read-collection.ts';
import { rewritten } from './rewritten.ts';

const login = journeyExport({
  name: 'Login',
  nodes: {
    Page: {
      type: 'PageNode',
      children: { Name: { type: 'UsernameCollectorNode' } },
      to: { outcome: 'Wait' },
    },
    Wait: { type: 'PushWaitNode', config: { secondsToWait: 5 }, to: { DONE: 'Success' } },
  },
});

const writable: readonly Shape[] = [
  'journeyman',
  'frodo',
  'frodo-multi',
  'ping',
  'fr-config-manager',
  'amster',
  'amtree',
  'node-list',
];

function onlyJourney(files: readonly SourceFile[]): FoundJourney {
  const [found] = readCollection(files).journeys;
  if (found === undefined) throw new Error('A journey is expected.');
  return found;
}

const part = (exported: JsonObject, ...path: readonly string[]): JsonObject =>
  path.reduce<JsonObject>((value, key) => {
    const inner = value[key];
    return isJsonObject(inner) ? inner : {};
  }, exported);

/** An export with other values in one of its objects. */
function changed(exported: JsonObject, [key, ...rest]: readonly string[], values: JsonObject): JsonObject {
  if (key === undefined) return { ...exported, ...values };
  return { ...exported, [key]: changed(part(exported, key), rest, values) };
}

const without = (values: JsonObject, gone: string) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== gone));

function applied(files: readonly SourceFile[], edited: (exported: JsonObject) => JsonObject) {
  const found = onlyJourney(files);
  const change = rewritten(found, files, edited(found.exported));
  const touched = new Set([...change.removed, ...change.written.map(({ path }) => path)]);
  const after = [...files.filter(({ path }) => !touched.has(path)), ...change.written];
  return { ...change, found: onlyJourney(after) };
}

/** The lines of the second text that the first has not. */
const newLines = (before: string, after: string) => {
  const lines = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !lines.has(line));
};

describe.each(writable)('a journey in the shape %s', (shape) => {
  const files = filesIn(shape, login);

  test('is not written without an edit', () => {
    const found = onlyJourney(files);
    expect(rewritten(found, files, found.exported)).toEqual({ written: [], removed: [] });
  });

  test('differs in the one line of a setting that is edited', () => {
    const { written, removed } = applied(files, (exported) =>
      changed(exported, ['nodes', 'Wait'], { secondsToWait: 9 }),
    );
    expect(removed).toEqual([]);
    expect(written).toHaveLength(1);
    const [file] = written;
    const before = files.find(({ path }) => path === file?.path)?.text ?? '';
    expect(newLines(before, file?.text ?? '').map((line) => line.trim())).toEqual([
      expect.stringMatching(/^"secondsToWait": 9,?$/),
    ]);
  });

  test('can have a node added and one removed', () => {
    const { found } = applied(files, (exported) => {
      const added = changed(exported, ['nodes'], {
        New: { _id: 'New', _type: { _id: 'MessageNode' }, message: { en: 'Hello' } },
      });
      const nodes = without(part(added, 'nodes'), 'Wait');
      const entry = { displayName: 'New', nodeType: 'MessageNode', connections: { true: successId } };
      const tree = {
        ...part(added, 'tree'),
        nodes: { ...without(part(added, 'tree', 'nodes'), 'Wait'), New: entry },
      };
      return { ...added, nodes, tree };
    });
    expect([...found.journey.nodes.keys()].sort()).toEqual(['New', 'Page']);
    expect(found.journey.nodes.get('New')?.config).toEqual({ message: { en: 'Hello' } });
    expect(part(found.exported, 'nodes', 'Wait')).toEqual({});
  });

  test('can be renamed', () => {
    const { found } = applied(files, (exported) => changed(exported, ['tree'], { _id: 'Other' }));
    expect(found).toMatchObject({ name: 'Other', shape });
    expect(found.journey.nodes.get('Wait')?.config).toEqual({ secondsToWait: 5 });
  });
});

describe("fr-config-manager's folders", () => {
  const files = filesIn('fr-config-manager', login);
  const folder = 'realms/root/journeys/Login';

  test('have the old file of a renamed node removed', () => {
    const { written, removed, found } = applied(files, (exported) =>
      changed(exported, ['tree', 'nodes', 'Wait'], { displayName: 'Wait a bit' }),
    );
    expect(written.map(({ path }) => path)).toEqual([
      `${folder}/Login.json`,
      `${folder}/nodes/Wait a bit - Wait.json`,
    ]);
    expect(removed).toEqual([`${folder}/nodes/Wait - Wait.json`]);
    expect(found.journey.nodes.get('Wait')?.config).toEqual({ secondsToWait: 5 });
  });

  test('have the nodes of a renamed page moved with it, their texts unchanged', () => {
    const { written, removed } = applied(files, (exported) =>
      changed(exported, ['tree', 'nodes', 'Page'], { displayName: 'First' }),
    );
    const text = (path: string, among: readonly SourceFile[]) =>
      among.find((file) => file.path === path)?.text;
    expect(removed).toContain(`${folder}/nodes/Page - Page/Name - Name.json`);
    expect(text(`${folder}/nodes/First - Page/Name - Name.json`, written)).toBe(
      text(`${folder}/nodes/Page - Page/Name - Name.json`, files),
    );
  });

  test('have a script written to its own file, and keep those that the journey no longer uses', () => {
    const scripted = {
      ...journeyExport({ nodes: { Ask: { type: 'ScriptedDecisionNode', config: { script: 's1' } } } }),
      scripts: { s1: { _id: 's1', name: 'Ask', context: 'NODE', script: ['one', 'two'] } },
    };
    const sources = filesIn('fr-config-manager', scripted);
    expect(
      applied(sources, (exported) => changed(exported, ['scripts', 's1'], { script: ['one', '2'] })).written,
    ).toEqual([{ path: 'realms/root/scripts/scripts-content/NODE/Ask.js', text: 'one\n2' }]);
    expect(applied(sources, (exported) => ({ ...exported, scripts: {} })).removed).toEqual([]);
  });
});

test('places that are edited go to the layout of our own folder', () => {
  const files = filesIn('journeyman', login);
  const { written, found } = applied(files, (exported) =>
    changed(exported, ['tree', 'nodes', 'Wait'], { x: 7, y: 8 }),
  );
  expect(written.map(({ path }) => path)).toEqual(['Login/Login.layout.json']);
  expect(found.layout.nodes).toEqual({ Wait: { x: 7, y: 8 } });
});

test('what the layout of our own folder says besides a place that is edited stays', () => {
  const layout = { nodes: { Wait: { x: 1, y: 2, color: 'red' }, gone: { x: 3, y: 4 } }, futureKey: 1 };
  const files = filesIn('journeyman', login).map((file) =>
    file.path.endsWith('.layout.json') ? { ...file, text: JSON.stringify(layout) } : file,
  );
  const { written } = applied(files, (exported) =>
    changed(exported, ['tree', 'nodes', 'Wait'], { x: 7, y: 8 }),
  );
  expect(JSON.parse(written[0]?.text ?? '')).toMatchObject({
    ...layout,
    nodes: { ...layout.nodes, Wait: { x: 7, y: 8, color: 'red' } },
  });
});

test('the other journeys of a file stay as they are', () => {
  const text = JSON.stringify(
    { trees: { Login: login, Other: journeyExport({ name: 'Other', nodes: {} }) } },
    null,
    2,
  );
  const files = [{ path: 'all.json', text }];
  const { written } = applied(files, (exported) => changed(exported, ['tree'], { description: 'x' }));
  expect(newLines(text, written[0]?.text ?? '')).toEqual(['        "description": "x",']);
});

test("AM's file-based configuration is not written, and that is said", () => {
  const files = filesIn('file-based', login);
  const found = onlyJourney(files);
  expect(() => rewritten(found, files, found.exported)).toThrow(
    'AM alone writes its file-based configuration',
  );
  expect(() => rewritten(found, [], found.exported)).toThrow('it is not there any more');
});
