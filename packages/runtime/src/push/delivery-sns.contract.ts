import {
  CreatePlatformApplicationCommand,
  DeleteEndpointCommand,
  SetEndpointAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApnsToken, aPayload, aService } from './delivery.builder.ts';
import { createSnsDelivery, type SnsDelivery } from './delivery-sns.ts';

/** Something that speaks Amazon SNS. */
export interface SnsServer {
  readonly url: string;
  /** The messages that were published to an endpoint, as JSON text, oldest first. */
  published(address: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What the delivery does with SNS, whoever plays SNS. */
export function snsDeliveryContract(name: string, start: () => Promise<SnsServer>): void {
  describe(`delivery by Amazon SNS, played by ${name}`, () => {
    let server: SnsServer;
    let client: SNSClient;
    let delivery: SnsDelivery;

    beforeAll(async () => {
      server = await start();
      process.env.AWS_ENDPOINT_URL_SNS = server.url;
      client = new SNSClient({
        region: 'us-east-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
      const [apple, google] = [await application('APNS', 'apple'), await application('GCM', 'google')];
      delivery = createSnsDelivery(aService({ appleEndpoint: apple, googleEndpoint: google }));
    }, 60_000);

    afterAll(async () => {
      delete process.env.AWS_ENDPOINT_URL_SNS;
      delivery?.close();
      client?.destroy();
      await server?.close();
    });

    async function application(platform: string, name: string): Promise<string> {
      const input = { Platform: platform, Name: name, Attributes: { PlatformCredential: 'test' } };
      return (await client.send(new CreatePlatformApplicationCommand(input))).PlatformApplicationArn ?? '';
    }

    async function created(platform: 'apns' | 'gcm', token: string): Promise<string> {
      const result = await delivery.createEndpoint(platform, token);
      if (result.status !== 'created') throw new Error(result.reason);
      return result.address;
    }

    function setEnabled(address: string, enabled: boolean) {
      const input = { EndpointArn: address, Attributes: { Enabled: String(enabled) } };
      return client.send(new SetEndpointAttributesCommand(input));
    }

    it('creates an endpoint at the application of the platform', async () => {
      expect(await created('apns', anApnsToken())).toContain(':endpoint/APNS/apple/');
      expect(await created('gcm', 'android-token-1')).toContain(':endpoint/GCM/google/');
    });

    it('gives the same endpoint for the same token, whatever the case of an APNs token', async () => {
      const token = anApnsToken();
      expect(await created('apns', token.toUpperCase())).toBe(await created('apns', token));
    });

    it('publishes AM’s message for every platform', async () => {
      const address = await created('gcm', 'android-token-2');
      expect(await delivery.publish(address, aPayload({ type: 'challenge' }), 120)).toEqual({
        status: 'sent',
      });
      const messages = await server.published(address);
      expect(messages).toHaveLength(1);
      const {
        default: text,
        GCM,
        APNS,
        APNS_SANDBOX,
      } = JSON.parse(messages[0] ?? '') as Record<string, string>;
      const { jwt, message, messageId } = aPayload();
      expect(text).toBe(message);
      expect(JSON.parse(GCM ?? '')).toEqual({ priority: 'high', data: { message: jwt, messageId } });
      expect(JSON.parse(APNS ?? '')).toEqual({
        aps: {
          alert: message,
          sound: 'default',
          category: 'authentication_challenge',
          'interruption-level': 'time-sensitive',
          messageId,
          data: jwt,
          'content-available': 1,
          'mutable-content': 1,
        },
      });
      expect(APNS_SANDBOX).toBe(APNS);
    });

    it('says that an endpoint is disabled', async () => {
      const address = await created('gcm', 'android-token-3');
      await setEnabled(address, false);
      expect(await delivery.publish(address, aPayload(), 120)).toEqual({ status: 'endpoint-disabled' });
    });

    it('enables a disabled endpoint when asked to', async () => {
      const address = await created('gcm', 'android-token-4');
      await setEnabled(address, false);
      expect(await delivery.enable(address, 'android-token-4')).toEqual({ status: 'enabled' });
      expect(await delivery.publish(address, aPayload(), 120)).toEqual({ status: 'sent' });
    });

    it('enables the disabled endpoint of a token that registers again', async () => {
      const address = await created('gcm', 'android-token-5');
      await setEnabled(address, false);
      expect(await created('gcm', 'android-token-5')).toBe(address);
      expect(await delivery.publish(address, aPayload(), 120)).toEqual({ status: 'sent' });
    });

    it('says that a deleted endpoint is gone, and makes a new one', async () => {
      const address = await created('gcm', 'android-token-6');
      await client.send(new DeleteEndpointCommand({ EndpointArn: address }));
      expect(await delivery.publish(address, aPayload(), 120)).toMatchObject({
        status: 'failed',
        reason: expect.stringContaining('NotFoundException'),
      });
      expect(await delivery.enable(address, 'android-token-6')).toEqual({ status: 'gone' });
      expect(await created('gcm', 'android-token-6')).not.toBe(address);
    });
  });
}
