import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isJsonObject, type Json } from '@journeyman/node-schemas';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../src/index.ts';
import { realmFolder, sampleJourneys } from './sample-journeys.ts';

const file = join(import.meta.dirname, '../../../docs/scenarios.schema.json');
const kept = JSON.parse(readFileSync(file, 'utf8'));
const isValid = new Ajv({ allowUnionTypes: true }).compile(kept);

/** What stands at a key, an item or a branch of a schema without a word about it. */
function undescribed(shape: Json, path: string): readonly string[] {
  if (!isJsonObject(shape)) return [];
  const { properties, patternProperties, items, anyOf, description } = shape;
  const inner = [properties, patternProperties].flatMap((shapes) =>
    isJsonObject(shapes) ? Object.entries(shapes) : [],
  );
  const branches = Array.isArray(anyOf) ? anyOf.map((branch, index) => [`${index}`, branch] as const) : [];
  const children = [...inner, ...branches, ...(items === undefined ? [] : [['items', items] as const])];
  return [
    ...(description ? [] : [path]),
    ...children.flatMap(([name, child]) => undescribed(child, `${path}/${name}`)),
  ];
}

describe('the schema that editors complete scenarios by', () => {
  test('is what the file in docs holds; `journeyman test --schema` prints it', () => {
    expect(kept).toEqual(JSON.parse(JSON.stringify(scenarioSchema)));
  });

  test('says something of everything', () => {
    expect(undescribed(kept, '')).toEqual([]);
  });

  test.each(
    ['.', 'realms/alpha'].flatMap((realm) =>
      [...sampleJourneys(realm).keys()].map((name) =>
        join(realmFolder(realm), name, `${name}.scenarios.yaml`),
      ),
    ),
  )('is satisfied by %s, which names it', (path) => {
    const text = readFileSync(path, 'utf8');
    const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(join(dirname(path), named)).toBe(file);
    expect([isValid(parse(text)), isValid.errors]).toEqual([true, null]);
  });

  test.each([
    ['a misspelt key', '- { scenario: S, stesp: [] }'],
    ['a misspelt word', '- { scenario: S, steps: [pol] }'],
    ['a missing key', '- { scenario: S }'],
    ['a duration that is none', '- { scenario: S, steps: [{ wait: soon }] }'],
    ['a map where a list belongs', 'scenario: S'],
    ['two nodes in one entry of a path', '- { scenario: S, steps: [], expect: { path: [{ A: x, B: y }] } }'],
  ])('is not satisfied by %s', (_, text) => {
    expect(isValid(parse(text))).toBe(false);
  });
});
