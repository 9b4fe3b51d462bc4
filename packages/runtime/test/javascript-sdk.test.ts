import {
  CallbackType,
  Config,
  type ConfirmationCallback,
  type DeviceProfileCallback,
  FRAuth,
  FRLoginFailure,
  FRLoginSuccess,
  FRQRCode,
  FRRecoveryCodes,
  FRStep,
  type HiddenValueCallback,
  type NameCallback,
  type PasswordCallback,
  type PollingWaitCallback,
  SessionManager,
  type TextOutputCallback,
} from '@forgerock/javascript-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningTestService, startService, type TestPhone } from './running-service.ts';

/** What the SDK answers with at each request. */
type Answer = FRStep | FRLoginSuccess | FRLoginFailure;

/** The options of MFA Registration Options, in their order. */
const options = { register: 0, getApp: 1, skip: 2, optOut: 3 } as const;

let service: RunningTestService;
let phone: TestPhone;

beforeAll(async () => {
  service = await startService();
  phone = service.phone();
});
afterAll(() => service.stop());

function configure(tree: string, realmPath = 'root'): void {
  Config.set({ serverConfig: { baseUrl: `${service.address}/am`, timeout: 5000 }, realmPath, tree });
}

function step(answer: Answer): FRStep {
  if (answer instanceof FRStep) return answer;
  throw new Error(`A step is expected, but the journey ended: ${JSON.stringify(answer.payload)}`);
}

async function next(from: FRStep): Promise<Answer> {
  return (await FRAuth.next(from)) as Answer;
}

/** Enters user name and password, and answers the device profile. */
async function signIn(username = 'demo', password = 'Ch4ng31t!'): Promise<Answer> {
  const first = step((await FRAuth.next()) as Answer);
  first.getCallbackOfType<NameCallback>(CallbackType.NameCallback).setName(username);
  first.getCallbackOfType<PasswordCallback>(CallbackType.PasswordCallback).setPassword(password);
  const second = await next(first);
  if (!(second instanceof FRStep)) return second;
  const profile = second.getCallbackOfType<DeviceProfileCallback>(CallbackType.DeviceProfileCallback);
  profile.setProfile({ identifier: '1-2-3', metadata: { platform: { deviceName: 'Test' } } } as never);
  return next(second);
}

function choose(from: FRStep, index: number): Promise<Answer> {
  from.getCallbackOfType<ConfirmationCallback>(CallbackType.ConfirmationCallback).setInputValue(index);
  return next(from);
}

/** Registers the phone from the options step, and gives the recovery codes. */
async function register(from: FRStep): Promise<{ codes: readonly string[]; next: Answer }> {
  const qr = step(await choose(from, options.register));
  expect(FRQRCode.isQRCodeStep(qr)).toBe(true);
  const { uri, use, message } = FRQRCode.getQRCodeData(qr);
  expect(use).toBe('push');
  expect(message).toContain('Scan the QR code image below');
  expect(await phone.scan(uri)).toMatchObject({ status: 'added' });
  const shown = step(await next(qr));
  expect(FRRecoveryCodes.isDisplayStep(shown)).toBe(true);
  expect(FRRecoveryCodes.getDeviceName(shown)).toBe('Push Device');
  return { codes: FRRecoveryCodes.getCodes(shown), next: await next(shown) };
}

/** Lets Push Wait's time pass, and asks again. */
function waitAndPoll(waiting: FRStep): Promise<Answer> {
  const wait = waiting.getCallbackOfType<PollingWaitCallback>(CallbackType.PollingWaitCallback);
  expect(wait.getWaitTime()).toBe(5000);
  service.clock.advance(5_001);
  return next(waiting);
}

describe('PushLogin, driven by @forgerock/javascript-sdk', () => {
  let recoveryCodes: readonly string[];

  it('refuses a wrong password', async () => {
    configure('PushLogin');
    const failure = await signIn('demo', 'wrong');
    expect(failure).toBeInstanceOf(FRLoginFailure);
    expect((failure as FRLoginFailure).getCode()).toBe(401);
    expect((failure as FRLoginFailure).getMessage()).toBe('Login failure');
  });

  it('offers to register, to get the app, to skip and to opt out', async () => {
    const asked = step(await signIn());
    const confirmation = asked.getCallbackOfType<ConfirmationCallback>(CallbackType.ConfirmationCallback);
    expect(confirmation.getOptions()).toEqual([
      'Register Device',
      'Get the App',
      'Skip this step',
      'Opt-out',
    ]);
  });

  it('shows where to get the app, and comes back', async () => {
    const app = step(await choose(step(await signIn()), options.getApp));
    const script = app.getCallbackOfType<TextOutputCallback>(CallbackType.TextOutputCallback);
    expect(script.getMessageType()).toBe('4');
    expect(script.getMessage()).toContain('apps.apple.com');
    const asked = step(await choose(app, 0));
    expect(asked.getCallbacksOfType(CallbackType.ConfirmationCallback)).toHaveLength(1);
  });

  it('lets a user skip, this once', async () => {
    const success = await choose(step(await signIn()), options.skip);
    expect(success).toBeInstanceOf(FRLoginSuccess);
    step(await signIn());
  });

  it('registers a phone, shows ten recovery codes and sends the first push', async () => {
    const { codes, next: waiting } = await register(step(await signIn()));
    recoveryCodes = codes;
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^[0-9A-Za-z]{10}$/.test(code))).toBe(true);
    const messageId = await phone.newestPush();
    expect(phone.state().notifications[0]?.message).toBe('Login attempt from demo at Journeyman');
    await phone.approve(messageId);
    const success = await waitAndPoll(step(waiting));
    expect(success).toBeInstanceOf(FRLoginSuccess);
    expect((success as FRLoginSuccess).getSessionToken()).toBeTruthy();
    expect((success as FRLoginSuccess).getRealm()).toBe('/');
  });

  it('keeps waiting until the phone answers', async () => {
    const first = step(await signIn());
    const again = step(await waitAndPoll(first));
    expect(again.getCallbacksOfType(CallbackType.PollingWaitCallback)).toHaveLength(1);
    await phone.approve(await phone.newestPush());
    expect(await waitAndPoll(again)).toBeInstanceOf(FRLoginSuccess);
  });

  it('fails when the phone denies', async () => {
    const waiting = step(await signIn());
    await phone.deny(await phone.newestPush());
    expect(await waitAndPoll(waiting)).toBeInstanceOf(FRLoginFailure);
  });

  it('sends again when the push has expired', async () => {
    const waiting = step(await signIn());
    const expired = await phone.newestPush();
    service.clock.advance(121_000);
    const resent = step(await next(waiting));
    const fresh = await phone.newestPush();
    expect(fresh).not.toBe(expired);
    expect(await phone.approve(expired)).toMatchObject({ status: expect.not.stringMatching(/^answered$/) });
    await phone.approve(fresh);
    expect(await waitAndPoll(resent)).toBeInstanceOf(FRLoginSuccess);
  });

  it('takes a recovery code once', async () => {
    const [code = ''] = recoveryCodes;
    const enter = async (text: string) => {
      const asked = step(await choose(step(await signIn()), 0));
      asked.getCallbackOfType<NameCallback>(CallbackType.NameCallback).setName(text);
      return next(asked);
    };
    expect(await enter(code)).toBeInstanceOf(FRLoginSuccess);
    expect(await enter(code)).toBeInstanceOf(FRStep);
  });

  it('gives up after three more wrong recovery codes', async () => {
    let asked = step(await choose(step(await signIn()), 0));
    let answer: Answer = asked;
    for (let tries = 0; answer instanceof FRStep && tries < 10; tries++) {
      asked = answer;
      asked.getCallbackOfType<NameCallback>(CallbackType.NameCallback).setName('0000000000');
      answer = await next(asked);
    }
    expect(answer).toBeInstanceOf(FRLoginFailure);
  });

  it('ends the session when told to', async () => {
    const waiting = step(await signIn());
    await phone.approve(await phone.newestPush());
    const success = (await waitAndPoll(waiting)) as FRLoginSuccess;
    Config.set({
      serverConfig: { baseUrl: `${service.address}/am`, timeout: 5000 },
      realmPath: 'root',
      middleware: [
        (request: { init: RequestInit }, _action: unknown, following: () => void) => {
          (request.init.headers as Headers).set('iPlanetDirectoryPro', success.getSessionToken() ?? '');
          following();
        },
      ],
    });
    const response = await SessionManager.logout();
    expect(await response.json()).toEqual({ result: 'Successfully logged out' });
  });
});

describe('PushNumberLogin', () => {
  /** The number that the browser shows. */
  const shownNumber = (waiting: FRStep) =>
    Number(
      waiting
        .getCallbackOfType<HiddenValueCallback>(CallbackType.HiddenValueCallback)
        .getOutputByName('value', ''),
    );

  async function ask(): Promise<FRStep> {
    configure('PushNumberLogin');
    return step(await signIn());
  }

  it('signs in whoever taps the number that the browser shows', async () => {
    const waiting = await ask();
    const wait = waiting.getCallbackOfType<PollingWaitCallback>(CallbackType.PollingWaitCallback);
    expect(wait.getMessage()).toContain(`[${shownNumber(waiting)}]`);
    const messageId = await phone.newestPush();
    expect(phone.state().notifications[0]?.numbers).toContain(shownNumber(waiting));
    expect(await phone.approve(messageId, shownNumber(waiting))).toMatchObject({ status: 'answered' });
    expect(await waitAndPoll(waiting)).toBeInstanceOf(FRLoginSuccess);
  });

  it('refuses a wrong number, lets the user try again, and denies after the third', async () => {
    const waiting = await ask();
    const messageId = await phone.newestPush();
    const wrong = phone.state().notifications[0]?.numbers.find((number) => number !== shownNumber(waiting));
    for (let tries = 0; tries < 3; tries++) {
      expect(await phone.approve(messageId, wrong)).toMatchObject({ status: 'refused', httpStatus: 400 });
    }
    expect(await phone.approve(messageId, shownNumber(waiting))).toMatchObject({ status: 'refused' });
    expect(await waitAndPoll(waiting)).toBeInstanceOf(FRLoginFailure);
  });
});

describe('opting out', () => {
  it('is remembered, in a sub-realm and with Platform nodes too', async () => {
    configure('PushLogin', 'alpha');
    expect(await choose(step(await signIn()), options.optOut)).toBeInstanceOf(FRLoginSuccess);
    const success = await signIn();
    expect(success).toBeInstanceOf(FRLoginSuccess);
    expect((success as FRLoginSuccess).getRealm()).toBe('/alpha');
  });
});

describe('a phone whose notifications are off', () => {
  it('fails the sign-in until an administrator resets the device and the user registers again', async () => {
    configure('PushLogin');
    await phone.setNotifications(false);
    const failed = await signIn();
    expect(failed).toBeInstanceOf(FRLoginFailure);
    expect((failed as FRLoginFailure).getCode()).toBe(500);
    expect((failed as FRLoginFailure).getMessage()).toBe('Authentication Error!!');

    const devices = `${service.address}/am/json/realms/root/users/demo/devices/2fa/push`;
    const reset = await fetch(`${devices}?_action=reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', iPlanetDirectoryPro: await administratorToken() },
      body: '{}',
    });
    expect(await reset.json()).toEqual({ result: true });

    phone = service.phone('ios');
    const { next: waiting } = await register(step(await signIn()));
    await phone.approve(await phone.newestPush());
    expect(await waitAndPoll(step(waiting))).toBeInstanceOf(FRLoginSuccess);
  });
});

/** As frodo and curl scripts sign in: two headers and no body. */
async function administratorToken(): Promise<string> {
  const response = await fetch(`${service.address}/am/json/realms/root/authenticate`, {
    method: 'POST',
    headers: {
      'x-openam-username': 'amadmin',
      'x-openam-password': service.administratorPassword,
      'accept-api-version': 'resource=2.0, protocol=1.0',
    },
  });
  return ((await response.json()) as { tokenId: string }).tokenId;
}
