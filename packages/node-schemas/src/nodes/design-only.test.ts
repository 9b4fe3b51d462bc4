import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '../json.ts';
import { type NodeType, outcomesOf } from '../node-type.ts';
import { faulty } from './design-only/faulty.builder.ts';
import { designOnlyNodeTypes } from './design-only.ts';

const types: ReadonlyMap<string, NodeType> = new Map(Object.entries(designOnlyNodeTypes));

/** What the tests look at in the schema of a property. */
interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
}

describe.each([...types])('%s', (id, type) => {
  const properties = Object.entries(type.config.properties as Readonly<Record<string, Described>>);

  test('is registered under its id and says what it does', () => {
    expect(type.id).toBe(id);
    expect(type.help).toMatch(/\.$/);
  });

  test('explains every property', () => {
    for (const [key, { title, description }] of properties) {
      expect(title, key).toMatch(/\S/);
      expect(description, key).toMatch(/\.$/);
    }
  });

  test('has defaults that it allows, and lacks only what has to be given', () => {
    const { validate: _, ...withoutOwnChecks } = type;
    const toBeGiven = properties.filter(
      ([key, { default: value }]) => type.config.required?.includes(key) && value === undefined,
    );
    expect(faulty(withoutOwnChecks)).toEqual(toBeGiven.map(([key]) => key));
  });

  test('speaks only of outcomes that it has', () => {
    const { outcomes } = type;
    const all = 'all' in outcomes ? Object.keys(outcomes.all) : outcomesOf(type, null).map(({ id }) => id);
    const conditions = 'onlyIf' in outcomes ? Object.keys(outcomes.onlyIf ?? {}) : [];
    const written = type.writes.flatMap(({ on }) => on ?? []);
    for (const outcome of [...written, ...conditions, ...Object.keys(type.proves ?? {})]) {
      expect(all).toContain(outcome);
    }
  });
});

test.each([...types].filter(([, { alsoProves }]) => alsoProves !== undefined))(
  '%s proves more by outcomes that prove something, under a value that its property can have',
  (_, type) => {
    for (const [outcome, more] of Object.entries(type.alsoProves ?? {})) {
      expect(Object.keys(type.proves ?? {})).toContain(outcome);
      const { where = '', is = '' } = more ?? {};
      expect(faulty(type, { [where]: is })).not.toContain(where);
      expect(faulty(type, { [where]: `not ${is}` })).toContain(where);
    }
  },
);

/** Every configuration of one of the types in a JSON value, in whatever shape the export has. */
function configurations(value: unknown): readonly (readonly [type: NodeType, config: JsonObject])[] {
  if (Array.isArray(value)) return value.flatMap(configurations);
  if (!isJsonObject(value)) return [];
  const { _type: typed, nodeType, details } = value;
  const own = isJsonObject(typed) ? types.get(String(typed._id)) : undefined;
  const outer = types.get(String(nodeType));
  return [
    ...(own === undefined ? [] : [[own, value] as const]),
    ...(outer !== undefined && isJsonObject(details) ? [[outer, details] as const] : []),
    ...Object.values(value).flatMap(configurations),
  ];
}

const corpus = process.env.JOURNEYMAN_CORPUS;

test.skipIf(corpus === undefined)('configurations that others exported have no errors', () => {
  const found = readdirSync(corpus ?? '', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => configurations(JSON.parse(readFileSync(join(corpus ?? '', file), 'utf8'))));
  expect(found.length).toBeGreaterThan(0);
  for (const [type, config] of found) expect(faulty(type, config), type.id).toEqual([]);
});
