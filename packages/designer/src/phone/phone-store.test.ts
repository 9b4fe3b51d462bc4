import { signJws } from '@journeyman/authenticator';
import { describe, expect, it } from 'vitest';
import type { PageFetch } from './delivery.ts';
import { createPhoneStore, storageKey } from './phone-store.ts';

const secret = new Uint8Array(32).fill(7);
const base64 = (text: string) => btoa(text);
const bytes = (count: number, value: number) =>
  btoa(String.fromCharCode(...new Uint8Array(count).fill(value)));
const base = 'https://am.example.com/am/json/push/sns/message?_action=';

function pushCode(account = 'demo'): string {
  return `pushauth://push/Acme:${account}?issuer=${base64('Acme')}&l=${base64('a=1')}&m=REGISTER:1&s=${bytes(
    32,
    7,
  )}&c=${bytes(32, 9)}&r=${base64(`${base}register`)}&a=${base64(`${base}authenticate`)}&uid=${base64('demo')}`;
}

/** A server that registers, keeps pushes for one token, and notes what it is asked. */
function makeWorld(saved: Record<string, string> = {}) {
  const server = {
    token: '',
    mechanismUid: '',
    status: 200,
    waiting: [] as { messageId: string; message: string }[],
    asked: [] as string[],
  };
  const world = { now: 1_000_000 };
  const items = new Map(Object.entries(saved));
  const fetch: PageFetch = async (url, init) => {
    const token = init.headers.Authorization?.replace('Bearer ', '');
    const answer = (status: number, value: unknown) => ({ status, text: async () => JSON.stringify(value) });
    switch (url) {
      case '/phone/messages': {
        if (token !== server.token) return answer(404, {});
        const messages = server.waiting;
        server.waiting = [];
        return answer(200, { messages });
      }
      case '/phone/endpoint':
        server.asked.push(`${init.body} ${token === server.token ? 'known' : 'unknown'}`);
        return answer(200, {});
    }
    const action = url.replace(base, '');
    const claims = JSON.parse(atob(JSON.parse(init.body ?? '').jwt.split('.')[1]));
    server.asked.push(action);
    if (server.status === 200 && claims.deviceId) {
      server.token = claims.deviceId;
      server.mechanismUid = claims.mechanismUid ?? server.mechanismUid;
    }
    return answer(server.status, server.status === 200 ? {} : { message: 'Bad request.' });
  };
  let next = 0;
  const store = createPhoneStore({
    fetch,
    clock: { now: () => world.now },
    random: { bytes: (count) => Uint8Array.from({ length: count }, () => (next++ * 37) % 256) },
    storage: { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) },
  });
  const send = (messageId: string) =>
    server.waiting.push({
      messageId,
      message: signJws(
        JSON.stringify({
          c: bytes(32, 9),
          u: server.mechanismUid,
          t: '120',
          i: String(world.now),
          m: 'Hello',
        }),
        secret,
      ),
    });
  return { store, server, world, items, send };
}

async function makeRegistered() {
  const made = makeWorld();
  await made.store.scan(pushCode());
  made.server.asked = [];
  return made;
}

describe('the phone', () => {
  it('fetches a push and answers it', async () => {
    const { store, send, server } = await makeRegistered();
    send('AUTHENTICATE:1');
    expect(await store.poll()).toEqual(['AUTHENTICATE:1']);
    expect(await store.approve('AUTHENTICATE:1')).toMatchObject({ status: 'answered' });
    expect(server.asked).toEqual(['authenticate']);
    expect(store.snapshot().device.app.notifications).toMatchObject([{ status: 'approved' }]);
  });

  it('reports a push once, however often the server hands it out', async () => {
    const { store, send } = await makeRegistered();
    send('AUTHENTICATE:1');
    send('AUTHENTICATE:1');
    expect(await store.poll()).toEqual(['AUTHENTICATE:1']);
    send('AUTHENTICATE:1');
    const before = store.snapshot();
    expect(await store.poll()).toEqual([]);
    expect(store.snapshot()).toBe(before);
  });

  it('says that it dropped a push that another key has signed', async () => {
    const { store, server } = await makeRegistered();
    const claims = JSON.stringify({ c: 'AAAA', u: server.mechanismUid });
    server.waiting.push({ messageId: 'AUTHENTICATE:1', message: signJws(claims, new Uint8Array(32)) });
    expect(await store.poll()).toEqual([]);
    expect(store.snapshot().activity[0]?.text).toBe('A push was dropped: signature not valid.');
  });

  it('is there again after the page is loaded anew', async () => {
    const { store, items } = await makeRegistered();
    const again = makeWorld(Object.fromEntries(items));
    expect(again.store.snapshot().device).toEqual(store.snapshot().device);
  });

  it('starts anew when what was kept is not a phone', () => {
    const { store } = makeWorld({ [storageKey]: '{"platform":"toaster"}' });
    expect(store.snapshot().device).toMatchObject({ platform: 'android', app: { accounts: [] } });
  });

  it('takes over what another tab has saved', async () => {
    const { store, items } = await makeRegistered();
    const other = makeWorld(Object.fromEntries(items));
    other.store.setOffline(true);
    items.set(storageKey, other.items.get(storageKey) ?? '');
    store.reload();
    expect(store.snapshot().device.isOffline).toBe(true);
  });

  it('keeps registering when another tab saves meanwhile', async () => {
    const { store, items } = await makeRegistered();
    const earlier = items.get(storageKey) ?? '';
    const scanning = store.scan(pushCode('anna'));
    items.set(storageKey, earlier);
    store.reload();
    await scanning;
    expect(store.snapshot().device.app.accounts.map(({ account }) => account)).toEqual(['demo', 'anna']);
  });

  it('adds nothing that the phone before a reset registers, and says whose it is', async () => {
    const { store, server } = makeWorld();
    await store.setNotificationsOff(true);
    const scanning = store.scan(pushCode());
    store.reset('ios');
    expect(await scanning).toEqual({ status: 'replaced' });
    expect(store.snapshot().device.app.accounts).toEqual([]);
    expect(store.snapshot().activity[0]?.text).toBe(
      'The phone that registered Acme (demo) is gone. The server still has it registered.',
    );
    expect(server.asked.filter((asked) => asked.includes('enabled'))).toHaveLength(1);
  });

  it('adds a code once that is scanned twice', async () => {
    const { store } = makeWorld();
    await Promise.all([store.scan(pushCode()), store.scan(pushCode())]);
    expect(store.snapshot().device.app.accounts).toHaveLength(1);
  });

  it('lasts as long as the page when the storage is full', async () => {
    const store = createPhoneStore({
      fetch: async () => ({ status: 200, text: async () => '{}' }),
      clock: { now: () => 0 },
      random: { bytes: (count) => new Uint8Array(count) },
      storage: {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('', 'QuotaExceededError');
        },
      },
    });
    expect(await store.scan(pushCode())).toMatchObject({ status: 'added' });
    expect(store.snapshot().device.app.accounts).toHaveLength(1);
  });
});

describe('offline', () => {
  it('fetches nothing and reaches no server, until it is over', async () => {
    const { store, send, server } = await makeRegistered();
    send('AUTHENTICATE:1');
    store.setOffline(true);
    expect(await store.poll()).toEqual([]);
    expect(await store.scan(pushCode('anna'))).toMatchObject({ status: 'unreachable' });
    expect(server.asked).toEqual([]);
    store.setOffline(false);
    expect(await store.poll()).toEqual(['AUTHENTICATE:1']);
  });
});

describe('notifications off', () => {
  it('disables the endpoint and enables it again', async () => {
    const { store, server } = await makeRegistered();
    await store.setNotificationsOff(true);
    expect(await store.poll()).toEqual([]);
    await store.setNotificationsOff(false);
    expect(server.asked).toEqual(['{"enabled":false} known', '{"enabled":true} known']);
  });

  it('holds for an account that is added meanwhile', async () => {
    const { store, server } = makeWorld();
    await store.setNotificationsOff(true);
    await store.scan(pushCode());
    expect(server.asked.at(-1)).toBe('{"enabled":false} known');
  });
});

describe('restored from a backup', () => {
  it('keeps its accounts and receives nothing until the app tells the new token', async () => {
    const { store, send, server } = await makeRegistered();
    await store.restoreFromBackup();
    expect(server.asked).toEqual(['{"enabled":false} known']);
    expect(store.snapshot().device.app.accounts).toHaveLength(1);
    send('AUTHENTICATE:1');
    expect(await store.poll()).toEqual([]);
    await store.noticeToken();
    expect(server.asked.at(-1)).toBe('refresh');
    expect(await store.poll()).toEqual(['AUTHENTICATE:1']);
    expect(store.snapshot().activity.map(({ text }) => text)).toContain(
      'The app told the new token for 1 account.',
    );
  });
});

describe('taking back', () => {
  it('brings a removed account back with its requests, and leaves all else', async () => {
    const { store, send } = await makeRegistered();
    send('AUTHENTICATE:1');
    await store.poll();
    const { app } = store.snapshot().device;
    store.removeAccount(app.accounts[0]?.id ?? '');
    expect(store.snapshot()).toMatchObject({
      undoable: 'Removed Acme (demo)',
      device: { app: { accounts: [] } },
    });
    store.setOffline(true);
    store.undo();
    expect(store.snapshot()).toMatchObject({ undoable: null, device: { app, isOffline: true } });
  });

  it('brings the phone before a reset back', async () => {
    const { store } = await makeRegistered();
    const { device } = store.snapshot();
    store.reset('ios');
    expect(store.snapshot().device).toMatchObject({ platform: 'ios', name: 'iPhone', app: { accounts: [] } });
    store.undo();
    expect(store.snapshot().device).toEqual(device);
  });

  it('brings back what the phone before a reset has registered since', async () => {
    const { store } = await makeRegistered();
    const scanning = store.scan(pushCode('anna'));
    store.reset('ios');
    await scanning;
    store.undo();
    expect(store.snapshot().device.app.accounts.map(({ account }) => account)).toEqual(['demo', 'anna']);
  });

  it('is not offered when it would lose an account', async () => {
    const { store } = await makeRegistered();
    store.reset('android');
    await store.scan(pushCode('anna'));
    expect(store.snapshot().undoable).toBeNull();
  });
});
