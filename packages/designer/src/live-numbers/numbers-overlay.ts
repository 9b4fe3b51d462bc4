import { failureId, type Journey, startId, successId } from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';
import { startOutcome } from '../document/lookup.ts';
import type { Hour, HourOfNode } from './hour.ts';

/** From this share on of those who came to a node, those who stopped there are many. */
const manyStopped = 0.25;

/** From this share on of those on the busiest line, a line is among the busiest. */
const busy = 0.5;

/** How many passed each node and each connection in the last hour; `stopped` words how many stopped at a node. */
export function numbersOverlay(
  { started, succeeded, failed, nodes: counted }: Hour,
  journey: Journey,
  stopped: (count: number) => string,
): Overlay {
  const nodes = new Map<string, NodeMark>();
  const passes = new Map<string, number>();
  if (started > 0) {
    nodes.set(startId, { tone: 'path' });
    passes.set(connectionId({ nodeId: startId, outcome: startOutcome }), started);
  }
  for (const id of journey.nodes.keys()) {
    const numbers = counted[id];
    if (numbers === undefined) continue;
    nodes.set(id, markOf(numbers, stopped));
    for (const [outcome, count] of Object.entries(numbers.outcomes)) {
      passes.set(connectionId({ nodeId: id, outcome }), count);
    }
  }
  if (succeeded > 0) nodes.set(successId, { tone: 'path', badge: String(succeeded) });
  if (failed > 0) nodes.set(failureId, { tone: 'path', badge: String(failed) });
  const most = Math.max(...passes.values());
  const connections = [...passes].map(([id, count]): [string, ConnectionMark] => [
    id,
    { tone: 'path', badges: [String(count)], ...(count >= busy * most && { isStrong: true }) },
  ]);
  return { isRestFaint: true, nodes, connections: new Map(connections) };
}

function markOf({ outcomes, stopped }: HourOfNode, wordsOf: (count: number) => string): NodeMark {
  const left = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  if (stopped === 0) return { tone: 'path', badge: String(left) };
  const isMany = stopped >= manyStopped * (left + stopped);
  return { tone: isMany ? 'bad' : 'weak', badge: `${left} · ${wordsOf(stopped)}`, isStrong: isMany };
}
