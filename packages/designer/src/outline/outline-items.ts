import {
  failureId,
  type Journey,
  type JourneyNode,
  type PageChild,
  type Problem,
  startId,
  successId,
} from '@journeyman/node-schemas';
import { type CardOutcome, cardContentOf } from '../canvas/card-content.ts';
import { type Port, startOutcome } from '../document/lookup.ts';
import { graphOrder } from './graph-order.ts';

/** A row of the outline with the rows under it. */
export type OutlineItem =
  | { readonly kind: 'start'; readonly id: string; readonly children: readonly OutlineItem[] }
  | {
      readonly kind: 'node';
      readonly id: string;
      readonly node: JourneyNode;
      readonly problems: ProblemCount;
      readonly children: readonly OutlineItem[];
    }
  | {
      readonly kind: 'child';
      readonly id: string;
      readonly node: PageChild;
      readonly pageId: string;
      /** Where it is in its page, counted from 0, and of how many. */
      readonly index: number;
      readonly count: number;
      readonly problems: ProblemCount;
    }
  | {
      readonly kind: 'outcome';
      /** Made of its node's id and its own. */
      readonly id: string;
      readonly port: Port;
      /** Undefined for Start's. */
      readonly outcome: CardOutcome | undefined;
      /** The id of what it leads to; undefined: nothing. */
      readonly target: string | undefined;
      /** What it leads to is called; undefined: there is no such node. */
      readonly targetName: string | undefined;
    }
  | { readonly kind: 'end'; readonly id: typeof successId | typeof failureId }
  | { readonly kind: 'unreachable'; readonly id: 'unreachable'; readonly children: readonly OutlineItem[] };

/** How many problems a node has, notes left out, and whether one of them is an error. */
export interface ProblemCount {
  readonly total: number;
  readonly hasError: boolean;
}

/** The id of an outcome's row. */
export const outcomeRowId = ({ nodeId, outcome }: Port) => `${nodeId}|${outcome}`;

/**
 * A journey as a list to walk through: Start, the nodes in graph order with the nodes of pages and the outcomes under them,
 * Success and Failure, and last what cannot be reached.
 */
export function outlineItems(journey: Journey, problems: readonly Problem[]): readonly OutlineItem[] {
  const { reached, unreached } = graphOrder(journey);
  const counts = countsByNode(problems);
  const rows = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const node = journey.nodes.get(id);
      return node === undefined ? [] : [nodeItem(journey, node, counts)];
    });
  const start: Port = { nodeId: startId, outcome: startOutcome };
  const entry = journey.entryNodeId === '' ? undefined : journey.entryNodeId;
  return [
    { kind: 'start', id: startId, children: [outcomeItem(journey, start, undefined, entry)] },
    ...rows(reached),
    { kind: 'end', id: successId },
    { kind: 'end', id: failureId },
    ...(unreached.length === 0
      ? []
      : [{ kind: 'unreachable', id: 'unreachable', children: rows(unreached) } as const]),
  ];
}

function nodeItem(
  journey: Journey,
  node: JourneyNode,
  counts: ReadonlyMap<string, ProblemCount>,
): OutlineItem {
  const { children, outcomes } = cardContentOf(node);
  return {
    kind: 'node',
    id: node.id,
    node,
    problems: counts.get(node.id) ?? noProblems,
    children: [
      ...children.map((child, index) => ({
        kind: 'child' as const,
        id: child.id,
        node: child,
        pageId: node.id,
        index,
        count: children.length,
        problems: counts.get(child.id) ?? noProblems,
      })),
      ...outcomes.map((outcome) => {
        const target = Object.hasOwn(node.connections, outcome.id) ? node.connections[outcome.id] : undefined;
        return outcomeItem(journey, { nodeId: node.id, outcome: outcome.id }, outcome, target);
      }),
    ],
  };
}

function outcomeItem(
  journey: Journey,
  port: Port,
  outcome: CardOutcome | undefined,
  target: string | undefined,
): OutlineItem {
  return {
    kind: 'outcome',
    id: outcomeRowId(port),
    port,
    outcome,
    target,
    targetName: target === undefined ? undefined : nameIn(journey, target),
  };
}

/** What a connection's target is called; undefined if there is nothing with that id. */
function nameIn({ nodes }: Journey, id: string): string | undefined {
  if (id === successId) return 'Success';
  if (id === failureId) return 'Failure';
  return nodes.get(id)?.displayName;
}

const noProblems: ProblemCount = { total: 0, hasError: false };

function countsByNode(problems: readonly Problem[]): ReadonlyMap<string, ProblemCount> {
  const counts = new Map<string, ProblemCount>();
  for (const { nodeId, severity } of problems) {
    if (nodeId === undefined || severity === 'note') continue;
    const { total, hasError } = counts.get(nodeId) ?? noProblems;
    counts.set(nodeId, { total: total + 1, hasError: hasError || severity === 'error' });
  }
  return counts;
}

/** The ids of the rows that can be opened: all of them are at first. */
export function openableIds(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) =>
    'children' in item && item.children.length > 0 ? [item.id, ...openableIds(item.children)] : [],
  );
}
