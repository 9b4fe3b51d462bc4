import { startId } from '@journeyman/node-schemas';
import type { JourneyDocument } from './journey-document.ts';
import { ownValue, type Port, startOutcome } from './lookup.ts';
import { spelledOutcome } from './outcomes.ts';

/** Where an outcome of a node, or Start, leads; undefined if nowhere. */
export function targetOf({ exported }: JourneyDocument, { nodeId, outcome }: Port): string | undefined {
  const { tree } = exported;
  if (nodeId === startId) return tree.entryNodeId === '' ? undefined : tree.entryNodeId;
  const connections = ownValue(tree.nodes, nodeId)?.connections ?? {};
  return ownValue(connections, spelledOutcome(exported, nodeId, outcome));
}

/** Every outcome, as the file spells it, that leads to one of some nodes; Start's among them. */
export function portsInto({ exported }: JourneyDocument, targets: ReadonlySet<string>): Port[] {
  const { tree } = exported;
  const start = targets.has(tree.entryNodeId) ? [{ nodeId: startId, outcome: startOutcome }] : [];
  const ports = Object.entries(tree.nodes).flatMap(([nodeId, { connections }]) =>
    Object.entries(connections).flatMap(([outcome, target]) =>
      targets.has(target) ? [{ nodeId, outcome }] : [],
    ),
  );
  return [...start, ...ports];
}
