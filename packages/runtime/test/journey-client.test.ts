import {
  type ConfirmationCallback,
  callbackType,
  type DeviceProfileCallback,
  type JourneyClient,
  type JourneyLoginSuccess,
  type JourneyResult,
  type JourneyStep,
  journey,
  type NameCallback,
  type PasswordCallback,
  type RequestMiddleware,
} from '@forgerock/journey-client';
import { QRCode } from '@forgerock/journey-client/qr-code';
import { RecoveryCodes } from '@forgerock/journey-client/recovery-codes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningTestService, startService } from './running-service.ts';

let service: RunningTestService;

beforeAll(async () => {
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('localStorage', storage());
  service = await startService();
});
afterAll(() => service.stop());

/** The part of a browser that the client cannot do without. */
function storage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => items.delete(key),
    setItem: (key, value) => items.set(key, value),
  };
}

/** A client; `token` is what a browser's cookie jar would send along. */
function clientFor(realmPath: string, token?: () => string | undefined): Promise<JourneyClient> {
  const wellknown = `${service.address}/am/oauth2${realmPath}/.well-known/openid-configuration`;
  const withCookie: RequestMiddleware = (request, _action, next) => {
    request.headers?.set('cookie', `iPlanetDirectoryPro=${token?.() ?? ''}`);
    next();
  };
  return journey({ config: { serverConfig: { wellknown } }, requestMiddleware: [withCookie] });
}

function step(result: JourneyResult): JourneyStep {
  if ('type' in result && result.type === 'Step') return result;
  throw new Error(`A step is expected, but this came: ${JSON.stringify(result)}`);
}

/** Enters user name and password, and answers the device profile. */
async function signIn(client: JourneyClient): Promise<JourneyStep> {
  const page = step(await client.start({ journey: 'PushLogin' }));
  page.getCallbackOfType<NameCallback>(callbackType.NameCallback).setName('demo');
  page.getCallbackOfType<PasswordCallback>(callbackType.PasswordCallback).setPassword('Ch4ng31t!');
  const profile = step(await client.next(page));
  const collector = profile.getCallbackOfType<DeviceProfileCallback>(callbackType.DeviceProfileCallback);
  collector.setProfile({ identifier: '1-2-3', metadata: {} } as never);
  return step(await client.next(profile));
}

describe.each([
  { realm: '/', realmPath: '/realms/root' },
  { realm: '/alpha', realmPath: '/realms/root/realms/alpha' },
])('PushLogin in realm $realm, driven by @forgerock/journey-client', ({ realm, realmPath }) => {
  it('registers a phone, signs in by push and ends the session', async () => {
    let token: string | undefined;
    const client = await clientFor(realmPath, () => token);
    const phone = service.phone();
    const asked = await signIn(client);
    asked.getCallbackOfType<ConfirmationCallback>(callbackType.ConfirmationCallback).setOptionIndex(0);
    const qr = step(await client.next(asked));
    expect(QRCode.isQRCodeStep(qr)).toBe(true);
    expect(await phone.scan(QRCode.getQRCodeData(qr).uri)).toMatchObject({ status: 'added' });
    const codes = step(await client.next(qr));
    expect(RecoveryCodes.isDisplayStep(codes)).toBe(true);
    expect(RecoveryCodes.getCodes(codes)).toHaveLength(10);
    const waiting = step(await client.next(codes));
    await phone.approve(await phone.newestPush());
    service.clock.advance(5_001);
    const success = await client.next(waiting);
    expect(success).toMatchObject({ type: 'LoginSuccess', payload: { realm } });
    token = (success as JourneyLoginSuccess).getSessionToken();
    expect(await sessionOf(token)).toMatchObject({ username: 'demo', realm });
    expect(await client.terminate()).toBeUndefined();
    expect(await sessionOf(token)).toEqual({ valid: false });
  });

  it('is told when the password is wrong', async () => {
    const client = await clientFor(realmPath);
    const page = step(await client.start({ journey: 'PushLogin' }));
    page.getCallbackOfType<NameCallback>(callbackType.NameCallback).setName('demo');
    page.getCallbackOfType<PasswordCallback>(callbackType.PasswordCallback).setPassword('wrong');
    expect(await client.next(page)).toMatchObject({ type: 'LoginFailure' });
  });
});

async function sessionOf(tokenId: string | undefined): Promise<unknown> {
  const response = await fetch(`${service.address}/am/json/realms/root/sessions?_action=getSessionInfo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-api-version': 'resource=4.0' },
    body: JSON.stringify({ tokenId }),
  });
  return response.json();
}

it('refuses a journey that there is not', async () => {
  const client = await clientFor('/realms/root');
  expect(await client.start({ journey: 'Nowhere' })).toMatchObject({ type: 'LoginFailure' });
});
