import {
  failureId,
  type Json,
  type JsonObject,
  type Place,
  startId,
  successId,
} from '@journeyman/node-schemas';

/** A journey of many nodes for both pages: rows of cards, each leading to the next, some back and some to Failure. */
export interface BigJourney {
  readonly exported: JsonObject;
  /** Where everything stands, by id. */
  readonly places: Readonly<Record<string, Place>>;
  readonly connections: readonly { readonly from: string; readonly outcome: string; readonly to: string }[];
}

const kinds = [
  { type: 'MessageNode', outcomes: ['true', 'false'], config: {} },
  { type: 'RetryLimitDecisionNode', outcomes: ['Retry', 'Reject'], config: { retryLimit: 3 } },
  { type: 'PushWaitNode', outcomes: ['DONE', 'EXITED'], config: { secondsToWait: 5 } },
  { type: 'ModifyAuthLevelNode', outcomes: ['outcome'], config: { authLevelIncrement: 1 } },
] as const;

const column = 328;
const row = 184;
const perRow = 40;

/** A journey of so many nodes. */
export function bigJourney(count: number): BigJourney {
  const ids = Array.from({ length: count }, (_, index) => `node-${index}`);
  const kindOf = (index: number) => kinds[index % kinds.length] ?? kinds[0];
  const connections = ids.flatMap((from, index) =>
    kindOf(index).outcomes.map((outcome, place) => ({ from, outcome, to: targetOf(ids, index, place) })),
  );
  const byNode = Map.groupBy(connections, ({ from }) => from);
  const treeNodes = ids.map((id, index): [string, Json] => [
    id,
    {
      displayName: `Step ${index}`,
      nodeType: kindOf(index).type,
      connections: Object.fromEntries((byNode.get(id) ?? []).map(({ outcome, to }) => [outcome, to])),
    },
  ]);
  const nodes = ids.map((id, index): [string, Json] => [
    id,
    { _id: id, _type: { _id: kindOf(index).type, collection: true }, ...kindOf(index).config },
  ]);
  const cards = ids.map((id, index): [string, Place] => [
    id,
    { x: (index % perRow) * column, y: Math.floor(index / perRow) * row },
  ]);
  const right = perRow * column;
  return {
    exported: {
      innerNodes: {},
      nodes: Object.fromEntries(nodes),
      tree: {
        _id: 'Big',
        entryNodeId: ids[0] ?? failureId,
        nodes: Object.fromEntries(treeNodes),
        staticNodes: {},
      },
    },
    places: {
      ...Object.fromEntries(cards),
      [startId]: { x: -200, y: 0 },
      [successId]: { x: right, y: 0 },
      [failureId]: { x: right, y: 80 },
    },
    connections: [{ from: startId, outcome: 'outcome', to: ids[0] ?? failureId }, ...connections],
  };
}

function targetOf(ids: readonly string[], index: number, place: number): string {
  const next = ids[index + 1] ?? successId;
  if (place === 0) return next;
  return index % 9 === 0 ? failureId : (ids[Math.max(0, index - perRow)] ?? next);
}
