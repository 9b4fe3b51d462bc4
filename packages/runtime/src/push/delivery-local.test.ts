import { describe, expect, it } from 'vitest';
import { aPayload } from './delivery.builder.ts';
import { inboxLimit } from './delivery-local.ts';
import { createPushWorld } from './push-world.builder.ts';

/** A world with one phone, its address, and what the phone calls. */
async function aWorldWithPhone(token = 'Phone-Token') {
  const world = createPushWorld();
  const endpoint = await world.local.createEndpoint('gcm', token);
  const address = endpoint.status === 'created' ? endpoint.address : '';
  const get = (bearer: string) => {
    return world.app.request('/phone/messages', { headers: { authorization: `Bearer ${bearer}` } });
  };
  const setEnabled = (bearer: string, enabled: unknown) => {
    return world.app.request('/phone/endpoint', {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ enabled }),
    });
  };
  return { ...world, address, get, setEnabled };
}

describe('local delivery', () => {
  it('keeps a message for the phone, whatever the case of its token, until it expires', async () => {
    const { local, address, get, clock } = await aWorldWithPhone();
    expect(await local.publish(address, aPayload(), 60)).toEqual({ status: 'sent' });
    const { messageId, jwt } = aPayload();
    for (const token of ['Phone-Token', 'PHONE-TOKEN', 'phone-token']) {
      expect(await (await get(token)).json()).toEqual({ messages: [{ messageId, message: jwt }] });
    }
    clock.nowMs += 60_000;
    expect(await (await get('Phone-Token')).json()).toEqual({ messages: [] });
  });

  it('keeps the newest messages when there are too many', async () => {
    const { local, address } = await aWorldWithPhone();
    for (let at = 0; at <= inboxLimit; at += 1) {
      await local.publish(address, aPayload({ messageId: `AUTHENTICATE:${at}` }), 60);
    }
    const messages = await local.messages('Phone-Token');
    expect(messages).toHaveLength(inboxLimit);
    expect(messages[0]?.messageId).toBe('AUTHENTICATE:1');
  });

  it('gives a phone nothing of another one', async () => {
    const { local, address, get } = await aWorldWithPhone();
    await local.publish(address, aPayload(), 60);
    expect(await (await get('another-token')).json()).toEqual({ messages: [] });
  });

  it('is switched off and on by the phone', async () => {
    const { local, address, get, setEnabled } = await aWorldWithPhone();
    expect(await (await setEnabled('Phone-Token', false)).json()).toEqual({ enabled: false });
    expect(await local.publish(address, aPayload(), 60)).toEqual({ status: 'endpoint-disabled' });
    expect(await (await get('Phone-Token')).json()).toEqual({ messages: [] });
    expect((await setEnabled('Phone-Token', true)).status).toBe(200);
    expect(await local.publish(address, aPayload(), 60)).toEqual({ status: 'sent' });
  });

  it('is switched on when the phone registers again, and when it is enabled', async () => {
    const { local, address } = await aWorldWithPhone();
    const switchedOn = [
      () => local.createEndpoint('gcm', 'phone-token'),
      () => local.enable(address, 'Phone-Token'),
    ];
    for (const switchOn of switchedOn) {
      await local.setEnabled('Phone-Token', false);
      await switchOn();
      expect(await local.publish(address, aPayload(), 60)).toEqual({ status: 'sent' });
    }
    expect(await local.enable('local:nobody', 'nobody')).toEqual({ status: 'gone' });
  });

  it('wants a token, and one that it knows to switch anything', async () => {
    const { app, setEnabled } = await aWorldWithPhone();
    expect((await app.request('/phone/messages')).status).toBe(401);
    expect((await app.request('/phone/endpoint', { method: 'POST' })).status).toBe(401);
    expect((await setEnabled('another-token', true)).status).toBe(404);
    expect((await setEnabled('Phone-Token', 'yes')).status).toBe(400);
  });

  it('loses nothing when messages come at once', async () => {
    const { local, address } = await aWorldWithPhone();
    const payloads = Array.from({ length: 10 }, (_, at) => aPayload({ messageId: `AUTHENTICATE:${at}` }));
    await Promise.all(payloads.map((payload) => local.publish(address, payload, 60)));
    expect(await local.messages('Phone-Token')).toHaveLength(10);
  });
});
