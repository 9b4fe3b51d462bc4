import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { SourceFile } from './collection.ts';
import { readCollection } from './read-collection.ts';
import { rewritten } from './rewritten.ts';

const corpus = process.env.JOURNEYMAN_CORPUS;

describe.skipIf(corpus === undefined)('published journeys (JOURNEYMAN_CORPUS)', () => {
  const root = corpus ?? '';
  const files =
    corpus === undefined
      ? []
      : readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.json'))
          .sort()
          .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const { journeys, findings } = readCollection(files);

  test('are read without an error', () => {
    expect(journeys.length).toBeGreaterThan(0);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('are each read from files that nothing else is read from', () => {
    const used = new Set(journeys.flatMap((found) => found.files));
    expect(files.map(({ path }) => path).filter((path) => !used.has(path))).toEqual([]);
  });

  test.each(journeys.map((found) => [found.name, found.file, found] as const))(
    '%s in %s is not changed without an edit, and in one line by another name of a node',
    (_name, _file, found) => {
      const sources = files.filter(({ path }) => found.files.includes(path));
      expect(rewritten(found, sources, found.exported)).toEqual({ written: [], removed: [] });

      const { written, removed } = rewritten(found, sources, withNodeRenamed(found.exported));
      const textOf = (path: string, among: readonly SourceFile[]) =>
        among.find((file) => file.path === path)?.text ?? '';
      const before = textOf(found.file, files).split('\n');
      const after = textOf(found.file, written).split('\n');
      expect(after).toHaveLength(before.length);
      expect(after.filter((line, index) => line !== before[index])).toEqual([
        expect.stringMatching(/^\s*"displayName"\s*: "Renamed",?\r?$/),
      ]);
      const movedTexts = written.filter(({ path }) => path !== found.file).map(({ text }) => text);
      expect(movedTexts.sort()).toEqual(removed.map((path) => textOf(path, files)).sort());
    },
  );
});

/** With another display name for the first node that has one. */
function withNodeRenamed(exported: JsonObject): JsonObject {
  const tree = isJsonObject(exported.tree) ? exported.tree : {};
  const nodes = isJsonObject(tree.nodes) ? tree.nodes : {};
  const [id, node] = Object.entries(nodes)[0] ?? ['', {}];
  const renamed = { ...(isJsonObject(node) ? node : {}), displayName: 'Renamed' };
  return { ...exported, tree: { ...tree, nodes: { ...nodes, [id]: renamed } } };
}
