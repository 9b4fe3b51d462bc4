import {
  answerProblems,
  type Clock,
  decisionOf,
  type PhoneAnswer,
  phoneTokenOf,
  textOf,
} from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { Hono } from 'hono';
import { verifyJws } from '../crypto/compact-jws.ts';
import { AmError } from '../http/am-error.ts';
import { readObject } from '../http/body.ts';
import { resource } from '../http/reply.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { type Delivery, platformOf } from './delivery.ts';
import type { PushMessage } from './message-store.ts';
import { answersChallenge, deviceKey } from './phone-proof.ts';
import type { PushParts } from './push-service.ts';
import { createTokenRefresh } from './token-refresh.ts';

/** What the address that phones call needs. */
export interface MessageResourceParts extends Pick<PushParts, 'messages' | 'deliveries' | 'phones' | 'log'> {
  readonly realms: Pick<Realms, 'of'>;
  readonly clock: Clock;
  /** Where the refreshes of late are remembered. */
  readonly store: DocumentStore;
}

/**
 * What phones call: `POST …/sns/message?_action=register|authenticate|refresh`, to be mounted at `/json/:realm/push`.
 * Nobody signs in here: the phone's signature speaks for it. Success is always 200 `{}`; what is wrong with an answer is a
 * 400 that says no more than the phone's user can use.
 */
export function messageResource(parts: MessageResourceParts): Hono {
  const { messages, clock, log } = parts;
  const refresh = createTokenRefresh(parts);
  // As in AM the message, not the action, decides what is being answered.
  const actions = { register: takeAnswer, authenticate: takeAnswer, refresh: refreshToken };

  async function takeAnswer(realm: Realm, body: JsonObject): Promise<void> {
    const { messageId, jwt } = body;
    if (!isMessageId(messageId)) throw badRequest();
    const delivery = deliveryOf(realm);
    const message = await messages.find(realm.name, messageId);
    if (message === null || typeof jwt !== 'string') throw badRequest();
    if (message.expiresAtMs <= clock.now()) throw badRequest();
    const key = deviceKey(message.secret);
    const claims = verifyJws(jwt, key);
    if (claims === undefined || !answersChallenge(claims.response, key, message.challenge))
      throw badRequest();
    const answer = messageId.startsWith('REGISTER:')
      ? await registration(message, claims, delivery)
      : decisionOf(claims);
    if (answer === undefined) throw badRequest();
    const problem = answerProblems[await messages.answer(realm.name, messageId, answer)];
    if (problem !== undefined) throw new AmError('bad-request', problem);
  }

  /** The answer of a phone that registers, once it can be reached; if it cannot, the message stays as it was. */
  async function registration(
    message: PushMessage,
    claims: JsonObject,
    delivery: Delivery,
  ): Promise<PhoneAnswer | undefined> {
    const mechanismUid = textOf(claims.mechanismUid);
    const token = phoneTokenOf(claims);
    if (mechanismUid === undefined || token === undefined || message.outcome.status !== 'pending')
      return undefined;
    const endpoint = await delivery.createEndpoint(platformOf(token.communicationType), token.deviceId);
    if (endpoint.status === 'created') {
      return { type: 'register', phone: { mechanismUid, ...token, communicationId: endpoint.address } };
    }
    const { realm, username, messageId } = message;
    log.warn(
      { realm, username, messageId, detail: endpoint.reason },
      'A phone could not be registered for push.',
    );
    throw unreachable();
  }

  function refreshToken(realm: Realm, body: JsonObject): Promise<void> {
    return refresh(realm.name, body, () => deliveryOf(realm));
  }

  function deliveryOf(realm: Realm): Delivery {
    const service = realm.configuration.services.pushNotification;
    if (service === undefined) throw new AmError('not-found', 'Cannot find Push Notification Service.');
    return parts.deliveries.of(realm.name, service);
  }

  return new Hono().post('/sns/message', async (c) => {
    const realm = parts.realms.of(c);
    const action = c.req.query('_action');
    if (action !== 'register' && action !== 'authenticate' && action !== 'refresh') {
      throw new AmError('bad-request', 'Expected _action to be register, authenticate or refresh.');
    }
    await actions[action](realm, (await readObject(c)) ?? {});
    return resource('1.0', {});
  });
}

/** Only what this server may have issued reaches the store. */
function isMessageId(value: unknown): value is string {
  return typeof value === 'string' && /^(?:REGISTER|AUTHENTICATE):[\w-]{1,100}$/.test(value);
}

/** AM's answer to nearly everything. */
function badRequest(): AmError {
  return new AmError('bad-request', 'Bad request.');
}

function unreachable(): AmError {
  return new AmError(
    'bad-request',
    'Push messages cannot be sent to this phone at the moment. Please try again.',
  );
}
