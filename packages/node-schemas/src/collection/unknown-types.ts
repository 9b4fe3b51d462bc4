import type { Journey, PageChild } from '../journey/journey.ts';
import { nodeTypeOf } from '../nodes/index.ts';

/** The types of a journey's nodes, those in pages too, that are not known here, sorted. */
export function unknownTypesOf(journey: Journey): readonly string[] {
  const unknown = new Set<string>();
  const look = ({ type }: PageChild) => {
    if (nodeTypeOf(type) === undefined) unknown.add(type);
  };
  for (const node of journey.nodes.values()) {
    look(node);
    node.children?.forEach(look);
  }
  return [...unknown].sort();
}
