import { mayVouch } from '../../assurance/vouching.ts';
import type { WitnessStep } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';

/** A shortest way from an outcome of a node back to that node past nothing that counts or locks; undefined if there is none. */
export function unlimitedLoop(
  { nodes }: Survey,
  start: SurveyedNode,
  outcome: string,
): readonly WitnessStep[] | undefined {
  const first = start.exits.find((exit) => exit.outcome.id === outcome)?.target;
  if (first === undefined) return undefined;
  const ways = new Map<string, readonly WitnessStep[]>([[first, [{ nodeId: start.node.id, outcome }]]]);
  for (const [id, way] of ways) {
    if (id === start.node.id) return way;
    const node = nodes.get(id);
    if (node === undefined || mayLimit(node)) continue;
    for (const { outcome: next, target } of node.exits) {
      if (target !== undefined && !ways.has(target)) {
        ways.set(target, [...way, { nodeId: id, outcome: next.id }]);
      }
    }
  }
  return undefined;
}

/** What counts attempts, locks the account, or may do so in a way that cannot be seen here. */
function mayLimit(node: SurveyedNode): boolean {
  return [node, ...node.children].some((each) => limits.has(each.node.type) || mayVouch(each));
}

const limits: ReadonlySet<string> = new Set(['RetryLimitDecisionNode', 'AccountLockoutNode']);
