import { createHash } from 'node:crypto';
import type { Clock } from '@journeyman/engine';
import type { Sealer } from '../crypto/sealer.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import type { Delivery } from './delivery.ts';

/** How many messages wait for one phone; the oldest make room. */
export const inboxLimit = 20;

/** A message as a phone fetches it, in the form that Google's push service hands to an app. */
interface WaitingMessage {
  readonly messageId: string;
  /** A compact JWS, signed for the phone. */
  readonly message: string;
}

/** Keeps messages here until the phone asks for them: the demo's stand-in for Amazon SNS. */
export interface LocalDelivery extends Delivery {
  /** The messages that wait for a phone, oldest first; they stay until they expire. */
  messages(token: string): Promise<readonly WaitingMessage[]>;
  /** Switches a phone's endpoint, as Apple and Google do. False if no phone has this token. */
  setEnabled(token: string, enabled: boolean): Promise<boolean>;
}

interface Phone {
  readonly enabled: boolean;
  readonly inbox: readonly (WaitingMessage & { readonly expiresAtMs: number })[];
}

/** A delivery over a document store. Tokens are compared without regard to case, and are kept only as a hash. */
export function createLocalDelivery(store: DocumentStore, sealer: Sealer, clock: Clock): LocalDelivery {
  const addressOf = (token: string) => {
    return `local:${createHash('sha256').update(token.toLowerCase()).digest('hex')}`;
  };

  function phoneIn(stored: StoredDocument | null): Phone | null {
    if (stored === null) return null;
    const { sealed } = JSON.parse(stored.value) as { sealed: string };
    return JSON.parse(sealer.open(sealed)) as Phone;
  }

  /** Gives the phone after the change; null from the edit, or for an address that nobody has, changes nothing. */
  function change(address: string, edit: (phone: Phone | null) => Phone | null): Promise<Phone | null> {
    return changeDocument(store, address, (stored) => {
      const result = edit(phoneIn(stored));
      return result && { value: JSON.stringify({ sealed: sealer.seal(JSON.stringify(result)) }), result };
    });
  }

  const alive = (phone: Phone) => phone.inbox.filter(({ expiresAtMs }) => expiresAtMs > clock.now());

  return {
    async createEndpoint(_platform, token) {
      const address = addressOf(token);
      await change(address, (phone) => ({ enabled: true, inbox: phone?.inbox ?? [] }));
      return { status: 'created', address };
    },
    async enable(address) {
      const phone = await change(address, (before) => before && { ...before, enabled: true });
      return { status: phone === null ? 'gone' : 'enabled' };
    },
    async publish(address, { messageId, jwt }, ttlSeconds) {
      const arrived = { messageId, message: jwt, expiresAtMs: clock.now() + ttlSeconds * 1000 };
      const phone = await change(address, (before) => {
        if (!before?.enabled) return before;
        return { ...before, inbox: [...alive(before), arrived].slice(-inboxLimit) };
      });
      if (phone === null)
        return { status: 'failed', reason: 'No phone is registered at this local address.' };
      return { status: phone.enabled ? 'sent' : 'endpoint-disabled' };
    },
    async messages(token) {
      const phone = phoneIn(await store.get(addressOf(token)));
      if (phone === null) return [];
      return alive(phone).map(({ messageId, message }) => ({ messageId, message }));
    },
    async setEnabled(token, enabled) {
      return (await change(addressOf(token), (phone) => phone && { ...phone, enabled })) !== null;
    },
  };
}
