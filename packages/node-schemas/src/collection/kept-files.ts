import { isSameJson } from '../diff/comparable.ts';
import { formatJourney } from '../journey/format-journey.ts';
import { type Layout, layoutOf, withLayout } from '../journey/layout.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FoundJourney, Shape, SourceFile } from './collection.ts';
import { readCollection } from './read-collection.ts';
import { rewritten } from './rewritten.ts';
import type { WritableJourney } from './write-journeys.ts';

/**
 * Files of a tool that hold journeys, for the same journeys as they are now: what is not different, and what the canonical form
 * leaves out, stays as it was written. Undefined where the files hold other journeys or are of another shape.
 */
export function keptFiles(
  sources: readonly SourceFile[],
  shape: Shape,
  journeys: readonly WritableJourney[],
): readonly SourceFile[] | undefined {
  const found = readCollection(sources).journeys;
  const byName = new Map(found.map((each) => [each.name, each]));
  const isSame =
    found.length === journeys.length && journeys.every(({ name }) => byName.get(name)?.shape === shape);
  return isSame ? journeys.reduce(withJourney, sources) : undefined;
}

function withJourney(files: readonly SourceFile[], journey: WritableJourney): readonly SourceFile[] {
  const found = readCollection(files).journeys.find(({ name }) => name === journey.name);
  const edited = found && editedAs(found, journey);
  if (found === undefined || edited === undefined || edited === found.exported) return files;
  const { written, removed } = rewritten(found, files, edited);
  const gone = new Set([...removed, ...written.map(({ path }) => path)]);
  return [...files.filter(({ path }) => !gone.has(path)), ...written];
}

/** An export in the words of its file, with what is different in another one. */
function editedAs({ exported, layout }: FoundJourney, other: WritableJourney): JsonObject {
  const from = canonical(exported, layout);
  const to = canonical(other.exported, other.layout ?? layoutOf(other.exported));
  const edited = changed(exported, from, to);
  return isJsonObject(edited) ? withScriptsLike(exported, edited) : exported;
}

/** In canonical form with places, and without what the export says of itself. */
function canonical(exported: JsonObject, layout: Layout): JsonObject {
  const { meta: _, origin: __, ...parts } = withLayout(JSON.parse(formatJourney(exported)), layout);
  return parts;
}

/** A value with what is different between two others, of which the first is the value without some of what it says. */
function changed(value: Json, from: Json, to: Json): Json {
  if (isSameJson(from, to)) return value;
  if (Array.isArray(value) && Array.isArray(from) && Array.isArray(to)) {
    return value.length === from.length
      ? to.map((item: Json, index) => changed(value[index] ?? null, from[index] ?? null, item))
      : to;
  }
  if (!isJsonObject(value) || !isJsonObject(from) || !isJsonObject(to)) return to;
  const has = (part: JsonObject, key: string) => Object.hasOwn(part, key);
  const keys = [
    ...Object.keys(value).filter((key) => has(to, key) || !has(from, key)),
    ...Object.keys(to).filter((key) => !has(value, key) && !isSameJson(from[key], to[key])),
  ];
  const part = (key: string) => changed(value[key] ?? null, from[key] ?? null, to[key] ?? null);
  return Object.fromEntries(keys.map((key) => [key, has(to, key) ? part(key) : (value[key] ?? null)]));
}

/** Scripts are lists of lines where they have been, else texts as AM's tools expect them. */
function withScriptsLike(before: JsonObject, exported: JsonObject): JsonObject {
  const { scripts } = exported;
  if (!isJsonObject(scripts) || scripts === before.scripts) return exported;
  const old = isJsonObject(before.scripts) ? before.scripts : {};
  const like = Object.entries(scripts).map(([id, script]) => {
    const { script: source } = isJsonObject(script) ? script : {};
    const had = isJsonObject(old[id]) ? old[id].script : undefined;
    const isText = isJsonObject(script) && Array.isArray(source) && !Array.isArray(had);
    return [id, isText ? { ...script, script: JSON.stringify(source.join('\n')) } : script];
  });
  return { ...exported, scripts: Object.fromEntries(like) };
}
