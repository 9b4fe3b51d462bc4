import { firstVersion, isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas/run';

/** An object that names a version under a key, the first one where it names none. */
export function withVersion(value: JsonObject, key: string): JsonObject {
  return { ...value, [key]: versionIn(value, key) };
}

/** The version that an object names under a key. */
export function versionIn(value: Json | undefined, key: string): string {
  const version = isJsonObject(value) ? value[key] : undefined;
  return typeof version === 'string' || typeof version === 'number' ? String(version) : firstVersion;
}
