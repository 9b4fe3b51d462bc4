import { successId } from '@journeyman/node-schemas/run';
import { reachable } from './reachable.ts';
import type { RunnableNode } from './runnable.ts';

/**
 * Gives, for a node, the highest authentication level that the way from it to Success can add; undefined where there is no such
 * way. A loop may be left anywhere, and counts once, with all that it can add.
 */
export function maxAuthLevels(
  nodes: ReadonlyMap<string, RunnableNode>,
): (nodeId: string) => number | undefined {
  const known = new Map<string, number | undefined>([[successId, 0]]);

  function compute(nodeId: string): number | undefined {
    const loop = [...reachable(nodes, nodeId)].filter(([id]) => reachable(nodes, id).has(nodeId));
    const inLoop = new Set(loop.map(([id]) => id));
    const levels = loop
      .flatMap(([, node]) => Object.values(node.connections))
      .filter((target) => !inLoop.has(target))
      .map(levelFrom)
      .filter((level) => level !== undefined);
    const own = loop.map(([, node]) => increment(node));
    const added = own.length === 1 ? own : own.filter((each) => each > 0);
    const level =
      levels.length === 0 ? undefined : Math.max(...levels) + added.reduce((sum, each) => sum + each, 0);
    for (const id of inLoop) known.set(id, level);
    return level;
  }

  function levelFrom(nodeId: string): number | undefined {
    return known.has(nodeId) ? known.get(nodeId) : compute(nodeId);
  }

  return levelFrom;
}

function increment({ type, config }: RunnableNode): number {
  return type === 'ModifyAuthLevelNode' ? (config as { authLevelIncrement: number }).authLevelIncrement : 0;
}
