import { failureId, type Journey, type JourneyNode, successId } from '@journeyman/node-schemas';
import type { NodeResult } from './behaviour.ts';

/** What one node did when it ran. */
export interface Pass {
  readonly nodeId: string;
  readonly did: NodeResult['type'] | 'break';
  readonly outcome?: string;
}

/** Where the passes of a request have led. */
export type Walk =
  | { readonly status: 'success' | 'failure' | 'waiting' | 'refused' | 'broken'; readonly nodes: number }
  /** A pass that no connection leads to. */
  | { readonly status: 'lost'; readonly nodes: number; readonly at: string };

/** A place in nested journeys, outermost first. */
export type Place = readonly { readonly journey: Journey; readonly nodeId: string }[];

/**
 * Follows the connections of a journey by what its nodes did, and by nothing else: how a journey must go, told from the engine's
 * telling. Gives where the way has led and the place to go on from.
 */
export function walk(
  journeys: ReadonlyMap<string, Journey>,
  from: Place,
  passes: readonly Pass[],
  limit: number,
): { readonly walk: Walk; readonly place: Place } {
  let place = from;
  let nodes = 0;
  const left = [...passes];

  const at = () => place[place.length - 1] as Place[number];
  const here = () => at().journey.nodes.get(at().nodeId);
  const moveTo = (nodeId: string) => {
    place = [...place.slice(0, -1), { ...at(), nodeId }];
  };
  /** False: nobody takes the fault. */
  function isCaught(): boolean {
    while (place.length > 1) {
      place = place.slice(0, -1);
      const evaluator = here();
      if (evaluator?.config.displayErrorOutcome !== true) continue;
      const target = evaluator.connections.error;
      if (target === undefined) return isCaught();
      moveTo(target);
      return true;
    }
    return false;
  }
  /** The passes of a node, or of all the nodes of a page, up to one that ends the request. */
  function passesOf(node: JourneyNode): readonly Pass[] {
    const taken: Pass[] = [];
    for (const { id } of node.children ?? [node]) {
      const next = left[0];
      if (next === undefined || next.nodeId !== id) break;
      taken.push(next);
      left.shift();
      if (next.did === 'refuse' || next.did === 'break') break;
    }
    return taken;
  }

  for (; nodes < limit; nodes += 1) {
    const { nodeId } = at();
    if (nodeId === successId || nodeId === failureId) {
      if (place.length === 1)
        return { walk: { status: nodeId === successId ? 'success' : 'failure', nodes }, place };
      place = place.slice(0, -1);
      const target = here()?.connections[nodeId === successId ? 'true' : 'false'];
      if (target !== undefined) moveTo(target);
      else if (!isCaught()) return { walk: { status: 'broken', nodes }, place };
      continue;
    }
    const node = here();
    if (node?.type === 'InnerTreeEvaluatorNode') {
      const entered = journeys.get(String(node.config.tree));
      if (entered !== undefined) place = [...place, { journey: entered, nodeId: entered.entryNodeId }];
      else if (!isCaught()) return { walk: { status: 'broken', nodes }, place };
      continue;
    }
    if (node === undefined) return { walk: { status: 'lost', nodes, at: nodeId }, place };
    const taken = passesOf(node);
    const last = taken.at(-1);
    if (last?.did === 'refuse') return { walk: { status: 'refused', nodes }, place: from };
    const isWhole = taken.length === (node.children ?? [node]).length;
    if (last === undefined || (last.did !== 'break' && !isWhole)) {
      return { walk: { status: 'lost', nodes, at: node.id }, place };
    }
    if (last.did !== 'break' && taken.some(({ did }) => did === 'send')) {
      return left.length === 0
        ? { walk: { status: 'waiting', nodes }, place }
        : { walk: { status: 'lost', nodes, at: node.id }, place };
    }
    const target =
      last.did === 'break' ? undefined : new Map(Object.entries(node.connections)).get(last.outcome ?? '');
    if (target !== undefined) moveTo(target);
    else if (!isCaught()) return { walk: { status: 'broken', nodes }, place };
  }
  return { walk: { status: 'broken', nodes }, place };
}
