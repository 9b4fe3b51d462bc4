import type { Refusal } from './app-generations.ts';
import {
  type AppRequest,
  answerRequest,
  type Decision,
  type DeviceDescription,
  refreshRequest,
  refusalText,
  registrationRequest,
} from './app-requests.ts';
import { decodeBase32 } from './base32.ts';
import { hotp, totp } from './oath.ts';
import type { Account, PhoneState, Platform, PushMechanism, PushNotification } from './phone-state.ts';
import { type DropReason, type PushMessage, readPushMessage } from './push-message.ts';
import { createPushToken, createUuid, type Random } from './push-token.ts';
import { type RegistrationCode, readRegistrationUri } from './registration-uri.ts';
import type { CodeFault } from './uri-parts.ts';

/** How many notifications a phone remembers. */
const notificationLimit = 100;

/** As long as the app waits for an answer. */
const requestTimeoutMs = 30_000;

/** The part of `fetch` that the phone uses; rejects when the server is out of reach. */
export type PhoneFetch = (
  url: string,
  init: {
    readonly method: 'POST';
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** What a phone is made of. A state that was saved brings its accounts, token and notifications back. */
export interface PhoneOptions {
  readonly fetch: PhoneFetch;
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
  readonly random: Random;
  readonly platform: Platform;
  /** Such as `Pixel 7`. */
  readonly deviceName: string;
  readonly state?: PhoneState;
}

/** The request did not do what it was for: the server refused, with a text for the user, or it was out of reach. */
export type RequestFailure =
  | { readonly status: 'refused'; readonly httpStatus: number; readonly message: string }
  /** `server`: where the phone looked for it, such as `https://am.example.com`. */
  | { readonly status: 'unreachable'; readonly server: string };

/** What became of a scanned code. `refusals`: the generations of the app that would not have taken it. */
export type ScanResult =
  | { readonly status: 'added'; readonly account: Account; readonly refusals: readonly Refusal[] }
  | ({ readonly status: 'wrong code' } & CodeFault)
  | { readonly status: 'already added'; readonly account: Account }
  | RequestFailure;

/** What became of a push. */
export type ReceiveResult =
  | { readonly status: 'received' | 'duplicate'; readonly notification: PushNotification }
  | { readonly status: 'dropped'; readonly reason: DropReason };

/** What became of an answer; unless it is `answered`, the notification is as it was. */
export type AnswerResult =
  | { readonly status: 'answered'; readonly notification: PushNotification }
  | { readonly status: 'unknown' }
  | { readonly status: 'answered before'; readonly notification: PushNotification }
  | { readonly status: 'expired' }
  | { readonly status: 'number needed'; readonly numbers: readonly number[] }
  | RequestFailure;

/** What became of telling one account's server the new token; `no address`: its registration address names no action. */
export type RefreshResult = { readonly accountId: string } & (
  | { readonly status: 'refreshed' | 'no address' }
  | RequestFailure
);

/** A one-time password as it is shown; one by time says until when it holds, in milliseconds since the epoch. */
export type OathCode =
  | { readonly type: 'totp'; readonly code: string; readonly validUntilMs: number }
  | { readonly type: 'hotp'; readonly code: string };

/** The authenticator app on one phone. Expected failures are results; nothing rejects. */
export interface Phone {
  /** All that the phone remembers, to be saved as JSON. */
  state(): PhoneState;
  /** Reads a registration code and registers with the server it names. */
  scan(uri: string): Promise<ScanResult>;
  /** Takes a push: checks whom it is for and who signed it, and keeps it once. */
  receive(message: PushMessage): ReceiveResult;
  approve(messageId: string, number?: number): Promise<AnswerResult>;
  deny(messageId: string): Promise<AnswerResult>;
  /** Remembers the platform's new token and tells every account's server, one after another. */
  refreshToken(pushToken: string): Promise<readonly RefreshResult[]>;
  /** Forgets an account and its notifications. The server is not told: the protocol has no message for it. */
  removeAccount(accountId: string): void;
  /** The one-time password for now; one by counter moves the counter on. Null: no such account, or it has none. */
  oathCode(accountId: string): OathCode | null;
}

/** Makes a phone. */
export function createPhone(options: PhoneOptions): Phone {
  const { clock, random, platform, deviceName } = options;
  let state: PhoneState = options.state ?? {
    pushToken: createPushToken(platform, random),
    accounts: [],
    notifications: [],
  };

  const device = (): DeviceDescription => ({ platform, deviceName, pushToken: state.pushToken });
  const notificationOf = (messageId: string) =>
    state.notifications.find((notification) => notification.messageId === messageId);
  const accountOf = (accountId: string) => state.accounts.find((account) => account.id === accountId);

  function putAccount(account: Account): void {
    const others = state.accounts.filter((other) => other.id !== account.id);
    const index = state.accounts.findIndex((other) => other.id === account.id);
    state = { ...state, accounts: others.toSpliced(index < 0 ? others.length : index, 0, account) };
  }

  async function post(request: AppRequest): Promise<{ readonly status: 'done' } | RequestFailure> {
    try {
      const response = await options.fetch(request.url, {
        method: 'POST',
        headers: { ...request.headers },
        body: request.body,
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      const body = await response.text();
      return response.status === 200
        ? { status: 'done' }
        : {
            status: 'refused',
            httpStatus: response.status,
            message: refusalText(response.status, body),
          };
    } catch {
      return { status: 'unreachable', server: new URL(request.url).origin };
    }
  }

  async function scan(uri: string): Promise<ScanResult> {
    const reading = readRegistrationUri(uri);
    if (reading.status === 'wrong') {
      return { status: 'wrong code', part: reading.part, expected: reading.expected };
    }
    const { code, refusals } = reading;
    const existing = state.accounts.find(
      (account) => account.issuer === code.issuer && account.account === code.account,
    );
    if (existing !== undefined && isTaken(existing, code)) {
      return { status: 'already added', account: existing };
    }
    let push: PushMechanism | undefined;
    if (code.scheme !== 'otpauth') {
      const registered = await register(code);
      if (registered.status !== 'registered') {
        return registered;
      }
      push = registered.push;
    }
    const account: Account = {
      ...(existing ?? { id: createUuid(random), addedAtMs: clock.now() }),
      issuer: code.issuer,
      account: code.account,
      ...(code.colour !== undefined && { colour: code.colour }),
      ...(code.image !== undefined && { image: code.image }),
      ...(push !== undefined && { push }),
      ...(code.scheme !== 'pushauth' && { oath: code.oath }),
    };
    putAccount(account);
    return { status: 'added', account, refusals };
  }

  async function register(
    code: Exclude<RegistrationCode, { scheme: 'otpauth' }>,
  ): Promise<
    | { readonly status: 'registered'; readonly push: PushMechanism }
    | Extract<ScanResult, { status: 'wrong code' }>
    | RequestFailure
  > {
    const { messageId, challenge, loadBalancer, profileId: _, ...kept } = code.push;
    if (messageId === undefined || challenge === undefined) {
      const part = messageId === undefined ? 'm' : 'c';
      return { status: 'wrong code', part, expected: 'present' };
    }
    const uuid = createUuid(random);
    const push: PushMechanism = {
      ...kept,
      mechanismUid: platform === 'ios' ? uuid.toUpperCase() : uuid,
    };
    const request = registrationRequest(device(), push, {
      messageId,
      challenge,
      ...(loadBalancer !== undefined && { loadBalancer }),
    });
    if (request === null) {
      return { status: 'wrong code', part: 's', expected: 'base64url' };
    }
    const sent = await post(request);
    return sent.status === 'done' ? { status: 'registered', push } : sent;
  }

  function receive(message: PushMessage): ReceiveResult {
    const stored = notificationOf(message.messageId);
    if (stored !== undefined) {
      return { status: 'duplicate', notification: stored };
    }
    const reading = readPushMessage(message, state.accounts, platform, clock.now());
    if (reading.status === 'dropped') {
      return reading;
    }
    const { notification, account, userId } = reading;
    if (userId !== undefined && account.push !== undefined && account.push.userId === undefined) {
      putAccount({ ...account, push: { ...account.push, userId } });
    }
    state = {
      ...state,
      notifications: [notification, ...state.notifications].slice(0, notificationLimit),
    };
    return { status: 'received', notification };
  }

  async function answer(messageId: string, decision: Decision): Promise<AnswerResult> {
    const notification = notificationOf(messageId);
    const mechanism = notification && accountOf(notification.accountId)?.push;
    const request = mechanism && answerRequest(platform, mechanism, notification, decision);
    if (!request) {
      return { status: 'unknown' };
    }
    if (notification.status !== 'pending') {
      return { status: 'answered before', notification };
    }
    const sent = await post(request);
    if (sent.status !== 'done') {
      return sent;
    }
    const answered: PushNotification = {
      ...notification,
      status: decision.type === 'approve' ? 'approved' : 'denied',
      answeredAtMs: clock.now(),
    };
    state = {
      ...state,
      notifications: state.notifications.map((each) => (each.messageId === messageId ? answered : each)),
    };
    return { status: 'answered', notification: answered };
  }

  return {
    state: () => state,
    scan,
    receive,
    async approve(messageId, number) {
      const notification = notificationOf(messageId);
      if (notification?.status === 'pending') {
        if (clock.now() >= notification.expiresAtMs) {
          return { status: 'expired' };
        }
        if (notification.type === 'challenge' && number === undefined) {
          return { status: 'number needed', numbers: notification.numbers };
        }
      }
      const isAskedForNumber = notification?.type === 'challenge' && number !== undefined;
      return answer(messageId, { type: 'approve', ...(isAskedForNumber && { number }) });
    },
    async deny(messageId) {
      const wasAskedForNumber = notificationOf(messageId)?.type === 'challenge';
      return answer(messageId, { type: 'deny', wasAskedForNumber });
    },
    async refreshToken(pushToken) {
      state = { ...state, pushToken };
      const results: RefreshResult[] = [];
      for (const { id: accountId, push } of state.accounts) {
        if (push !== undefined) {
          const request = refreshRequest(device(), push);
          const sent = request === null ? ({ status: 'no address' } as const) : await post(request);
          results.push({ accountId, ...(sent.status === 'done' ? { status: 'refreshed' } : sent) });
        }
      }
      return results;
    },
    removeAccount(accountId) {
      state = {
        ...state,
        accounts: state.accounts.filter((account) => account.id !== accountId),
        notifications: state.notifications.filter((notification) => notification.accountId !== accountId),
      };
    },
    oathCode(accountId) {
      const account = accountOf(accountId);
      const secret = account?.oath && decodeBase32(account.oath.secret);
      if (!account?.oath || !secret) {
        return null;
      }
      const { oath } = account;
      const parameters = { secret, algorithm: oath.algorithm, digits: oath.digits };
      if (oath.type === 'totp') {
        const now = clock.now();
        const periodMs = oath.periodSeconds * 1000;
        const validUntilMs = (Math.floor(now / periodMs) + 1) * periodMs;
        return { type: 'totp', code: totp(parameters, now, oath.periodSeconds), validUntilMs };
      }
      const next = oath.counter + 1;
      putAccount({ ...account, oath: { ...oath, counter: next } });
      // Android moves the counter before it makes the code, the iPhone after.
      return { type: 'hotp', code: hotp(parameters, platform === 'android' ? next : oath.counter) };
    },
  };
}

// A code for push joins an account that so far only makes one-time passwords, and the other way round.
function isTaken(account: Account, code: RegistrationCode): boolean {
  switch (code.scheme) {
    case 'pushauth':
      return account.push !== undefined;
    case 'mfauth':
      return account.push !== undefined || account.oath !== undefined;
    case 'otpauth':
      return account.oath !== undefined;
  }
}
