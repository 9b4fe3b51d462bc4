import { startId } from '@journeyman/node-schemas';
import type { Refusal } from './command.ts';
import type { JourneyDocument } from './journey-document.ts';
import { isEndId, nameOf, ownValue, type Port, pageOf } from './lookup.ts';
import { outcomesAt } from './outcomes.ts';
import { refuse } from './refuse.ts';

/** Why a connection from an outcome to a node cannot be made, or undefined if it can. What the outcome had is replaced. */
export function connectionRefusal(
  document: JourneyDocument,
  from: Port,
  target: string,
): Refusal | undefined {
  return sourceRefusal(document, from) ?? targetRefusal(document, target);
}

/** Why nothing can be connected to an outcome, or undefined if something can. */
export function sourceRefusal(document: JourneyDocument, { nodeId, outcome }: Port): Refusal | undefined {
  const { exported } = document;
  if (nodeId === startId) return undefined;
  if (isEndId(nodeId)) return refuse('fromEnd', { name: nameOf(document, nodeId) });
  if (ownValue(exported.tree.nodes, nodeId) === undefined) {
    return pageOf(exported, nodeId) === undefined
      ? refuse('nodeIsGone')
      : refuse('insideOfPage', { name: nameOf(document, nodeId) });
  }
  if (outcomesAt(exported, nodeId).some(({ id }) => id === outcome)) return undefined;
  return refuse('noSuchOutcome', { name: nameOf(document, nodeId), outcome });
}

function targetRefusal(document: JourneyDocument, target: string): Refusal | undefined {
  const { exported } = document;
  if (target === startId) return refuse('intoStart');
  if (isEndId(target) || Object.hasOwn(exported.tree.nodes, target)) return undefined;
  return pageOf(exported, target) === undefined
    ? refuse('nodeIsGone')
    : refuse('insideOfPage', { name: nameOf(document, target) });
}
