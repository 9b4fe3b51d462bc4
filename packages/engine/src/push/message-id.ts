import type { Services } from '../services.ts';

/** What a message to a phone is for. */
export type PushMessageType = 'AUTHENTICATE' | 'REGISTER';

/** An id for a new message, as AM makes them: type, colon, a UUID and at once the time in milliseconds. */
export function makeMessageId(type: PushMessageType, services: Pick<Services, 'clock' | 'random'>): string {
  return `${type}:${services.random.uuid()}${services.clock.now()}`;
}

/** What a message is for: the part of its id before the last colon; undefined for any other id. */
export function messageTypeOf(messageId: string): PushMessageType | undefined {
  const type = messageId.slice(0, Math.max(messageId.lastIndexOf(':'), 0));
  return type === 'AUTHENTICATE' || type === 'REGISTER' ? type : undefined;
}
