import { successId } from '@journeyman/node-schemas/run';
import type { RunnableNode } from './runnable.ts';

/**
 * Gives, for a node, the highest authentication level that the way from it to Success can add; undefined where there is no such
 * way. A loop may be left anywhere, and counts once, with all that it can add. The loops are Tarjan's strongly connected
 * components, found in one pass, which is as long as the journey is large.
 */
export function maxAuthLevels(
  nodes: ReadonlyMap<string, RunnableNode>,
): (nodeId: string) => number | undefined {
  const known = new Map<string, number | undefined>([[successId, 0]]);
  /** The nodes on the way to the one that is visited, and those that lead back to one of these. */
  const open: RunnableNode[] = [];
  const places = new Map<string, number>();

  /** Gives the first place among the open nodes that the node leads back to, its own at the latest. */
  function visit(node: RunnableNode): number {
    const own = open.push(node) - 1;
    places.set(node.id, own);
    let first = own;
    for (const id of Object.values(node.connections)) {
      const target = nodes.get(id);
      if (known.has(id) || target === undefined) continue;
      first = Math.min(first, places.get(id) ?? visit(target));
    }
    if (first === own) close(open.splice(own));
    return first;
  }

  function close(loop: readonly RunnableNode[]): void {
    // Where the loop leads back to itself, nothing is known yet.
    const levels = loop
      .flatMap(({ connections }) => Object.values(connections))
      .map((id) => known.get(id))
      .filter((level) => level !== undefined);
    const own = loop.map(increment);
    const added = own.length === 1 ? own : own.filter((each) => each > 0);
    const level =
      levels.length === 0 ? undefined : Math.max(...levels) + added.reduce((sum, each) => sum + each, 0);
    for (const { id } of loop) known.set(id, level);
  }

  return (nodeId) => {
    const node = nodes.get(nodeId);
    if (node !== undefined && !known.has(nodeId)) visit(node);
    return known.get(nodeId);
  };
}

function increment({ type, config }: RunnableNode): number {
  return type === 'ModifyAuthLevelNode' ? (config as { authLevelIncrement: number }).authLevelIncrement : 0;
}
