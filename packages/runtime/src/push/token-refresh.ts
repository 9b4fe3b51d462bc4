import { createHash } from 'node:crypto';
import { type Clock, phoneTokenOf, textOf } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { verifyJws } from '../crypto/compact-jws.ts';
import { AmError } from '../http/am-error.ts';
import { type Change, changeDocument } from '../stores/change-document.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import { type Delivery, platformOf } from './delivery.ts';
import { deviceKey } from './phone-proof.ts';
import type { PushParts } from './push-service.ts';

/** How often a phone may bring a new token in a day; real ones do in months. */
export const refreshLimit = 10;

const dayMs = 24 * 60 * 60 * 1000;

/** A token that a phone has brought. */
interface ListedToken {
  readonly digest: string;
  readonly atMs: number;
  /** False while a request is about to take it. */
  readonly isTaken: boolean;
}

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

  /**
   * Puts a token on the list of those of the last day, unless it was taken already or the list is full. One that is only being
   * taken, by another request, is tried by this one too: the other may fail.
   */
  async function reserve(key: string, digest: string): Promise<'reserved' | 'repeated' | 'full'> {
    let place: 'reserved' | 'repeated' | 'full' = 'reserved';
    await changeDocument(store, key, (current) => {
      const listed = listIn(current);
      const known = listed.find((each) => each.digest === digest);
      if (known !== undefined) place = known.isTaken ? 'repeated' : 'reserved';
      else place = listed.length < refreshLimit ? 'reserved' : 'full';
      if (known !== undefined || place === 'full') return null;
      return listOf([...listed, { digest, atMs: clock.now(), isTaken: false }]);
    });
    return place;
  }

  /** Marks a token as taken. */
  async function confirm(key: string, digest: string): Promise<void> {
    await changeDocument(store, key, (current) => {
      const others = listIn(current).filter((each) => each.digest !== digest);
      return listOf([...others, { digest, atMs: clock.now(), isTaken: true }]);
    });
  }

  /** Takes a token off the list that could not be taken, so that the phone can send it again. */
  async function release(key: string, digest: string): Promise<void> {
    await changeDocument(store, key, (current) =>
      listOf(listIn(current).filter((each) => each.isTaken || each.digest !== digest)),
    );
  }

  /** The tokens of the last day. */
  function listIn(document: StoredDocument | null): readonly ListedToken[] {
    const listed = document === null ? [] : (JSON.parse(document.value) as readonly ListedToken[]);
    return listed.filter(({ atMs }) => atMs > clock.now() - dayMs);
  }

  function listOf(tokens: readonly ListedToken[]): Change<true> {
    return { value: JSON.stringify(tokens), expiresAtMs: clock.now() + dayMs, result: true };
  }

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
    // Before the token is taken, so that many at once do not get past the limit.
    const place = await reserve(key, digest);
    if (place === 'repeated') return;
    if (place === 'full') throw new AmError('too-many-requests', 'Too many new tokens in one day.');
    try {
      const endpoint = await through.createEndpoint(platformOf(token.communicationType), token.deviceId);
      if (endpoint.status === 'failed') {
        const facts = { realm, username, deviceUuid: device.uuid, detail: endpoint.reason };
        log.warn(facts, 'The new token of a phone could not be taken.');
        throw badRequest();
      }
      const deviceName = textOf(claims.deviceName);
      const changes = { ...token, communicationId: endpoint.address, ...(deviceName ? { deviceName } : {}) };
      if (!(await phones.update(realm, username, mechanismUid, changes))) throw badRequest();
      await confirm(key, digest);
    } catch (error) {
      await release(key, digest);
      throw error;
    }
  };
}

function badRequest(): AmError {
  return new AmError('bad-request', 'Bad request.');
}
