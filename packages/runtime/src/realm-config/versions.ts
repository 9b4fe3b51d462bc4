import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';

/** The version of a node type where nothing says another; tools that ask by version cannot do without one. */
export const firstVersion = '1.0';

/** An object that names a version under a key, the first one where it names none. */
export function withVersion(value: JsonObject, key: string): JsonObject {
  return { ...value, [key]: versionIn(value, key) };
}

/** The version that an object names under a key. */
export function versionIn(value: Json | undefined, key: string): string {
  const version = isJsonObject(value) ? value[key] : undefined;
  return typeof version === 'string' || typeof version === 'number' ? String(version) : firstVersion;
}

/** An object as it is kept: the first version goes without saying, unless it was said before. */
export function withoutFirstVersion(value: JsonObject, key: string, before: Json | undefined): JsonObject {
  const { [key]: version, ...rest } = value;
  const wasSaid = isJsonObject(before) && before[key] !== undefined;
  return version === undefined || (version === firstVersion && !wasSaid) ? rest : value;
}
