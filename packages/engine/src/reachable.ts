import type { RunnableNode } from './runnable.ts';

/** The nodes that can be reached from one, itself among them. */
export function reachable(
  nodes: ReadonlyMap<string, RunnableNode>,
  from: string,
): ReadonlyMap<string, RunnableNode> {
  const found = new Map<string, RunnableNode>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (node === undefined || found.has(id)) continue;
    found.set(id, node);
    open.push(...Object.values(node.connections));
  }
  return found;
}
