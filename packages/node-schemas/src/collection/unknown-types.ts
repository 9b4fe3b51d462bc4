import type { Journey } from '../journey/journey.ts';
import { nodeTypeOf } from '../nodes/index.ts';

/** The types of a journey's nodes, those in pages too, that are not known here, sorted. */
export function unknownTypesOf(journey: Journey): readonly string[] {
  const nodes = [...journey.nodes.values()].flatMap((node) => [node, ...(node.children ?? [])]);
  return [...new Set(nodes.map(({ type }) => type).filter((type) => nodeTypeOf(type) === undefined))].sort();
}
