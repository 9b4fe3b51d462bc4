import type { ConfigOf, pushResultVerifierNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeResult, type NodeRun } from '../../behaviour.ts';
import { nodeFailed } from '../../errors.ts';
import { messageTypeOf } from '../../push/message-id.ts';
import type { PushStatus } from '../../services.ts';

type VerifierRun = NodeRun<ConfigOf<typeof pushResultVerifierNode>>;

/** Push Result Verifier. All it decides but WAITING is final: the push is forgotten and its state removed. */
export const pushResultVerifier: Behaviour<typeof pushResultVerifierNode> = async (run) => {
  const messageId = run.state.get('pushMessageId');
  if (messageId === undefined) throw nodeFailed('Unable to find push message ID');
  // The answer to a registration approves no sign-in.
  if (messageTypeOf(messageId) !== 'AUTHENTICATE') return leave(run, messageId, 'FALSE');

  const status = await asked(run.services.push.status(messageId));
  switch (status.status) {
    case 'gone':
      return leave(run, messageId, 'EXPIRED');
    case 'denied':
    case 'registered':
      return leave(run, messageId, 'FALSE');
    case 'approved':
      return isNumberRight(run, status) ? approve(run, messageId) : leave(run, messageId, 'FALSE');
    case 'pending':
      return hasExpired(run) ? leave(run, messageId, 'EXPIRED') : goTo('WAITING');
  }
};

/** A number that was issued must be answered; a phone that leaves it out has approved nothing. */
function isNumberRight({ state }: VerifierRun, status: Extract<PushStatus, { status: 'approved' }>): boolean {
  const issued = state.get('pushNumberChallengeKey');
  return issued === undefined || String(status.number) === issued;
}

function hasExpired({ state, services }: VerifierRun): boolean {
  const expiresAtMs = state.get('pushMessageExpiration');
  return expiresAtMs !== undefined && services.clock.now() > expiresAtMs;
}

async function approve(run: VerifierRun, messageId: string) {
  const { state, services } = run;
  const username = state.get('username');
  const mechanismUid = state.get('pushMechanismUid');
  await leave(run, messageId, 'TRUE');
  if (username !== undefined && mechanismUid !== undefined) {
    try {
      await services.devices.touchPush(username, mechanismUid, services.clock.now());
    } catch {
      // When the phone was last used is for show: the user has approved, and that is what counts.
    }
  }
  return goTo('TRUE', { provenMethod: 'AuthenticatorPush' });
}

async function leave<const Outcome extends 'TRUE' | 'FALSE' | 'EXPIRED'>(
  { state, services }: VerifierRun,
  messageId: string,
  outcome: Outcome,
): Promise<NodeResult<Outcome>> {
  await asked(services.push.forget(messageId));
  state.remove('pushMessageId', 'pushMessageExpiration', 't', 'pushMechanismUid', 'pushNumberChallengeKey');
  return goTo(outcome);
}

async function asked<Result>(question: Promise<Result>): Promise<Result> {
  try {
    return await question;
  } catch (cause) {
    throw nodeFailed('An unexpected error occurred while verifying the push result', cause);
  }
}
