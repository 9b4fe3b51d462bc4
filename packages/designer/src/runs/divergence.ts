import { failureId, type Journey, type JourneyNode, successId } from '@journeyman/node-schemas';
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
  | { readonly type: 'begins elsewhere'; readonly now: string };

/** Where a run would go another way through a journey as it is now, by the number of the step. `steps` are those in that journey. */
export function divergences(
  steps: readonly RunStep[],
  status: RunStatus,
  journey: Journey,
): ReadonlyMap<number, Divergence> {
  const found = new Map<number, Divergence>();
  for (const [index, step] of steps.entries()) {
    const divergence = divergenceAt(step, nextOf(steps, index, status), journey);
    if (divergence !== undefined) found.set(step.number, divergence);
  }
  return found;
}

function divergenceAt(step: RunStep, before: string | undefined, journey: Journey): Divergence | undefined {
  const node = journey.nodes.get(step.nodeId);
  if (node === undefined) return { type: 'node gone' };
  if (step.isEntry && journey.entryNodeId !== step.nodeId) {
    return { type: 'begins elsewhere', now: journey.entryNodeId };
  }
  if (step.outcome === undefined) return undefined;
  if (!hasOutcome(node, step.outcome)) return { type: 'outcome gone' };
  const now = node.connections[step.outcome] ?? null;
  return before === undefined || before === now ? undefined : { type: 'elsewhere', before, now };
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
