import type { Coverage } from '@journeyman/simulation';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';

/**
 * What scenarios have covered, over the journey: each outcome with how often it was taken, or that it is left out, in the word for
 * that; each node with how many of its outcomes that count were taken.
 */
export function coverageOverlay({ outcomes, leftOut }: Coverage, leftOutWord: string): Overlay {
  const connections = new Map<string, ConnectionMark>();
  for (const { nodeId, page, outcome } of leftOut) {
    if (page === undefined)
      connections.set(connectionId({ nodeId, outcome }), { tone: 'weak', badges: [leftOutWord] });
  }
  const counts = new Map<string, { taken: number; all: number }>();
  for (const { nodeId, page, outcome, times } of outcomes) {
    if (page === undefined) {
      const tone = times > 0 ? 'good' : 'bad';
      connections.set(connectionId({ nodeId, outcome }), { tone, badges: [`${times}×`] });
    }
    const card = page ?? nodeId;
    const count = counts.get(card) ?? { taken: 0, all: 0 };
    counts.set(card, { taken: count.taken + (times > 0 ? 1 : 0), all: count.all + 1 });
  }
  const nodes = new Map(
    [...counts].map(([id, { taken, all }]): [string, NodeMark] => {
      const tone = taken === all ? 'good' : taken === 0 ? 'bad' : 'weak';
      return [id, { tone, badge: `${taken}/${all}` }];
    }),
  );
  return { isRestFaint: false, nodes, connections };
}
