import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64, encodeBase64Url } from './base64.ts';
import {
  createPhone,
  isSignedWith,
  type PhoneState,
  type Platform,
  readJws,
  readPhoneState,
  signJws,
} from './index.ts';

const secretBytes = new Uint8Array(32).fill(7);
const challenge = new Uint8Array(32).fill(9);

interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A phone whose server answers as told, with the time in the test's hand. */
function makePhone(platform: Platform = 'android', state?: PhoneState) {
  const sent: Sent[] = [];
  const world = {
    now: 1_000_000,
    status: 200,
    body: '{}',
    isOnline: true,
    /** What happens on the phone while a server is asked. */
    meanwhile: (): void => {},
  };
  let next = 0;
  const phone = createPhone({
    fetch: async (url, init) => {
      if (!world.isOnline) {
        throw new TypeError('fetch failed');
      }
      sent.push({ url, headers: init.headers, body: init.body });
      world.meanwhile();
      return { status: world.status, text: async () => world.body };
    },
    clock: { now: () => world.now },
    random: { bytes: (count) => Uint8Array.from({ length: count }, () => (next++ * 37) % 256) },
    platform,
    deviceName: 'Test phone',
    ...(state !== undefined && { state }),
  });
  return { phone, sent, world };
}

const b64 = (text: string) => encodeBase64Url(new TextEncoder().encode(text));

function pushCode({ account = 'demo', uid = '', scheme = 'pushauth://push', more = '' } = {}): string {
  const base = 'https://am.example.com/am/json/push/sns/message?_action=';
  return `${scheme}/Acme:${account}?l=${b64('amlbcookie=01')}&issuer=${b64('Acme')}&m=REGISTER:1&s=${encodeBase64Url(
    secretBytes,
  )}&c=${encodeBase64Url(challenge)}&r=${b64(`${base}register`)}&a=${b64(`${base}authenticate`)}${
    uid && `&uid=${b64(uid)}`
  }&b=032b75${more}`;
}

function claimsOf({ body }: { readonly body: string }) {
  const jws = readJws(JSON.parse(body).jwt);
  expect(jws !== null && isSignedWith(jws, secretBytes)).toBe(true);
  return jws?.claims;
}

/** A phone with one registered account, and a maker of pushes for it. */
async function makeRegistered(platform: Platform = 'android', uid = '') {
  const made = makePhone(platform);
  const result = await made.phone.scan(pushCode({ uid }));
  if (result.status !== 'added' || result.account.push === undefined) {
    throw new Error('not registered');
  }
  const { mechanismUid } = result.account.push;
  const push = (claims: Record<string, string> = {}, messageId = 'AUTHENTICATE:1') => ({
    messageId,
    jwt: signJws(
      JSON.stringify({
        c: encodeBase64(challenge),
        u: mechanismUid,
        l: encodeBase64(new TextEncoder().encode('amlbcookie=02')),
        t: '120',
        i: String(made.world.now),
        k: 'default',
        m: 'Login attempt from demo at Acme',
        p: '{  }',
        ...claims,
      }),
      secretBytes,
    ),
  });
  made.sent.length = 0;
  return { ...made, push, account: result.account };
}

describe('scanning a code', () => {
  it('registers an Android phone and keeps the account', async () => {
    const { phone, sent } = makePhone('android');
    const result = await phone.scan(pushCode({ uid: 'demo' }));
    expect(result).toMatchObject({
      status: 'added',
      refusals: [],
      account: { issuer: 'Acme', account: 'demo', colour: '032b75', push: { userId: 'demo' } },
    });
    const [request] = sent;
    expect(request).toMatchObject({
      url: 'https://am.example.com/am/json/push/sns/message?_action=register',
      headers: {
        'Content-Type': 'application/json',
        'Accept-API-Version': 'resource=1.0, protocol=1.0',
        Cookie: 'amlbcookie=01',
      },
    });
    expect(JSON.parse(request?.body ?? '').messageId).toBe('REGISTER:1');
    expect(request && claimsOf(request)).toMatchObject({
      deviceId: phone.state().pushToken,
      deviceName: 'Test phone',
      deviceType: 'android',
      communicationType: 'gcm',
      mechanismUid: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
    });
  });

  it('registers an iPhone in its own way', async () => {
    const { phone, sent } = makePhone('ios');
    await phone.scan(pushCode());
    const [request] = sent;
    expect(request?.headers).toMatchObject({ 'Set-Cookie': 'amlbcookie=01', 'x-requested-platform': 'ios' });
    expect(request && claimsOf(request)).toMatchObject({
      deviceId: expect.stringMatching(/^[0-9A-F]{64}$/),
      deviceType: 'ios',
      communicationType: 'apns',
      mechanismUid: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
    });
  });

  it('keeps no account when the server refuses, and hands on its message', async () => {
    const { phone, world } = makePhone();
    Object.assign(world, { status: 400, body: '{"code":400,"message":"Bad request."}' });
    expect(await phone.scan(pushCode())).toEqual({
      status: 'refused',
      httpStatus: 400,
      message: 'Bad request.',
    });
    expect(phone.state().accounts).toEqual([]);
  });

  it.each([
    { status: 201, body: '{}' },
    { status: 502, body: '<html>' },
  ])('takes only 200 for success, not $status', async (answer) => {
    const { phone, world } = makePhone();
    Object.assign(world, answer);
    expect(await phone.scan(pushCode())).toMatchObject({
      status: 'refused',
      message: `The server answered ${answer.status}.`,
    });
  });

  it('says where it looked for a server that is out of reach', async () => {
    const { phone, world } = makePhone();
    world.isOnline = false;
    expect(await phone.scan(pushCode())).toEqual({
      status: 'unreachable',
      server: 'https://am.example.com',
    });
  });

  it('refuses a second push registration of the same account without asking the server', async () => {
    const { phone, sent } = await makeRegistered();
    expect(await phone.scan(pushCode())).toMatchObject({ status: 'already added' });
    expect(await phone.scan(pushCode({ account: 'anna' }))).toMatchObject({ status: 'added' });
    expect(sent).toHaveLength(1);
  });

  it('adds one-time passwords to an account for push, but no combined code', async () => {
    const { phone, account } = await makeRegistered();
    const combined = pushCode({ scheme: 'mfauth://totp', more: '&secret=JBSWY3DPEHPK3PXP' });
    expect(await phone.scan(combined)).toMatchObject({ status: 'already added' });
    await phone.scan('otpauth://totp/Acme:demo?secret=JBSWY3DPEHPK3PXP');
    expect(phone.state().accounts).toMatchObject([{ id: account.id, push: {}, oath: { type: 'totp' } }]);
  });

  it('registers both halves of a combined code', async () => {
    const { phone, sent } = makePhone();
    await phone.scan(pushCode({ scheme: 'mfauth://totp', more: '&secret=JBSWY3DPEHPK3PXP&digits=8' }));
    expect(phone.state().accounts).toMatchObject([{ push: {}, oath: { digits: 8 } }]);
    expect(sent).toHaveLength(1);
  });

  it('asks nobody about a code that it cannot register with', async () => {
    const { phone, sent } = makePhone();
    const withoutMessageId = pushCode().replace('m=REGISTER:1&', '');
    expect(await phone.scan(withoutMessageId)).toMatchObject({ status: 'wrong code', part: 'm' });
    expect(await phone.scan('https://example.com')).toMatchObject({ status: 'wrong code', part: 'scheme' });
    expect(sent).toEqual([]);
  });
});

describe('while a code is being registered', () => {
  const hotpCode = 'otpauth://hotp/Acme:demo?secret=JMEZ2W7D462P3JYBDG2HV7PFBM&counter=0';

  /** A phone with an account that so far only makes one-time passwords. */
  async function makeCounting() {
    const made = makePhone();
    await made.phone.scan(hotpCode);
    return { ...made, id: made.phone.state().accounts[0]?.id ?? '' };
  }

  it('the same code, scanned again, waits and is added already', async () => {
    const { phone, sent } = makePhone();
    const results = await Promise.all([phone.scan(pushCode()), phone.scan(pushCode())]);
    expect(results.map(({ status }) => status)).toEqual(['added', 'already added']);
    expect(phone.state().accounts).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('another scan waits for one that fails, and does not fail with it', async () => {
    const { phone, world, sent } = makePhone();
    world.meanwhile = () => {
      world.status = sent.length === 1 ? 400 : 200;
    };
    const results = await Promise.all([phone.scan(pushCode()), phone.scan(pushCode())]);
    expect(results.map(({ status }) => status)).toEqual(['refused', 'added']);
  });

  it('one-time passwords that are drawn count', async () => {
    const { phone, world, id } = await makeCounting();
    const drawn: (string | undefined)[] = [];
    world.meanwhile = () => drawn.push(phone.oathCode(id)?.code, phone.oathCode(id)?.code);
    await phone.scan(pushCode());
    expect(drawn).not.toContain(phone.oathCode(id)?.code);
    expect(phone.state().accounts).toMatchObject([{ id, push: {}, oath: { counter: 3 } }]);
  });

  it('an account that is removed stays removed, and what is added is another', async () => {
    const { phone, world, id } = await makeCounting();
    world.meanwhile = () => phone.removeAccount(id);
    expect(await phone.scan(pushCode())).toMatchObject({ status: 'added' });
    const [account, ...others] = phone.state().accounts;
    expect(others).toEqual([]);
    expect(account?.id).not.toBe(id);
    expect(account).not.toHaveProperty('oath');
  });

  it('a new token waits, and is told for the new account too', async () => {
    const { phone, world, sent } = makePhone();
    let refreshing: Promise<unknown> | undefined;
    world.meanwhile = () => {
      refreshing ??= phone.refreshToken('new-token');
    };
    await phone.scan(pushCode());
    expect(await refreshing).toMatchObject([{ status: 'refreshed' }]);
    expect(sent.at(-1)?.url).toContain('_action=refresh');
  });
});

describe('receiving a push', () => {
  it('keeps what the server says of the sign-in', async () => {
    const { phone, push, world } = await makeRegistered();
    const context = {
      location: { latitude: 51.5, longitude: -0.1 },
      remoteIp: '10.0.0.1',
      userAgent: 'Firefox',
    };
    const result = phone.receive(push({ k: 'challenge', n: '12,47,83', x: JSON.stringify(context) }));
    expect(result).toMatchObject({
      status: 'received',
      notification: {
        type: 'challenge',
        numbers: [12, 47, 83],
        context,
        message: 'Login attempt from demo at Acme',
        expiresAtMs: world.now + 120_000,
        status: 'pending',
      },
    });
  });

  it('keeps a push once', async () => {
    const { phone, push } = await makeRegistered();
    phone.receive(push());
    expect(phone.receive(push())).toMatchObject({ status: 'duplicate' });
    expect(phone.state().notifications).toHaveLength(1);
  });

  it('learns the user from a verified push', async () => {
    const { phone, push } = await makeRegistered();
    phone.receive({ messageId: 'AUTHENTICATE:0', jwt: `${push({ d: 'mallory' }).jwt.slice(0, -4)}AAAA` });
    expect(phone.state().accounts[0]?.push?.userId).toBeUndefined();
    phone.receive(push({ d: 'demo' }));
    expect(phone.state().accounts[0]?.push?.userId).toBe('demo');
  });

  it('forgets the oldest when there are too many', async () => {
    const { phone, push } = await makeRegistered();
    for (let index = 0; index < 120; index++) {
      phone.receive(push({}, `AUTHENTICATE:${index}`));
    }
    expect(phone.state().notifications).toHaveLength(100);
    expect(phone.state().notifications[0]?.messageId).toBe('AUTHENTICATE:119');
  });
});

describe('answering a push', () => {
  it('approves with the challenge response and the cookie of the push', async () => {
    const { phone, push, sent } = await makeRegistered();
    phone.receive(push());
    expect(await phone.approve('AUTHENTICATE:1')).toMatchObject({
      status: 'answered',
      notification: { status: 'approved' },
    });
    expect(sent[0]).toMatchObject({
      url: 'https://am.example.com/am/json/push/sns/message?_action=authenticate',
      headers: { Cookie: 'amlbcookie=02' },
    });
    expect(sent[0] && Object.keys(claimsOf(sent[0]) ?? {})).toEqual(['response']);
  });

  it('denies', async () => {
    const { phone, push, sent } = await makeRegistered();
    phone.receive(push());
    expect(await phone.deny('AUTHENTICATE:1')).toMatchObject({ notification: { status: 'denied' } });
    expect(sent[0] && claimsOf(sent[0])).toMatchObject({ deny: true, response: expect.any(String) });
  });

  it('denies a number challenge with an empty number on an iPhone', async () => {
    const { phone, push, sent } = await makeRegistered('ios');
    phone.receive(push({ k: 'challenge', n: '12,47,83' }));
    await phone.deny('AUTHENTICATE:1');
    expect(sent[0] && claimsOf(sent[0])).toMatchObject({ deny: true, challengeResponse: null });
  });

  it('wants a number where one is asked for, and sends none where none is', async () => {
    const { phone, push, sent } = await makeRegistered();
    phone.receive(push({ k: 'challenge', n: '12,47,83' }));
    phone.receive(push({}, 'AUTHENTICATE:2'));
    expect(await phone.approve('AUTHENTICATE:1')).toEqual({
      status: 'number needed',
      numbers: [12, 47, 83],
    });
    await phone.approve('AUTHENTICATE:1', 47);
    await phone.approve('AUTHENTICATE:2', 47);
    expect(sent.map((request) => claimsOf(request)?.challengeResponse)).toEqual(['47', undefined]);
  });

  it('leaves the notification pending when the server refuses the number', async () => {
    const { phone, push, world } = await makeRegistered();
    phone.receive(push({ k: 'challenge', n: '12,47,83' }));
    Object.assign(world, { status: 400, body: '{"message":"That is not the number."}' });
    expect(await phone.approve('AUTHENTICATE:1', 12)).toMatchObject({ message: 'That is not the number.' });
    world.status = 200;
    expect(await phone.approve('AUTHENTICATE:1', 47)).toMatchObject({ status: 'answered' });
  });

  it('leaves the notification pending when the server is out of reach', async () => {
    const { phone, push, world } = await makeRegistered();
    phone.receive(push());
    world.isOnline = false;
    expect(await phone.approve('AUTHENTICATE:1')).toMatchObject({ status: 'unreachable' });
    expect(phone.state().notifications).toMatchObject([{ status: 'pending' }]);
  });

  it('approves nothing after its time, but still denies', async () => {
    const { phone, push, world, sent } = await makeRegistered();
    phone.receive(push());
    world.now += 120_000;
    expect(await phone.approve('AUTHENTICATE:1')).toEqual({ status: 'expired' });
    expect(sent).toEqual([]);
    expect(await phone.deny('AUTHENTICATE:1')).toMatchObject({ status: 'answered' });
  });

  it('answers once', async () => {
    const { phone, push, sent } = await makeRegistered();
    phone.receive(push());
    await phone.deny('AUTHENTICATE:1');
    expect(await phone.approve('AUTHENTICATE:1')).toMatchObject({ status: 'answered before' });
    expect(await phone.approve('AUTHENTICATE:9')).toEqual({ status: 'unknown' });
    expect(sent).toHaveLength(1);
  });
});

describe('a new token', () => {
  it('is told for every account that is asked by push', async () => {
    const { phone, sent } = await makeRegistered('android', 'demo');
    await phone.scan('otpauth://totp/Acme:other?secret=JBSWY3DPEHPK3PXP');
    const results = await phone.refreshToken('new-token');
    expect(results).toMatchObject([{ status: 'refreshed' }]);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      url: 'https://am.example.com/am/json/push/sns/message?_action=refresh',
    });
    expect(sent[0]?.headers).not.toHaveProperty('Cookie');
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ username: 'demo' });
    expect(sent[0] && claimsOf(sent[0])).toEqual({
      deviceId: 'new-token',
      deviceName: 'Test phone',
      deviceType: 'android',
      communicationType: 'gcm',
    });
    expect(phone.state().pushToken).toBe('new-token');
  });

  it('goes out without a user name when none is known, and with the mechanism in an iPhone’s claims', async () => {
    const { phone, sent, account } = await makeRegistered('ios');
    await phone.refreshToken('ABCD');
    expect(JSON.parse(sent[0]?.body ?? '')).not.toHaveProperty('username');
    expect(sent[0] && claimsOf(sent[0])).toMatchObject({ mechanismUid: account.push?.mechanismUid });
  });

  it('reports each account that could not be told', async () => {
    const { phone, world } = await makeRegistered();
    world.isOnline = false;
    expect(await phone.refreshToken('new-token')).toMatchObject([{ status: 'unreachable' }]);
  });
});

describe('one-time passwords', () => {
  const hotpCode = 'otpauth://hotp/Acme:demo?secret=JMEZ2W7D462P3JYBDG2HV7PFBM&counter=0';

  async function codes(platform: Platform) {
    const { phone } = makePhone(platform);
    await phone.scan(hotpCode);
    const id = phone.state().accounts[0]?.id ?? '';
    return [phone.oathCode(id)?.code, phone.oathCode(id)?.code];
  }

  it('by counter: Android starts one further than the iPhone', async () => {
    expect(await codes('android')).toEqual(['785324', '361422']);
    expect((await codes('ios'))[1]).toBe('785324');
  });

  it('by time: hold until the period ends', async () => {
    const { phone, world } = makePhone();
    world.now = 1461773681957;
    await phone.scan('otpauth://totp/Acme:demo?secret=JMEZ2W7D462P3JYBDG2HV7PFBM');
    expect(phone.oathCode(phone.state().accounts[0]?.id ?? '')).toEqual({
      type: 'totp',
      code: '994721',
      validUntilMs: 1461773700000,
    });
  });

  it('there are none for an account without them', async () => {
    const { phone, account } = await makeRegistered();
    expect(phone.oathCode(account.id)).toBeNull();
    expect(phone.oathCode('nobody')).toBeNull();
  });
});

describe('what is remembered', () => {
  it('survives being saved', async () => {
    const { phone, push } = await makeRegistered();
    phone.receive(push());
    const saved = readPhoneState(JSON.stringify(phone.state()));
    expect(saved).toEqual(phone.state());
    const again = makePhone('android', saved ?? undefined);
    expect(await again.phone.approve('AUTHENTICATE:1')).toMatchObject({ status: 'answered' });
  });

  it.each(['', 'null', '{}', '{"pushToken":"t","accounts":[{}],"notifications":[]}'])(
    'is nothing when it was not saved by a phone: %s',
    (json) => expect(readPhoneState(json)).toBeNull(),
  );

  it('goes with the account', async () => {
    const { phone, push, account } = await makeRegistered();
    phone.receive(push());
    phone.removeAccount(account.id);
    expect(phone.state()).toMatchObject({ accounts: [], notifications: [] });
    expect(phone.receive(push({}, 'AUTHENTICATE:2'))).toMatchObject({ reason: 'unknown mechanism' });
  });
});

it('decodes either alphabet, and nothing else', () => {
  expect(decodeBase64('-_8')).toEqual(decodeBase64('+/8='));
  expect([decodeBase64('a'), decodeBase64('a b='), decodeBase64('äää')]).toEqual([null, null, null]);
});
