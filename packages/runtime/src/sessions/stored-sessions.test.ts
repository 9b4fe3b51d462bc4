import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testService } from '../http/test-service.builder.ts';

const minute = 60_000;

describe('a session', () => {
  it('is found by its token, which is safe in URLs and at least 128 bits strong', async () => {
    const { sessions, signIn } = testService();
    const token = await signIn('/', 'demo', { authLevel: 7 });

    expect(token).toMatch(/^[\w-]{27,}$/);
    expect(await sessions.find(token)).toMatchObject({ username: 'demo', realm: '/', authLevel: 7 });
  });

  it('is not found by a changed token, by its handle, or by any other text', async () => {
    const { sessions, signIn } = testService();
    const token = await signIn('/', 'demo');
    const handle = (await sessions.find(token))?.handle ?? '';
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');

    for (const wrong of [changed, handle, handle.slice('shandle:'.length), '', 'AQIC5w', `${token}.`]) {
      expect(await sessions.find(wrong)).toBeNull();
      expect(await sessions.end(wrong)).toBe(false);
    }
  });

  it('leaves nothing in the store that is a token or holds one', async () => {
    const { sessions, signIn, stores } = testService();
    const token = await signIn('/', 'demo');
    const id = (await sessions.find(token))?.handle.slice('shandle:'.length) ?? '';
    const document = await stores.sessions.get(id);

    const secret = Buffer.from(token, 'base64url').subarray(16);
    expect(document?.value).not.toContain(token);
    expect(document?.value).not.toContain(secret.toString('base64url'));
    expect(document?.value).toContain(createHash('sha256').update(secret).digest('base64url'));
  });

  it('ends when it was not used for its idle time', async () => {
    const { sessions, signIn, clock } = testService();
    const token = await signIn('/', 'demo', { maxIdleMinutes: 30 });

    clock.nowMs += 30 * minute - 1;
    expect(await sessions.find(token, 'keep')).not.toBeNull();
    clock.nowMs += 1;
    expect(await sessions.find(token)).toBeNull();
  });

  it('lives on with each use, up to its longest time', async () => {
    const { sessions, signIn, clock } = testService();
    const token = await signIn('/', 'demo', { maxIdleMinutes: 30, maxSessionMinutes: 120 });

    for (let used = 0; used < 5; used += 1) {
      clock.nowMs += 20 * minute;
      expect(await sessions.find(token)).not.toBeNull();
    }
    clock.nowMs += 20 * minute;
    expect(await sessions.find(token)).toBeNull();
  });

  it('of the shortest idle time lives on in constant use', async () => {
    const { sessions, signIn, clock } = testService();
    const token = await signIn('/', 'demo', { maxIdleMinutes: 1 });

    for (let used = 0; used < 12; used += 1) {
      clock.nowMs += minute / 4;
      expect(await sessions.find(token)).not.toBeNull();
    }
  });

  it('has its last access written at most once a minute', async () => {
    const { sessions, signIn, clock, stores } = testService();
    const token = await signIn('/', 'demo');
    const id = (await sessions.find(token))?.handle.slice('shandle:'.length) ?? '';
    const versionAfter = async (passedMs: number) => {
      clock.nowMs += passedMs;
      await sessions.find(token);
      return (await stores.sessions.get(id))?.version;
    };

    expect(await versionAfter(minute - 1)).toBe(1);
    expect(await versionAfter(1)).toBe(2);
    expect(await versionAfter(1)).toBe(2);
  });

  it('that is used by many requests at once is found by all of them', async () => {
    const { sessions, signIn, clock } = testService();
    const token = await signIn('/', 'demo');
    clock.nowMs += 2 * minute;

    const found = await Promise.all(Array.from({ length: 20 }, () => sessions.find(token)));

    expect(found.map((session) => session?.username)).toEqual(Array.from({ length: 20 }, () => 'demo'));
  });

  it('lives practically for ever with the time-outs that AM has for it', async () => {
    const { sessions, signIn, clock } = testService();
    const never = 153_722_867_280_912_930;
    const token = await signIn('/', 'demo', { maxIdleMinutes: never, maxSessionMinutes: never });

    clock.nowMs += 1000 * 365 * 24 * 60 * minute;
    expect(await sessions.find(token)).not.toBeNull();
  });

  it('is ended once', async () => {
    const { sessions, signIn } = testService();
    const token = await signIn('/', 'demo');

    expect(await sessions.end(token)).toBe(true);
    expect(await sessions.end(token)).toBe(false);
    expect(await sessions.find(token)).toBeNull();
  });

  it('takes other properties for as long as it lives', async () => {
    const { sessions, signIn } = testService();
    const token = await signIn('/', 'demo', { properties: { colour: 'red' } });

    expect(await sessions.setProperties(token, { colour: 'blue' })).toMatchObject({
      properties: { colour: 'blue' },
    });
    expect((await sessions.find(token))?.properties).toEqual({ colour: 'blue' });
    await sessions.end(token);
    expect(await sessions.setProperties(token, {})).toBeNull();
  });
});

describe('the sessions of a user', () => {
  it('are those of the name, whatever its case, in that realm', async () => {
    const { sessions, signIn } = testService({ realms: { '/': {}, '/alpha': {} } });
    await signIn('/alpha', 'demo');
    await signIn('/alpha', 'Demo');
    await signIn('/', 'demo');
    await signIn('/alpha', 'other');

    const found = await sessions.ofUser('/alpha', 'DEMO');

    expect(found.map(({ username }) => username).sort()).toEqual(['Demo', 'demo']);
  });

  it('end together, or one by its handle', async () => {
    const { sessions, signIn } = testService();
    const [one, two, three] = [
      await signIn('/', 'demo'),
      await signIn('/', 'demo'),
      await signIn('/', 'demo'),
    ];
    const handle = (await sessions.find(one))?.handle ?? '';

    expect(await sessions.findByHandle(handle)).toMatchObject({ handle });
    expect(await sessions.endOfUser('/', 'demo', handle)).toBe(1);
    expect(await sessions.findByHandle(handle)).toBeNull();
    expect(await sessions.find(one)).toBeNull();
    expect(await sessions.endOfUser('/', 'demo')).toBe(2);
    expect(await Promise.all([sessions.find(two), sessions.find(three)])).toEqual([null, null]);
  });

  it('leave out those that have ended by themselves', async () => {
    const { sessions, signIn, clock } = testService();
    await signIn('/', 'demo', { maxIdleMinutes: 5 });
    await signIn('/', 'demo', { maxIdleMinutes: 50 });
    clock.nowMs += 10 * minute;

    expect(await sessions.ofUser('/', 'demo')).toHaveLength(1);
  });
});
