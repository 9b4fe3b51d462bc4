import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';

/** A row of a map in a form: what stands in its two fields. */
export interface Row {
  readonly key: string;
  readonly text: Json;
}

/** Why a row is not stored. */
export type RowFault = 'unnamed' | 'repeated';

/** The rows of a map, in its order; none for anything else. */
export function rowsOf(value: Json | undefined): Row[] {
  return isJsonObject(value) ? Object.entries(value).map(([key, text]) => ({ key, text })) : [];
}

/** What rows say that can be stored: those with a key, the first of each; undefined for none. */
export function storedRows(rows: readonly Row[]): JsonObject | undefined {
  const stored = rows.filter((_, index) => faultOf(rows, index) === undefined);
  return stored.length === 0 ? undefined : Object.fromEntries(stored.map(({ key, text }) => [key, text]));
}

/** Why a row is not stored; undefined if it is. */
export function faultOf(rows: readonly Row[], index: number): RowFault | undefined {
  const key = rows[index]?.key ?? '';
  if (key === '') return 'unnamed';
  return rows.findIndex((row) => row.key === key) < index ? 'repeated' : undefined;
}
