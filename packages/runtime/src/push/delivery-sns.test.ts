import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDeliveries } from './deliveries.ts';
import { anApnsToken, aPayload, aService } from './delivery.builder.ts';
import { snsDeliveryContract } from './delivery-sns.contract.ts';
import { createSnsDelivery, type SnsDelivery } from './delivery-sns.ts';
import { type FakeSns, startFakeSns } from './fake-sns/fake-sns.ts';
import { isMotoHere, startMoto } from './moto-server.builder.ts';

snsDeliveryContract('the fake', async () => {
  const fake = await startFakeSns();
  return {
    url: fake.url,
    close: fake.close,
    async published(address) {
      const messages = fake.published.filter(({ targetArn }) => targetArn === address);
      return messages.map(({ message }) => JSON.stringify(message));
    },
  };
});

if (isMotoHere()) snsDeliveryContract('moto', startMoto);
else
  describe.skip('delivery by Amazon SNS, played by moto: moto_server is not installed', () => it('is run'));

describe('delivery by Amazon SNS', () => {
  const short = { connectionMs: 200, requestMs: 200, totalMs: 1000 };
  let fake: FakeSns;
  let delivery: SnsDelivery;
  let address: string;

  beforeAll(async () => {
    fake = await startFakeSns();
    process.env.AWS_ENDPOINT_URL_SNS = fake.url;
    delivery = createSnsDelivery(aService());
    const result = await delivery.createEndpoint('gcm', 'android-token');
    address = result.status === 'created' ? result.address : '';
  });

  afterEach(() => fake.setFaults());

  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL_SNS;
    delivery.close();
    await fake.close();
  });

  async function callsDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
    const before = fake.calls.length;
    await work();
    return fake.calls.slice(before).map(({ action }) => action);
  }

  it('sends how long each platform may keep the message, and no subject', async () => {
    await delivery.publish(address, aPayload(), 90);
    const last = fake.published.at(-1);
    expect(last?.attributes).toEqual({
      'AWS.SNS.MOBILE.APNS.TTL': '90',
      'AWS.SNS.MOBILE.APNS_SANDBOX.TTL': '90',
      'AWS.SNS.MOBILE.FCM.TTL': '90',
    });
    expect(last?.subject).toBeUndefined();
  });

  it('tries three times when SNS throttles or has an error of its own', async () => {
    fake.setFaults({ type: 'throttle', times: 1 }, { type: 'server-error', times: 1 });
    expect(await callsDuring(() => delivery.publish(address, aPayload(), 90))).toHaveLength(3);
    expect(fake.published.at(-1)?.targetArn).toBe(address);

    fake.setFaults({ type: 'server-error' });
    const publish = async () => {
      expect(await delivery.publish(address, aPayload(), 90)).toEqual({
        status: 'failed',
        reason: expect.stringContaining('status 500, attempt 3'),
      });
    };
    expect(await callsDuring(publish)).toHaveLength(3);
  }, 20_000);

  it('does not try again with wrong credentials', async () => {
    fake.setFaults({ type: 'wrong-credentials' });
    const publish = async () => {
      expect(await delivery.publish(address, aPayload(), 90)).toMatchObject({
        status: 'failed',
        reason: expect.stringContaining('security token'),
      });
    };
    expect(await callsDuring(publish)).toHaveLength(1);
  });

  it('waits for a slow SNS', async () => {
    fake.setFaults({ type: 'slow', delayMs: 300 });
    expect(await delivery.publish(address, aPayload(), 90)).toEqual({ status: 'sent' });
  });

  it('gives up on a silent SNS within its total time', async () => {
    fake.setFaults({ type: 'silence' });
    const hasty = createSnsDelivery(aService(), { ...short, totalMs: 500 });
    const start = performance.now();
    expect(await hasty.publish(address, aPayload(), 90)).toMatchObject({ status: 'failed' });
    expect(await hasty.createEndpoint('gcm', 'android-token')).toMatchObject({ status: 'failed' });
    expect(performance.now() - start).toBeLessThan(2000);
    hasty.close();
  });

  it('says that nobody answers where SNS is down', async () => {
    const down = await startFakeSns();
    await down.close();
    process.env.AWS_ENDPOINT_URL_SNS = down.url;
    const hasty = createSnsDelivery(aService(), short);
    const result = await hasty.publish(address, aPayload(), 90);
    process.env.AWS_ENDPOINT_URL_SNS = fake.url;
    hasty.close();
    expect(result).toMatchObject({ status: 'failed', reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('makes a new endpoint when the one in the way is deleted meanwhile', async () => {
    const created = await delivery.createEndpoint('gcm', 'rival-token');
    const rival = created.status === 'created' ? created.address : '';
    await call('SetEndpointAttributes', rival, {
      'Attributes.entry.1.key': 'Enabled',
      'Attributes.entry.1.value': 'false',
    });
    fake.setFaults({ type: 'slow', delayMs: 300, action: 'SetEndpointAttributes' });
    const pending = delivery.createEndpoint('gcm', 'rival-token');
    await expect.poll(() => fake.calls.at(-1)?.action).toBe('SetEndpointAttributes');
    await call('DeleteEndpoint', rival);
    const result = await pending;
    expect(result.status).toBe('created');
    expect(result).not.toEqual({ status: 'created', address: rival });
  });

  function call(action: string, arn: string, more: Record<string, string> = {}) {
    return fetch(fake.url, {
      method: 'POST',
      body: new URLSearchParams({ Action: action, EndpointArn: arn, ...more }),
    });
  }

  it('refuses a token that is not in the platform’s form, and says so without the token', async () => {
    for (const [platform, token] of [
      ['apns', 'secret-token'],
      ['apns', anApnsToken().slice(2)],
      ['gcm', 'secret token'],
      ['gcm', ''],
    ] as const) {
      const work = async () => {
        const result = await delivery.createEndpoint(platform, token);
        expect(result).toMatchObject({ status: 'failed', reason: expect.stringContaining(platform) });
        expect(JSON.stringify(result)).not.toContain('secret');
      };
      expect(await callsDuring(work)).toEqual([]);
    }
  });

  it('names the property that is missing', async () => {
    const { appleEndpoint: _, ...service } = aService();
    const result = await createSnsDelivery(service).createEndpoint('apns', anApnsToken());
    expect(result).toMatchObject({ status: 'failed', reason: expect.stringContaining('appleEndpoint') });
  });

  it('sends nothing that a platform would refuse for its size', async () => {
    const work = async () => {
      expect(await delivery.publish(address, aPayload({ jwt: 'x'.repeat(4096) }), 90)).toMatchObject({
        status: 'failed',
        reason: expect.stringContaining('at most 4096'),
      });
    };
    expect(await callsDuring(work)).toEqual([]);
  });

  it('uses the credentials of the environment where the service has none', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'from-the-environment';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    const chained = createSnsDelivery(aService({ accessKey: '', secret: '' }));
    await chained.publish(address, aPayload(), 90);
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
    chained.close();
    expect(fake.calls.at(-1)?.accessKey).toBe('from-the-environment');
  });

  it('closes only once what is under way has come to an end', async () => {
    const deliveries = createDeliveries(delivery);
    fake.setFaults({ type: 'slow', delayMs: 300 });
    const before = deliveries.of('/', aService());
    expect(deliveries.of('/', aService())).toBe(before);
    const pending = before.publish(address, aPayload(), 90);
    await expect.poll(() => fake.calls.at(-1)?.action).toBe('Publish');
    expect(deliveries.of('/', aService({ accessKey: 'other' }))).not.toBe(before);
    expect(await pending).toEqual({ status: 'sent' });
    deliveries.close();
  });
});
