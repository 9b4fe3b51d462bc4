import type { Json, JsonObject } from '../json.ts';
import { isSameJson, keysOf, ownValue } from './comparable.ts';
import type { EntryEdit, PropertyEdit } from './journey-diff.ts';
import { entriesOf, isSecretKey, type PropertySchema, valueTexts } from './value-text.ts';

/** What is known of the properties that are compared. */
export interface Properties {
  /** The schema of a property by its key; without it, the key is its title. */
  readonly schemas?: Readonly<Record<string, PropertySchema>>;
  /** The name of what a value is the id of. */
  nameOf?(id: string): string | undefined;
}

/** The properties that differ between two objects, in the order of the schema, those that it does not know last. */
export function propertyEdits(
  before: JsonObject,
  after: JsonObject,
  { schemas = {}, nameOf }: Properties = {},
): readonly PropertyEdit[] {
  const known = Object.keys(schemas);
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return keysOf(before, after)
    .filter((key) => !isSameJson(ownValue(before, key), ownValue(after, key)))
    .sort((a, b) => rank(a) - rank(b))
    .map((key) => {
      const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
      return propertyEdit(key, schema ?? {}, ownValue(before, key), ownValue(after, key), nameOf);
    });
}

function propertyEdit(
  key: string,
  schema: PropertySchema,
  before: Json | undefined,
  after: Json | undefined,
  nameOf: Properties['nameOf'],
): PropertyEdit {
  const entries = schema.format === 'password' || isSecretKey(key) ? undefined : entryEdits(before, after);
  const [textBefore, textAfter] = valueTexts(key, schema, before, after, nameOf);
  return {
    type: 'property',
    key,
    title: schema.title ?? key,
    before: textBefore,
    after: textAfter,
    ...(entries === undefined ? {} : { entries }),
  };
}

/** The entries that differ, where both are lists or both are maps; what is not there counts as empty. */
function entryEdits(before: Json | undefined, after: Json | undefined): readonly EntryEdit[] | undefined {
  const isList = Array.isArray(before ?? after);
  if (Array.isArray(after ?? before) !== isList) return undefined;
  const some = before ?? after;
  if (some === undefined || some === null || typeof some !== 'object') return undefined;
  const from = entriesOf(before ?? (isList ? [] : {}));
  const to = entriesOf(after ?? (isList ? [] : {}));
  if (from === undefined || to === undefined) return undefined;
  const old = new Map(from);
  const now = new Map(to);
  const edits = [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => !isSameJson(old.get(name), now.get(name)))
    .map((name) => {
      const [textBefore, textAfter] = valueTexts(isList ? '' : name, {}, old.get(name), now.get(name));
      return { ...(isList ? {} : { name }), before: textBefore, after: textAfter };
    });
  return edits.length === 0 ? undefined : edits;
}
