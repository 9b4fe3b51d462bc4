import { startId } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../command.ts';
import { connectionRefusal } from '../connection-rules.ts';
import { targetOf } from '../connections.ts';
import { dropConnection, putConnection } from '../edits.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { nameOf, type Port, startOutcome } from '../lookup.ts';
import { outcomesAt } from '../outcomes.ts';
import { refuse } from '../refuse.ts';

/** Leads an outcome to a node, in place of where it led. Start's way out is `startId` with any outcome. */
export function connect(document: JourneyDocument, from: Port, target: string): Command | Refusal {
  const refusal = connectionRefusal(document, from, target);
  if (refusal !== undefined) return refusal;
  return {
    label: { key: 'command.connect', values: endsOf(document, from, target) },
    apply: (draft) => putConnection(draft, from, target),
  };
}

/** Leads Start to a node. */
export function setEntry(document: JourneyDocument, target: string): Command | Refusal {
  return connect(document, { nodeId: startId, outcome: startOutcome }, target);
}

/** Takes away the connection of an outcome, be it one that the node still has or not. */
export function disconnect(document: JourneyDocument, from: Port): Command | Refusal {
  const target = targetOf(document, from);
  if (target === undefined) return refuse('notConnected', { name: nameOf(document, from.nodeId) });
  return {
    label: { key: 'command.disconnect', values: endsOf(document, from, target) },
    apply: (draft) => dropConnection(draft, from),
  };
}

/** Moves a connection: takes it from one outcome and leads another, or the same one, to a node. */
export function reconnect(
  document: JourneyDocument,
  old: Port,
  next: Port,
  target: string,
): Command | Refusal {
  const refusal = connectionRefusal(document, next, target);
  if (refusal !== undefined) return refusal;
  return {
    label: { key: 'command.reconnect', values: endsOf(document, next, target) },
    apply(draft) {
      dropConnection(draft, old);
      putConnection(draft, next, target);
    },
  };
}

/** Leads an outcome to a node that is there, and that node's first outcome, if it is free, to where the connection led. */
export function insertOnConnection(document: JourneyDocument, from: Port, nodeId: string): Command | Refusal {
  const refusal = connectionRefusal(document, from, nodeId);
  if (refusal !== undefined) return refusal;
  const target = targetOf(document, from);
  const free = outcomesAt(document.exported, nodeId).find(
    ({ id }) => targetOf(document, { nodeId, outcome: id }) === undefined,
  );
  return {
    label: {
      key: 'command.insert',
      values: { name: nameOf(document, nodeId), after: nameOf(document, from.nodeId) },
    },
    select: [nodeId],
    apply(draft) {
      putConnection(draft, from, nodeId);
      if (target !== undefined && target !== nodeId && free !== undefined)
        putConnection(draft, { nodeId, outcome: free.id }, target);
    },
  };
}

function endsOf(document: JourneyDocument, { nodeId, outcome }: Port, target: string) {
  const shown = outcomesAt(document.exported, nodeId).find(({ id }) => id === outcome)?.displayName;
  return { from: nameOf(document, nodeId), outcome: shown ?? outcome, to: nameOf(document, target) };
}
