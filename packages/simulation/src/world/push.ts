import { signJws } from '@journeyman/authenticator';
import {
  lifetimeSeconds,
  nodeFailed,
  type OutgoingPush,
  oversize,
  oversizePayload,
  type Push,
  type PushFailure,
  pushClaims,
  snsMessageOf,
} from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { deliver } from './phone.ts';
import type { Cell, ExpectedAnswer } from './simulated-world.ts';

/** How long an answer that came in time can be read, as the realm is set up when nothing else is said. */
const keptMs = 120_000;

/** The address of the made-up server. */
export const publicUrl = 'https://simulation.example';

/** Where the phone registers and answers: the realm is in the path. */
export function phoneUrls(realm: string): Pick<Push, 'registerUrl' | 'authenticateUrl'> {
  const path = realm.split('/').filter(Boolean).map(encodeURIComponent);
  const messageUrl = [publicUrl, 'am/json', ...path, 'push/sns/message?_action='].join('/');
  return { registerUrl: `${messageUrl}register`, authenticateUrl: `${messageUrl}authenticate` };
}

/** A message as it would be published. */
export interface Publication {
  readonly address: string;
  readonly ttlSeconds: number;
  readonly texts: JsonObject;
  readonly claims: JsonObject;
}

/** Push in the made-up world: `published` is told of what would go to the delivery service and whether it was taken. */
export function simulatedPush(
  cell: Cell,
  realm: string,
  published: (publication: Publication, failure: PushFailure | undefined) => void,
): Push {
  const { faults } = cell.world;

  function messages(): Record<string, ExpectedAnswer> {
    if (cell.world.faults.pushMessages === 'fails') throw new Error('The store of messages is out of reach.');
    return { ...cell.world.messages };
  }
  function expect(message: Omit<ExpectedAnswer, 'wrongNumbers' | 'outcome'>): void {
    const pending = { ...message, wrongNumbers: 0, outcome: { status: 'pending' } } as const;
    cell.world = { ...cell.world, messages: { ...messages(), [message.messageId]: pending } };
  }
  function forget(messageId: string): void {
    const { [messageId]: _forgotten, ...left } = messages();
    cell.world = { ...cell.world, messages: left };
  }

  async function transmit(push: OutgoingPush): Promise<PushFailure | undefined> {
    const claims = pushClaims(push);
    const key = Uint8Array.from(atob(push.device.sharedSecret), (char) => char.charCodeAt(0));
    const jwt = signJws(JSON.stringify(claims), key);
    const { messageId, message, type } = push;
    const texts = snsMessageOf({ messageId, message, type, jwt });
    const failure =
      faults.push === 'fails' || oversize(texts) !== undefined
        ? 'TRANSMISSION_FAILURE'
        : cell.world.phone.isReachable
          ? undefined
          : 'ENDPOINT_DISABLED';
    const ttlSeconds = lifetimeSeconds(push);
    published({ address: push.device.communicationId, ttlSeconds, texts, claims }, failure);
    if (failure === undefined) {
      await deliver(cell, { messageId, jwt }, cell.world.nowMs + ttlSeconds * 1000);
    }
    return failure;
  }

  return {
    async send(push) {
      if (faults.push === 'missing' || oversizePayload(push) !== undefined) {
        return { sent: false, reason: 'TRANSMISSION_FAILURE' };
      }
      const { messageId, sentAtMs, lifetimeMs } = push;
      try {
        expect({
          messageId,
          secret: push.device.sharedSecret,
          challenge: push.challenge,
          ...(push.numbers && { number: push.numbers.correct }),
          expiresAtMs: sentAtMs + lifetimeMs,
          keptUntilMs: sentAtMs + Math.max(keptMs, lifetimeMs),
        });
      } catch {
        return { sent: false, reason: 'CTS_ERROR' };
      }
      const reason = await transmit(push);
      if (reason === undefined) return { sent: true };
      forget(messageId);
      return { sent: false, reason };
    },
    async expectRegistration({ messageId, secret, challenge, expiresAtMs }) {
      if (faults.push === 'missing') throw nodeFailed('No Push Notification Service is available.');
      expect({ messageId, secret, challenge, expiresAtMs, keptUntilMs: expiresAtMs });
    },
    async status(messageId) {
      const message = messages()[messageId];
      return message === undefined || message.keptUntilMs <= cell.world.nowMs
        ? { status: 'gone' }
        : message.outcome;
    },
    async forget(messageId) {
      forget(messageId);
    },
    async enableDevice() {
      if (faults.push === 'fails' || faults.push === 'missing') return;
      cell.world = { ...cell.world, phone: { ...cell.world.phone, isReachable: true } };
    },
    ...phoneUrls(realm),
  };
}
