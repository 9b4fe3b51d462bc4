import { isJsonObject, type JsonObject } from '../json.ts';
import { loadAllNodeTypes, nodeTypeOf } from '../nodes/index.ts';
import type { FoundJourney } from './collection.ts';
import { unknownTypesOf } from './unknown-types.ts';

/**
 * Makes known every node type that journeys have and there is, those that cannot be run too. To load those takes longer than to check some
 * journeys, and most journeys have none of them.
 */
export async function loadNodeTypesOf(journeys: readonly FoundJourney[]): Promise<void> {
  if (journeys.some((found) => unknownTypesOf(found.journey).length > 0 || hasLeftOver(found))) {
    await loadAllNodeTypes();
  }
}

/** Whether a configuration of which the journey makes no use is of a type that is not known. */
function hasLeftOver({ exported: { nodes, innerNodes } }: FoundJourney): boolean {
  return [nodes, innerNodes].some((configs) => isJsonObject(configs) && isAnyUnknown(configs));
}

function isAnyUnknown(configs: JsonObject): boolean {
  for (const id in configs) {
    const config = configs[id];
    const type = isJsonObject(config) && isJsonObject(config._type) ? config._type._id : undefined;
    if (typeof type === 'string' && nodeTypeOf(type) === undefined) return true;
  }
  return false;
}
