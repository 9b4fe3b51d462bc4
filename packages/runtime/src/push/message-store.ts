import { type AnswerResult, type PhoneAnswer, type SentMessage, weigh } from '@journeyman/engine';
import type { Sealer } from '../crypto/sealer.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';

/** A message that a phone is to answer. */
interface ExpectedMessage {
  /** `AUTHENTICATE:…` or `REGISTER:…`. */
  readonly messageId: string;
  readonly realm: string;
  readonly username: string;
  /** Base64 of the secret that the phone signs with. */
  readonly secret: string;
  /** Base64 of 32 random bytes. */
  readonly challenge: string;
  /** The number that is shown in the browser, where one must be tapped. */
  readonly number?: number;
  /** Milliseconds since the epoch from which an answer is too late. */
  readonly expiresAtMs: number;
  /** Milliseconds since the epoch until which an answer that came in time can be read; absent: `expiresAtMs`. */
  readonly keptUntilMs?: number;
}

/** A message that was sent, and what has become of it. */
export interface PushMessage extends ExpectedMessage, SentMessage {}

/** The messages that phones are to answer. The first answer stands. Methods reject when the store is out of reach. */
export interface PushMessages {
  expect(message: ExpectedMessage): Promise<void>;
  /** Null if it was never sent in this realm, is no longer kept or was forgotten. */
  find(realm: string, messageId: string): Promise<PushMessage | null>;
  answer(realm: string, messageId: string, answer: PhoneAnswer): Promise<AnswerResult>;
  forget(realm: string, messageId: string): Promise<void>;
}

/** Keeps push messages in a document store, sealed: a record holds the phone's secret and the challenge. */
export function createPushMessages(store: DocumentStore, sealer: Sealer): PushMessages {
  const keyOf = (realm: string, messageId: string) => `message ${realm} ${messageId}`;

  function messageIn(stored: StoredDocument | null): PushMessage | null {
    if (stored === null) return null;
    const { sealed } = JSON.parse(stored.value) as { sealed: string };
    return JSON.parse(sealer.open(sealed)) as PushMessage;
  }

  function textOf(message: PushMessage): string {
    return JSON.stringify({ sealed: sealer.seal(JSON.stringify(message)) });
  }

  return {
    async expect(message) {
      const value = textOf({ ...message, wrongNumbers: 0, outcome: { status: 'pending' } });
      const { realm, messageId } = message;
      const expiresAtMs = keptUntil(message);
      const written = await store.put(keyOf(realm, messageId), value, { expected: 0, expiresAtMs });
      if (!written) throw new Error('A push message with this id is expected already.');
    },
    async find(realm, messageId) {
      return messageIn(await store.get(keyOf(realm, messageId)));
    },
    async answer(realm, messageId, answer) {
      const result = await changeDocument<AnswerResult>(store, keyOf(realm, messageId), (stored) => {
        const message = messageIn(stored);
        if (message === null || message.outcome.status !== 'pending') return null;
        const weighed = weigh(message, answer);
        const value = textOf({ ...message, ...weighed.changes });
        return { value, result: weighed.result, expiresAtMs: keptUntil(message) };
      });
      return result ?? 'late';
    },
    async forget(realm, messageId) {
      await store.delete(keyOf(realm, messageId));
    },
  };
}

function keptUntil({ expiresAtMs, keptUntilMs = expiresAtMs }: ExpectedMessage): number {
  return keptUntilMs;
}
