import { utf8 } from '@journeyman/node-schemas/run';
import type { PushType } from '../services.ts';

/** What Apple and Google take of one notification, in bytes. */
const platformLimitBytes = 4096;

const categories = {
  default: 'authentication',
  challenge: 'authentication_challenge',
  biometric: 'authentication_biometric',
} as const satisfies Record<PushType, string>;

/** What a phone is to be shown, and the token that it answers. */
export interface PushPayload {
  readonly messageId: string;
  /** A compact JWS, signed for the phone. */
  readonly jwt: string;
  /** The text that the phone shows. */
  readonly message: string;
  readonly type: PushType;
}

/** The texts for each platform, by the key that SNS knows the platform by; AM's form to the letter. */
export type SnsMessage = Readonly<Record<'default' | 'GCM' | 'APNS' | 'APNS_SANDBOX', string>>;

/** A push in the form that SNS publishes with `MessageStructure` `json`. */
export function snsMessageOf(payload: PushPayload): SnsMessage {
  const { message, messageId, jwt, type } = payload;
  const google = JSON.stringify({ priority: 'high', data: { message: jwt, messageId } });
  const apple = JSON.stringify({
    aps: {
      alert: message,
      sound: 'default',
      category: categories[type],
      'interruption-level': 'time-sensitive',
      messageId,
      data: jwt,
      'content-available': 1,
      'mutable-content': 1,
    },
  });
  return { default: message, GCM: google, APNS: apple, APNS_SANDBOX: apple };
}

/** Says which platform would refuse the message for its size; undefined if none would. */
export function oversize(message: SnsMessage): string | undefined {
  for (const platform of ['GCM', 'APNS'] as const) {
    const bytes = utf8(message[platform]).length;
    if (bytes > platformLimitBytes) {
      return `The push is ${bytes} bytes for ${platform}, and at most ${platformLimitBytes} may be sent.`;
    }
  }
  return undefined;
}
