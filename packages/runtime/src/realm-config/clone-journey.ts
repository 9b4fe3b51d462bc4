import { isJsonObject, type JsonObject } from '@journeyman/node-schemas/run';
import { partsOf } from './realm-content.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A copy of a journey whose nodes have ids of their own, so that the one can be changed and deleted without the other. The ids are
 * replaced wherever they stand: in connections, in pages, in notes, and in what a page tells its client.
 */
export function cloneOf(exported: JsonObject, newId: () => string): JsonObject {
  const ids = [...partsOf(exported).keys()].filter((id) => uuid.test(id));
  const newIds = new Map(ids.map((id) => [id, newId()]));
  const text = JSON.stringify(exported).replaceAll(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
    (id) => newIds.get(id) ?? id,
  );
  const copy: unknown = JSON.parse(text);
  return isJsonObject(copy) ? copy : exported;
}
