import type { retryLimitDecisionNode } from '@journeyman/node-schemas';
import { type Behaviour, type Completion, goTo } from '../../behaviour.ts';
import type { Identity, Services } from '../../services.ts';

/** The attribute of a user that holds the counts of all such nodes, each as `<nodeId>=<count>`. */
const attribute = 'retryLimitNodeCount';

/**
 * Retry Limit Decision. The user's count rules where counts are saved to the user and one is known; else the journey's
 * own does, kept either way.
 */
export const retryLimitDecision: Behaviour<typeof retryLimitDecisionNode> = async (run) => {
  const { config, nodeId, services, state } = run;
  const saves = config.incrementUserAttributeOnFailure;
  const identity = saves ? await userOf(state.get('username'), services) : null;
  const own = state.own.get('retryCount');
  const count = identity === null ? (typeof own === 'number' ? own : 0) : savedCount(identity, nodeId);
  const effects = {
    audit: { retryCount: String(count) },
    ...(saves ? { whenJourneySucceeds: true as const } : {}),
  };
  if (count >= config.retryLimit) {
    if (identity !== null) await save(undefined, identity, nodeId, services);
    return goTo('Reject', effects);
  }
  if (identity !== null) await save(count + 1, identity, nodeId, services);
  state.own.put('retryCount', count + 1);
  return goTo('Retry', effects);
};

/** Forgets the user's count for a node: the journey that counted has succeeded. */
export const clearRetryCount: Completion = async (nodeId, username, services) => {
  const identity = await userOf(username, services);
  if (identity !== null) await save(undefined, identity, nodeId, services);
};

async function userOf(username: string | undefined, { directory }: Services): Promise<Identity | null> {
  return username === undefined || username === '' ? null : directory.find(username);
}

function savedCount({ attributes }: Identity, nodeId: string): number {
  const entry = attributes[attribute]?.find((value) => value.startsWith(`${nodeId}=`));
  const count = Number(entry?.slice(nodeId.length + 1));
  return Number.isInteger(count) ? count : 0;
}

/** Undefined: no count. */
async function save(
  count: number | undefined,
  { username, attributes }: Identity,
  nodeId: string,
  { directory }: Services,
): Promise<void> {
  const saved = attributes[attribute] ?? [];
  const others = saved.filter((value) => !value.startsWith(`${nodeId}=`));
  if (count === undefined && others.length === saved.length) return;
  await directory.setAttribute(
    username,
    attribute,
    count === undefined ? others : [...others, `${nodeId}=${count}`],
  );
}
