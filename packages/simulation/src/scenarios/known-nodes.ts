import {
  type Journey,
  nodeTypesById,
  type Outcome,
  outcomesOfNode,
  type PageChild,
} from '@journeyman/node-schemas';

/** A node that a journey may pass, with the ways out of it. */
export interface KnownNode {
  readonly id: string;
  readonly displayName: string;
  /** The journey that it is in. */
  readonly journey: string;
  /** The id of the page that it is in. */
  readonly page?: string;
  readonly outcomes: readonly Outcome[];
}

const surveyed = new WeakMap<Journey, readonly KnownNode[]>();

/** The nodes of one journey, those of pages among them, each before the page that it is in. */
export function nodesOf(journey: Journey): readonly KnownNode[] {
  // Each scenario asks for them, and what outcomes a node has takes long to say.
  const nodes = surveyed.get(journey) ?? survey(journey);
  surveyed.set(journey, nodes);
  return nodes;
}

/** The nodes of a journey and of all that it may enter. */
export function nodesWithin(name: string, journeys: ReadonlyMap<string, Journey>): readonly KnownNode[] {
  const entered = new Set([name]);
  const nodes: KnownNode[] = [];
  for (const each of entered) {
    const journey = journeys.get(each);
    if (journey === undefined) continue;
    nodes.push(...nodesOf(journey));
    for (const { type, config } of journey.nodes.values()) {
      if (type === 'InnerTreeEvaluatorNode' && typeof config.tree === 'string') entered.add(config.tree);
    }
  }
  return nodes;
}

function survey(journey: Journey): readonly KnownNode[] {
  return [...journey.nodes.values()].flatMap((node) => {
    const known = (each: PageChild, page?: string): KnownNode => ({
      id: each.id,
      displayName: each.displayName,
      journey: journey.name,
      ...(page === undefined ? {} : { page }),
      outcomes: outcomesOfNode(page === undefined ? node : { ...each, connections: {} }, nodeTypesById),
    });
    return [...(node.children ?? []).map((child) => known(child, node.id)), known(node)];
  });
}
