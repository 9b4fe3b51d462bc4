import { type Journey, type JourneyNode, journeyFrom } from '@journeyman/node-schemas';
import type { Exported } from './journey-document.ts';
import { ownValue, pageEntries } from './lookup.ts';

/** An export with the journey that was derived from it. */
export interface Derived {
  readonly exported: Exported;
  readonly journey: Journey;
}

/**
 * The journey of an export. What is the same as in the export before it stays the same object, node by node, so that only the
 * cards of changed nodes are drawn again.
 */
export function deriveJourney(exported: Exported, before?: Derived): Journey {
  if (before === undefined) return journeyFrom(exported);
  if (before.exported === exported) return before.journey;
  const { tree, nodes, innerNodes } = exported;
  const rest = journeyFrom({ tree: { ...tree, nodes: {} } });
  const entries = Object.keys(tree.nodes).map((id): [string, JourneyNode | undefined] => {
    const known = before.journey.nodes.get(id);
    if (known !== undefined && isSameNode(exported, before.exported, id)) return [id, known];
    const alone = { tree: { _id: id, nodes: { [id]: tree.nodes[id] ?? null } }, nodes, innerNodes };
    return [id, journeyFrom(alone).nodes.get(id)];
  });
  const next = new Map(entries.filter((entry): entry is [string, JourneyNode] => entry[1] !== undefined));
  const isUnchanged =
    next.size === before.journey.nodes.size &&
    [...next].every(([id, node]) => before.journey.nodes.get(id) === node);
  return { ...rest, nodes: isUnchanged ? before.journey.nodes : next };
}

function isSameNode(now: Exported, before: Exported, id: string): boolean {
  const json = ownValue(now.nodes, id);
  return (
    now.tree.nodes[id] === before.tree.nodes[id] &&
    json === ownValue(before.nodes, id) &&
    pageEntries(json).every(
      ({ _id }) =>
        ownValue(now.innerNodes, _id) === ownValue(before.innerNodes, _id) &&
        (Object.hasOwn(now.innerNodes, _id) || ownValue(now.nodes, _id) === ownValue(before.nodes, _id)),
    )
  );
}
