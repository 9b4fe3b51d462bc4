import { failureId, startId, successId } from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';
import { startOutcome } from '../document/lookup.ts';
import type { Visit, WalkRow } from './visits.ts';

/** What a walk is painted from. */
export interface PaintedWalk {
  readonly rows: readonly WalkRow[];
  /** The journey that is drawn. */
  readonly journey: string;
  /** The node of that journey that the walk is in, as long as it is in an inner journey. */
  readonly innerAt?: string | undefined;
  /** The row in which the walk differs from the one before an edit. */
  readonly divergent?: WalkRow | undefined;
  readonly stops: ReadonlySet<string>;
}

/** The words of the badges. */
export interface PathWords {
  readonly waits: string;
  readonly broke: string;
  readonly differs: string;
}

/** The path of a walk over the journey: numbers where each node was come to, the node that waits, and the rest faint. */
export function pathOverlay(
  { rows, journey, innerAt, divergent, stops }: PaintedWalk,
  words: PathWords,
): Overlay {
  const nodes = new Map<string, NodeMark>([[startId, { tone: 'path' }]]);
  const numbers = new Map<string, string[]>();
  const visits = rows.filter(
    (row) => row.kind === 'visit' && row.path.join() === journey,
  ) as readonly Visit[];
  let line = connectionId({ nodeId: startId, outcome: startOutcome });
  for (const visit of visits) {
    const { nodeId, number, standing, outcome } = visit;
    numbers.set(line, [...(numbers.get(line) ?? []), String(number)]);
    nodes.set(nodeId, markOf(standing, words));
    line = connectionId({ nodeId, outcome: outcome ?? '' });
  }
  const end = rows.at(-1);
  if (innerAt !== undefined) nodes.set(innerAt, markOf('waits', words));
  else if (end?.kind === 'end' && (end.end.status === 'success' || end.end.status === 'failure')) {
    numbers.set(line, numbers.get(line) ?? []);
    nodes.set(end.end.status === 'success' ? successId : failureId, { tone: 'path', isStrong: true });
  }
  if (divergent?.kind === 'visit') {
    nodes.set(divergent.nodeId, { tone: 'changed', badge: words.differs, isStrong: true });
  }
  const connections = new Map(
    [...numbers].map(([id, badges]): [string, ConnectionMark] => [
      id,
      { tone: 'path', ...(badges.length > 0 && { badges }) },
    ]),
  );
  if (divergent?.kind === 'end') connections.set(line, { tone: 'changed', badges: [words.differs] });
  return { isRestFaint: true, nodes, connections, stops };
}

function markOf(standing: Visit['standing'], words: PathWords): NodeMark {
  switch (standing) {
    case 'left':
      return { tone: 'path' };
    case 'waits':
      return { tone: 'path', badge: words.waits, isStrong: true };
    case 'broke':
      return { tone: 'bad', badge: words.broke, isStrong: true };
  }
}
