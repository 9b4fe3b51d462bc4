import type { Journey, JourneyNode } from '@journeyman/node-schemas';
import { cardContentOf } from '../canvas/card-content.ts';

/** The nodes of a journey in the order in which a person comes by them, and those that nothing leads to. */
export interface GraphOrder {
  readonly reached: readonly string[];
  readonly unreached: readonly string[];
}

/**
 * Walks a journey from Start, along the first outcome as far as it goes before the next one is taken.
 * Nodes that nothing leads to come in the order of the file, each followed by what it leads to.
 */
export function graphOrder(journey: Journey): GraphOrder {
  const reached = walk(journey, [journey.entryNodeId], new Set());
  const entries = [...journey.nodes.keys()].filter((id) => !reached.has(id));
  const all = walk(journey, unledTo(journey, entries), new Set(reached));
  return { reached: [...reached], unreached: [...walk(journey, entries, all)].slice(reached.size) };
}

/** What a node leads to, in the order of its outcomes. */
function targetsOf(node: JourneyNode): string[] {
  return cardContentOf(node).outcomes.flatMap(({ id }) => {
    const target = Object.hasOwn(node.connections, id) ? node.connections[id] : undefined;
    return target === undefined ? [] : [target];
  });
}

function unledTo({ nodes }: Journey, ids: readonly string[]): string[] {
  const targets = new Set([...nodes.values()].flatMap((node) => targetsOf(node)));
  return ids.filter((id) => !targets.has(id));
}

/** Adds to `seen` what can be reached from some nodes, deepest first; not recursive, for long journeys. */
function walk({ nodes }: Journey, from: readonly string[], seen: Set<string>): Set<string> {
  const waiting = [...from].reverse();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...targetsOf(node).reverse());
  }
  return seen;
}
