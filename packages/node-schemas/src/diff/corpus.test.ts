import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJourney } from '../journey/read-journey.ts';
import type { JsonObject } from '../json.ts';
import { objectOf } from './comparable.ts';
import { diffJourneys } from './diff-journeys.ts';
import { mergeJourneys } from './merge-journeys.ts';

/** A folder of journeys that people have published. */
const corpus = process.env.JOURNEYMAN_CORPUS;

describe.skipIf(corpus === undefined)('published journeys', () => {
  const files = corpus === undefined ? [] : readdirSync(corpus, { recursive: true, encoding: 'utf8' });
  const journeys = files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const read = readJourney(readFileSync(join(corpus ?? '', file), 'utf8'));
      return read.status === 'read' ? [{ file, exported: read.exported }] : [];
    });

  test('there are some', () => {
    expect(journeys.length).toBeGreaterThan(0);
  });

  test.each(journeys)(
    '$file is the same as itself, also with its keys in another order and its nodes elsewhere',
    ({ exported }) => {
      expect(diffJourneys(exported, exported)).toMatchObject({ status: 'same', changes: [], moved: 0 });
      expect(diffJourneys(exported, reversed(elsewhere(exported)))).toMatchObject({
        status: 'same',
        changes: [],
      });
      expect(mergeJourneys(exported, reversed(exported), elsewhere(exported)).conflicts).toEqual([]);
    },
  );
});

function elsewhere(exported: JsonObject): JsonObject {
  const tree = objectOf(exported.tree);
  const nodes = Object.entries(objectOf(tree.nodes)).map(([id, node]) => [
    id,
    { ...objectOf(node), x: 7, y: 7 },
  ]);
  return { ...exported, tree: { ...tree, nodes: Object.fromEntries(nodes) } };
}

function reversed<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).reverse())
      : inner,
  );
}
