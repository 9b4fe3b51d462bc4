import { failureId, type Place, startId } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../command.ts';
import { sourceRefusal } from '../connection-rules.ts';
import { targetOf } from '../connections.ts';
import { putConnection, putNode } from '../edits.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { nameOf, type Port, startOutcome } from '../lookup.ts';
import { newName } from '../names.ts';
import { outcomesAt } from '../outcomes.ts';

/** A node that is to be added. */
export interface Addition {
  /** A UUID that is not in use. */
  readonly id: string;
  /** The id of its node type. */
  readonly type: string;
  /** The upper left corner of its card. */
  readonly place: Place;
  /** The outcome that is to lead to it. */
  readonly from?: Port;
}

/** Adds a node, and leads an outcome to it. The first node of a journey is where Start leads. */
export function addNode(document: JourneyDocument, addition: Addition): Command | Refusal {
  const { id, type, place } = addition;
  const from = addition.from ?? startOfEmpty(document);
  const refusal = from === undefined ? undefined : sourceRefusal(document, from);
  if (refusal !== undefined) return refusal;
  const displayName = newName(document, type);
  return {
    label: { key: 'command.add', values: { name: displayName } },
    select: [id],
    apply(draft) {
      putNode(draft, { id, type, displayName }, place);
      if (from !== undefined) putConnection(draft, from, id);
    },
  };
}

/**
 * Adds a node on a connection: the outcome leads to the new node, and the new node's first outcome to where the connection led.
 */
export function insertNode(
  document: JourneyDocument,
  { id, type, place, from }: Addition & { readonly from: Port },
): Command | Refusal {
  const refusal = sourceRefusal(document, from);
  if (refusal !== undefined) return refusal;
  const target = targetOf(document, from);
  const displayName = newName(document, type);
  return {
    label: { key: 'command.insert', values: { name: displayName, after: nameOf(document, from.nodeId) } },
    select: [id],
    apply(draft) {
      putNode(draft, { id, type, displayName }, place);
      putConnection(draft, from, id);
      const first = outcomesAt(draft.exported, id)[0];
      if (target !== undefined && first !== undefined)
        putConnection(draft, { nodeId: id, outcome: first.id }, target);
    },
  };
}

function startOfEmpty({ exported: { tree } }: JourneyDocument): Port | undefined {
  const isEmpty = Object.keys(tree.nodes).length === 0 && ['', failureId].includes(tree.entryNodeId);
  return isEmpty ? { nodeId: startId, outcome: startOutcome } : undefined;
}
