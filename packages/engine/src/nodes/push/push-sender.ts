import type { pushSenderNode } from '@journeyman/node-schemas';
import { type ConfigOf, type Json, type JsonObject, utf8 } from '@journeyman/node-schemas/run';
import { type Behaviour, goTo, type NodeRun } from '../../behaviour.ts';
import { nodeFailed } from '../../errors.ts';
import { makeMessageId } from '../../push/message-id.ts';
import type {
  Identity,
  OutgoingPush,
  Push,
  PushContext,
  PushDevice,
  PushFailure,
  PushType,
} from '../../services.ts';
import { fillIn, localise } from '../../texts.ts';
import { drawNumbers } from './push-numbers.ts';

type SenderRun = NodeRun<ConfigOf<typeof pushSenderNode>>;

/** Why no push was sent. The names are AM's, but for ENDPOINT_DISABLED. */
type FailureReason = PushFailure | 'MISSING_USERNAME' | 'SENDER_ALREADY_USED';

const failureMessages: Readonly<Record<FailureReason, string>> = {
  MISSING_USERNAME: 'Expected username to be set.',
  SENDER_ALREADY_USED:
    'Message ID is already set! Must finish one push authentication before starting a new one.',
  CTS_ERROR: 'Unable to persist message token in core token service.',
  TRANSMISSION_FAILURE:
    'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
  ENDPOINT_DISABLED:
    'AuthenticatorPush :: sendMessage() : The delivery service has switched off the address of the phone.',
};

const pushTypes: Readonly<Record<SenderRun['config']['pushType'], PushType>> = {
  DEFAULT: 'default',
  CHALLENGE: 'challenge',
  BIOMETRIC: 'biometric',
};

const maximumPayloadBytes = 3 * 1024;

/** Push Sender. Keeps when the push expires, so that the verifier counts from the sending. */
export const pushSender: Behaviour<typeof pushSenderNode> = async (run) => {
  const { state } = run;
  state.remove('PushAuthFailureReason');
  const username = state.get('username');
  if (username === undefined) return failed(run, 'MISSING_USERNAME');
  if (state.get('pushMessageId') !== undefined) return failed(run, 'SENDER_ALREADY_USED');
  // A number from an earlier push must not be shown or compared with this one.
  state.remove('pushNumberChallengeKey');

  let recipient: Recipient;
  try {
    recipient = await findRecipient(run, username);
  } catch (cause) {
    return failed(run, 'TRANSMISSION_FAILURE', cause);
  }
  const { identity, device, skip } = recipient;
  if (identity === null) return failed(run, 'TRANSMISSION_FAILURE', new Error('Failed to fetch identity.'));
  if (skip === 'SKIPPABLE') return goTo('SKIPPED');
  if (skip === 'NOT_SET' || device === null) {
    state.put('shared', 'mfaMethod', 'push');
    return goTo('NOT_REGISTERED');
  }

  return deliver(run, username, identity, device);
};

async function deliver(run: SenderRun, username: string, identity: Identity, device: PushDevice) {
  const { config, state, services } = run;
  const customPayload = customPayloadOf(run);
  if (utf8(JSON.stringify(customPayload)).length > maximumPayloadBytes) {
    return failed(
      run,
      'TRANSMISSION_FAILURE',
      new Error('the custom payload attributes take more than 3072 bytes'),
    );
  }
  const sentAtMs = services.clock.now();
  const messageId = makeMessageId('AUTHENTICATE', services);
  const numbers = config.pushType === 'CHALLENGE' ? drawNumbers(services.random) : undefined;
  const push: OutgoingPush = {
    messageId,
    username: identity.username,
    device,
    challenge: services.random.base64(32),
    type: pushTypes[config.pushType],
    message: messageOf(run, username, device),
    sentAtMs,
    lifetimeMs: config.messageTimeout,
    identity: identity.username,
    customPayload,
    ...(config.contextInfo ? { context: contextOf(run) } : {}),
    ...(numbers === undefined ? {} : { numbers }),
  };
  let result: Awaited<ReturnType<Push['send']>>;
  try {
    result = await services.push.send(push);
  } catch (cause) {
    return failed(run, 'CTS_ERROR', cause);
  }
  if (!result.sent) return failed(run, result.reason);
  state.put('shared', 'pushMessageId', messageId);
  state.put('shared', 'pushMessageExpiration', sentAtMs + config.messageTimeout);
  state.put('shared', 't', config.messageTimeout);
  state.put('shared', 'pushMechanismUid', device.deviceMechanismUID);
  if (numbers !== undefined) state.put('shared', 'pushNumberChallengeKey', String(numbers.correct));
  return goTo('SENT');
}

interface Recipient {
  readonly identity: Identity | null;
  readonly device: PushDevice | null;
  readonly skip: 'NOT_SET' | 'SKIPPABLE' | 'NOT_SKIPPABLE';
}

async function findRecipient(run: SenderRun, username: string): Promise<Recipient> {
  const { directory, devices } = run.services;
  const identity = await directory.find(username);
  if (identity === null) return { identity, device: null, skip: 'NOT_SET' };
  const device = await devices.findPush(identity.username);
  const skip = run.config.mandatory ? 'NOT_SKIPPABLE' : await devices.skipSetting(identity.username, 'push');
  return { identity, device, skip };
}

function failed(run: SenderRun, reason: FailureReason, cause?: unknown) {
  if (!run.config.captureFailure) throw nodeFailed(failureMessages[reason], cause);
  run.state.put('shared', 'PushAuthFailureReason', reason);
  return goTo('FAILURE');
}

function messageOf(run: SenderRun, username: string, device: PushDevice): string {
  const builtIn = 'Login attempt from {{user}} at {{issuer}}';
  const template = localise(run, run.config.userMessage, builtIn, 'exact');
  return fillIn(template, { user: username, issuer: device.issuer });
}

function customPayloadOf(run: SenderRun): JsonObject {
  const payload: Record<string, Json> = {};
  for (const key of run.config.customPayload) {
    const value = run.state.named.get(key);
    if (value !== undefined) payload[key] = value;
  }
  return payload;
}

function contextOf({ state, request }: SenderRun): PushContext {
  const location = state.get('forgeRock.device.profile')?.location;
  const userAgent = request.headers['user-agent']?.[0];
  return {
    ...(location === undefined ? {} : { location }),
    ...(request.clientIp === '' ? {} : { remoteIp: request.clientIp }),
    ...(userAgent === undefined ? {} : { userAgent }),
  };
}
