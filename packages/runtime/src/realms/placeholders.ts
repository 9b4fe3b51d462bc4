import type { Json, JsonObject } from '@journeyman/node-schemas';

/** A value with its placeholders filled in, and those that the environment has nothing for. */
export interface Filled<Value> {
  readonly value: Value;
  /** `&{a.b}` and the path of the value that it stands in. */
  readonly missing: readonly { readonly placeholder: string; readonly path: readonly (string | number)[] }[];
}

/** The secrets of the service itself. A journey could show them to whoever starts it, and journeys are written by more people. */
const own: ReadonlySet<string> = new Set([
  'JOURNEYMAN_ADMIN_PASSWORD',
  'JOURNEYMAN_METRICS_TOKEN',
  'JOURNEYMAN_SECRET',
]);

/**
 * Puts environment variables in the place of placeholders: `&{a.b}` anywhere in a text stands for the variable `A_B`, and
 * `{"$int": "&{a.b}"}` for a number; so with `$bool`, `$list` (comma-separated) and `$string`.
 * The service's own secrets count as missing.
 */
export function fillPlaceholders<Value extends Json>(value: Value, environment: Environment): Filled<Value> {
  const missing: Filled<Value>['missing'][number][] = [];
  const fillText = (text: string, path: Path): string =>
    text.replaceAll(/&\{([\w.-]+)\}/g, (placeholder, name: string) => {
      const variable = name.replaceAll(/[.-]/g, '_').toUpperCase();
      const found = own.has(variable) ? undefined : environment[variable];
      if (found === undefined) missing.push({ placeholder, path });
      return found ?? placeholder;
    });
  const fill = (each: Json, path: Path): Json => {
    if (typeof each === 'string') return fillText(each, path);
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return each.map((item: Json, index) => fill(item, [...path, index]));
    const entries = Object.entries(each as JsonObject);
    const [first] = entries;
    if (entries.length === 1 && first !== undefined && typeof first[1] === 'string') {
      const typed = typedValue(first[0], fillText(first[1], path));
      if (typed !== undefined) return typed;
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, fill(item, [...path, key])]));
  };
  return { value: fill(value, []) as Value, missing };
}

type Environment = Readonly<Record<string, string | undefined>>;
type Path = readonly (string | number)[];

/** The value of AM's typed placeholder; undefined if the key is none. */
function typedValue(key: string, text: string): Json | undefined {
  switch (key) {
    case '$string':
      return text;
    case '$int':
      return Number.isInteger(Number(text)) ? Number(text) : text;
    case '$bool':
      return text === 'true' ? true : text === 'false' ? false : text;
    case '$list':
      return text.split(',').map((item) => item.trim());
    default:
      return undefined;
  }
}
