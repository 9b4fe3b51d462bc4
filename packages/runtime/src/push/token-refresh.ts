import { createHash } from 'node:crypto';
import { type Clock, phoneTokenOf, textOf } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { verifyJws } from '../crypto/compact-jws.ts';
import { AmError } from '../http/am-error.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { type Delivery, platformOf } from './delivery.ts';
import { deviceKey } from './phone-proof.ts';
import type { PushParts } from './push-service.ts';

/** How often a phone may bring a new token in a day; real ones do in months. */
export const refreshLimit = 10;

const dayMs = 24 * 60 * 60 * 1000;

/** Takes the new token that Apple or Google gave a registered phone. Throws `bad-request` or `too-many-requests`. */
export type TokenRefresh = (realm: string, body: JsonObject, delivery: () => Delivery) => Promise<void>;

/**
 * The protocol has neither challenge nor time in a refresh, so that anybody who has seen one could send it again. Hence a
 * token that was taken in the last day is not taken twice, though it is answered as if it were, and a day has a limit.
 */
export function createTokenRefresh(
  parts: Pick<PushParts, 'phones' | 'log'> & { readonly store: DocumentStore; readonly clock: Clock },
): TokenRefresh {
  const { phones, clock, log, store } = parts;

  return async (realm, body, delivery) => {
    const mechanismUid = textOf(body.mechanismUid);
    const username = textOf(body.username ?? body.userId);
    const { jwt } = body;
    if (mechanismUid === undefined || username === undefined || typeof jwt !== 'string') throw badRequest();
    const through = delivery();
    const device = await phones.find(realm, username, mechanismUid);
    const claims = device === null ? undefined : verifyJws(jwt, deviceKey(device.sharedSecret));
    const token = claims && phoneTokenOf(claims);
    if (device === null || claims === undefined || token === undefined) throw badRequest();

    const key = `refreshes ${realm} ${device.uuid}`;
    const digest = createHash('sha256').update(jwt).digest('base64url');
    const stored = await store.get(key);
    const taken = stored === null ? [] : (JSON.parse(stored.value) as readonly string[]);
    if (taken.includes(digest)) return;
    if (taken.length >= refreshLimit)
      throw new AmError('too-many-requests', 'Too many new tokens in one day.');

    const endpoint = await through.createEndpoint(platformOf(token.communicationType), token.deviceId);
    if (endpoint.status === 'failed') {
      const facts = { realm, username, deviceUuid: device.uuid, detail: endpoint.reason };
      log.warn(facts, 'The new token of a phone could not be taken.');
      throw badRequest();
    }
    const deviceName = textOf(claims.deviceName);
    const changes = { ...token, communicationId: endpoint.address, ...(deviceName ? { deviceName } : {}) };
    if (!(await phones.update(realm, username, mechanismUid, changes))) throw badRequest();
    await store.put(key, JSON.stringify([...taken, digest]), {
      expected: stored?.version ?? 0,
      expiresAtMs: clock.now() + dayMs,
    });
  };
}

function badRequest(): AmError {
  return new AmError('bad-request', 'Bad request.');
}
