import type { Push } from '@journeyman/engine';
import type { PushMessages } from '../push/message-store.ts';
import type { Metrics } from './metrics.ts';

/** The same push of a realm, with what it sends counted. */
export function countedPush(
  realm: string,
  push: Push,
  { pushesSent, pushesFailed }: Pick<Metrics, 'pushesSent' | 'pushesFailed'>,
): Push {
  return {
    ...push,
    async send(message) {
      const result = await push.send(message);
      if (result.sent) pushesSent.add(realm);
      else pushesFailed.add(realm, result.reason);
      return result;
    },
  };
}

/** The same push messages, with the answers of phones counted. */
export function countedMessages(
  messages: PushMessages,
  { pushesAnswered }: Pick<Metrics, 'pushesAnswered'>,
): PushMessages {
  return {
    ...messages,
    async answer(realm, messageId, answer) {
      const result = await messages.answer(realm, messageId, answer);
      pushesAnswered.add(realm, answer.type, result);
      return result;
    },
  };
}
