import { formatJourney, type JsonObject } from '@journeyman/node-schemas/run';
import { revisionOf } from '../http/revision.ts';

/** A resource with its `_rev`: a signed number of 32 bits as text, made from what it holds, whatever the order of its keys. */
export function withRevision(body: JsonObject): JsonObject {
  const { _id, ...rest } = body;
  const canonical = formatJourney({ content: body });
  return { ...(_id === undefined ? {} : { _id }), _rev: String(Number(revisionOf(canonical)) | 0), ...rest };
}
