import { randomBytes } from 'node:crypto';
import type { PushPayload } from '@journeyman/engine';
import type { PushNotificationService } from '../realms/realm-configuration.ts';

/** A push service that uses Amazon SNS, as a test wants it. */
export function aService(changes: Partial<PushNotificationService> = {}): PushNotificationService {
  return {
    accessKey: 'test',
    secret: 'test',
    appleEndpoint: 'arn:aws:sns:us-east-1:123456789012:app/APNS/apple',
    googleEndpoint: 'arn:aws:sns:us-east-1:123456789012:app/GCM/google',
    region: 'us-east-1',
    delegateFactory: 'org.forgerock.openam.services.push.sns.SnsHttpDelegateFactory',
    mdDuration: 120,
    ...changes,
  };
}

/** A push, as a test wants it. */
export function aPayload(changes: Partial<PushPayload> = {}): PushPayload {
  return {
    messageId: 'AUTHENTICATE:63ca6f18-7cfb-4198-bcd0-ac5041fbbea01583798229441',
    jwt: 'header.claims.signature',
    message: 'Login attempt from demo at Journeyman',
    type: 'default',
    ...changes,
  };
}

/** A token as Apple gives one, in lower case; another one each time. */
export function anApnsToken(): string {
  return randomBytes(32).toString('hex');
}
