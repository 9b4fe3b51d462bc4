import {
  failureId,
  type Journey,
  type JourneyNode,
  type NodeTypeId,
  nodeTypeOf,
  successId,
} from '@journeyman/node-schemas';
import { cardContentOf } from '../canvas/card-content.ts';
import type { RunStep } from './run-steps.ts';
import type { RunStatus } from './trace.ts';

/** What a journey would do otherwise now than a run did at one of its steps. */
export type Divergence =
  /** The node that the run came to is not in the journey any more. */
  | { readonly type: 'node gone' }
  /** The node does not have the outcome any more that the run left it by. */
  | { readonly type: 'outcome gone' }
  /** `before`: where the run went, and `now`: where the outcome leads; null: nowhere. */
  | { readonly type: 'elsewhere'; readonly before: string; readonly now: string | null }
  /** The journey begins at another node. */
  | { readonly type: 'begins elsewhere'; readonly now: string }
  /** The node would be left by another outcome. */
  | { readonly type: 'other outcome'; readonly now: string }
  /** The node is of another type; what it would do is not known. */
  | { readonly type: 'retyped'; readonly now: string }
  /** What is named of the node is set otherwise; what it would do is not known. `isCountOfUser`: that depends on a count that is kept with the user. */
  | {
      readonly type: 'settings';
      readonly changed: readonly string[];
      readonly isCountOfUser: boolean;
    };

/** Whether a journey surely does otherwise now; else it may. */
export function isCertain({ type }: Divergence): boolean {
  return type !== 'retyped' && type !== 'settings';
}

/** A run, and the journey as it is now. */
interface Compared {
  /** Those in that journey. */
  readonly steps: readonly RunStep[];
  readonly status: RunStatus;
  readonly journey: Journey;
  /** What of its nodes has been set otherwise since, by id. */
  readonly changed?: ReadonlyMap<string, readonly string[]>;
}

/** Where a run would, or may, go another way through a journey as it is now, by the number of the step. */
export function divergences(compared: Compared): ReadonlyMap<number, Divergence> {
  const found = new Map<number, Divergence>();
  for (const [index, step] of compared.steps.entries()) {
    const divergence = certainAt(index, step, compared) ?? possibleAt(step, compared);
    if (divergence !== undefined) found.set(step.number, divergence);
  }
  return found;
}

function certainAt(
  index: number,
  step: RunStep,
  { steps, status, journey }: Compared,
): Divergence | undefined {
  const node = journey.nodes.get(step.nodeId);
  if (node === undefined) return { type: 'node gone' };
  if (step.isEntry && journey.entryNodeId !== step.nodeId) {
    return { type: 'begins elsewhere', now: journey.entryNodeId };
  }
  if (step.outcome === undefined) return undefined;
  if (!hasOutcome(node, step.outcome)) return { type: 'outcome gone' };
  const other = outcomeNow(node, passesBefore(steps, index)) ?? step.outcome;
  if (other !== step.outcome) return { type: 'other outcome', now: other };
  const before = nextOf(steps, index, status);
  const now = node.connections[step.outcome] ?? null;
  return before === undefined || before === now ? undefined : { type: 'elsewhere', before, now };
}

function possibleAt({ nodeId, type }: RunStep, { journey, changed }: Compared): Divergence | undefined {
  const node = journey.nodes.get(nodeId);
  if (node === undefined) return undefined;
  if (type !== undefined && type !== node.type) return { type: 'retyped', now: node.type };
  const titles = changed?.get(nodeId) ?? [];
  // A limit of the journey's own has been counted against already.
  if (titles.length === 0 || outcomeNow(node, 0) !== undefined) return undefined;
  return { type: 'settings', changed: titles, isCountOfUser: isLimit(node) && countsWithUser(node) };
}

const limitType = 'RetryLimitDecisionNode' satisfies NodeTypeId;

const isLimit = ({ type }: JourneyNode) => type === limitType;

/** The outcome of a limit after so many retries; undefined for other nodes, and where the count or the limit is not known here. */
function outcomeNow(node: JourneyNode, retries: number): string | undefined {
  const limit = settingIn(node, 'retryLimit');
  if (!isLimit(node) || countsWithUser(node) || typeof limit !== 'number') return undefined;
  return retries < limit ? 'Retry' : 'Reject';
}

function countsWithUser(node: JourneyNode): boolean {
  return settingIn(node, 'incrementUserAttributeOnFailure') !== false;
}

/** A setting of a limit. */
function settingIn({ config }: JourneyNode, key: 'retryLimit' | 'incrementUserAttributeOnFailure'): unknown {
  const schema: object = nodeTypeOf(limitType)?.config.properties[key] ?? {};
  return config[key] ?? ('default' in schema ? schema.default : undefined);
}

/** How often the run had been let through at the node of a step before. */
function passesBefore(steps: readonly RunStep[], index: number): number {
  const { nodeId } = steps[index] ?? {};
  return steps.slice(0, index).filter((step) => step.nodeId === nodeId && step.outcome === 'Retry').length;
}

/** Where the run went after a step; undefined where that is not known, as at the end of an inner journey. */
function nextOf(steps: readonly RunStep[], index: number, status: RunStatus): string | undefined {
  const next = steps[index + 1];
  if (next !== undefined) return next.isEntry ? undefined : next.nodeId;
  if (steps[index]?.path.length !== 1) return undefined;
  if (status === 'succeeded') return successId;
  return status === 'failed' ? failureId : undefined;
}

function hasOutcome(node: JourneyNode, outcome: string): boolean {
  return cardContentOf(node).outcomes.some(({ id, isGone }) => id === outcome && !isGone);
}
