import { failureId, type Journey, startId } from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';
import { startOutcome } from '../document/lookup.ts';
import { assuranceIn, leastFactors, provenOn, toneOf } from './proven.ts';

/**
 * The least number of factors that is proven at each node and on each connection, by colour and by number. What no way leads to has
 * none, and neither has what leads to Failure, where nothing is won.
 */
export function assuranceOverlay(subject: {
  readonly journey: Journey;
  readonly others: ReadonlyMap<string, Journey>;
}): Overlay {
  const { journey } = subject;
  const nodes = new Map<string, NodeMark>();
  const connections = new Map<string, ConnectionMark>();
  const start = { nodeId: startId, outcome: startOutcome, target: journey.entryNodeId };
  const ports = [...journey.nodes.values()].flatMap(({ id, connections: own }) =>
    Object.entries(own).map(([outcome, target]) => ({ nodeId: id, outcome, target })),
  );
  for (const port of [start, ...ports]) {
    const factors = leastFactors(provenOn(subject, port));
    if (factors === undefined || port.target === failureId) continue;
    connections.set(connectionId(port), { tone: toneOf(factors), badges: [String(factors)] });
    if (!nodes.has(port.target)) {
      const at = leastFactors(assuranceIn(subject).at(port.target)) ?? factors;
      nodes.set(port.target, { tone: toneOf(at), badge: String(at) });
    }
  }
  nodes.set(startId, { tone: toneOf(0) });
  return { isRestFaint: true, nodes, connections };
}
