import { type Item, type Journey, type JourneyDiff, startId } from '@journeyman/node-schemas';
import { cardContentOf } from '../canvas/card-content.ts';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Tone } from '../canvas/overlay.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { isEndId, ownValue, pageOf, startOutcome } from '../document/lookup.ts';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import type { Side } from './comparison.ts';

/** The colour of what became of something. */
export function toneOf(status: Item['status']): Extract<Tone, 'added' | 'removed' | 'changed'> {
  return status === 'rewired' ? 'changed' : status;
}

/** What is painted over the nodes that are different, on one side of the comparison or with both in one picture. */
export function nodeMarks(
  { changes }: JourneyDiff,
  documents: readonly JourneyDocument[],
  side: Side,
): ReadonlyMap<string, NodeMark> {
  const marks = new Map<string, NodeMark>();
  const pages = new Set<string>();
  for (const change of changes) {
    if (change.type === 'start') marks.set(startId, markOf('rewired'));
    if (change.type !== 'node') continue;
    const page = pageIn(documents, change.nodeId);
    if (page !== undefined) pages.add(page);
    const isRewiring = change.status === 'changed' && change.edits.every(({ type }) => type === 'outcome');
    if (isOn(side, change.status)) marks.set(change.nodeId, markOf(isRewiring ? 'rewired' : change.status));
  }
  for (const page of pages) if (!marks.has(page)) marks.set(page, markOf('changed'));
  return marks;
}

/** What is painted over the connections that are on one side only. Together they show where an outcome leads and where it led. */
export function connectionMarks(
  before: Journey,
  after: Journey,
  side: Side,
): ReadonlyMap<string, ConnectionMark> {
  const old = connectionsOf(before);
  const now = connectionsOf(after);
  const marks = new Map<string, ConnectionMark>();
  for (const [id, from] of side === 'after' ? [] : old) {
    if (from !== now.get(id)) marks.set(id, { tone: 'removed' });
  }
  for (const [id, to] of side === 'before' ? [] : now) {
    const from = old.get(id);
    if (from === to) continue;
    marks.set(id, {
      tone: 'added',
      ...(from === undefined || side === 'after' ? {} : { formerTarget: from }),
    });
  }
  return marks;
}

const isOn = (side: Side, status: 'added' | 'removed' | 'changed') =>
  side === 'both' || status !== (side === 'before' ? 'added' : 'removed');

const markOf = (status: Item['status']): NodeMark => ({
  tone: toneOf(status),
  badge: t(`compare.status.${status}`),
});

/** Where each outcome leads that the node has and that leads to something that is there. */
function connectionsOf({ nodes, entryNodeId }: Journey): ReadonlyMap<string, string> {
  const ports = [...nodes.values()].flatMap((node) =>
    cardContentOf(node).outcomes.flatMap(({ id: outcome, isGone }) => {
      const target = isGone ? undefined : ownValue(node.connections, outcome);
      return target === undefined ? [] : [[connectionId({ nodeId: node.id, outcome }), target] as const];
    }),
  );
  const start = [connectionId({ nodeId: startId, outcome: startOutcome }), entryNodeId] as const;
  const isThere = (target: string) => nodes.has(target) || isEndId(target);
  return new Map([start, ...ports].filter(([, target]) => isThere(target)));
}

/** The page that holds a node in either of two states. */
function pageIn(documents: readonly JourneyDocument[], id: string): string | undefined {
  return documents.map(({ exported }) => pageOf(exported, id)).find((page) => page !== undefined);
}
