import type { retryLimitDecisionNode } from '@journeyman/node-schemas';
import { type Behaviour, type Completion, goTo } from '../../behaviour.ts';
import { ChangedMeanwhile } from '../../errors.ts';
import type { Services } from '../../services.ts';

/** The attribute of a user that holds the counts of all such nodes, each as `<nodeId>=<count>`. */
const attribute = 'retryLimitNodeCount';

/** How often a count is tried again after another run of the same user was first. */
const attempts = 50;

/**
 * Retry Limit Decision. The user's count rules where counts are saved to the user and one is known; else the journey's
 * own does, kept either way.
 */
export const retryLimitDecision: Behaviour<typeof retryLimitDecisionNode> = async (run) => {
  const { config, nodeId, services, state } = run;
  const saves = config.incrementUserAttributeOnFailure;
  const next = (count: number) => (count < config.retryLimit ? count + 1 : undefined);
  const saved = saves ? await changeCount(nodeId, state.get('username'), services, next) : undefined;
  const own = state.own.get('retryCount');
  const count = saved ?? (typeof own === 'number' ? own : 0);
  const effects = {
    audit: { retryCount: String(count) },
    ...(saves ? { whenJourneySucceeds: true as const } : {}),
  };
  if (count >= config.retryLimit) return goTo('Reject', effects);
  state.own.put('retryCount', count + 1);
  return goTo('Retry', effects);
};

/** Forgets the user's count for a node: the journey that counted has succeeded. */
export const clearRetryCount: Completion = async (nodeId, username, services) => {
  await changeCount(nodeId, username, services, () => undefined);
};

/**
 * Changes the user's count for a node, undefined being none, and gives what it was; undefined where the user is not known.
 * Runs of one user that come here at the same time are counted each: who guesses in many of them has no more tries for it.
 */
async function changeCount(
  nodeId: string,
  username: string | undefined,
  { directory }: Services,
  next: (count: number) => number | undefined,
): Promise<number | undefined> {
  if (username === undefined || username === '') return undefined;
  for (let attempt = 1; ; attempt += 1) {
    const identity = await directory.find(username);
    if (identity === null) return undefined;
    const saved = identity.attributes[attribute] ?? [];
    const count = countIn(saved, nodeId);
    const wanted = next(count);
    const others = saved.filter((value) => !value.startsWith(`${nodeId}=`));
    if (wanted === undefined && others.length === saved.length) return count;
    const values = wanted === undefined ? others : [...others, `${nodeId}=${wanted}`];
    try {
      await directory.setAttribute(identity.username, attribute, values, saved);
      return count;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt === attempts) throw error;
    }
  }
}

function countIn(saved: readonly string[], nodeId: string): number {
  const entry = saved.find((value) => value.startsWith(`${nodeId}=`));
  const count = Number(entry?.slice(nodeId.length + 1));
  return Number.isInteger(count) ? count : 0;
}
