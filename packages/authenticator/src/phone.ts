import { accountFor, addedBy, isTaken } from './accounts.ts';
import { type AnswerResult, approving, type Decide, denying, prepareAnswer } from './answer.ts';
import type { Refusal } from './app-generations.ts';
import type { DeviceDescription } from './app-requests.ts';
import { drawCode, type OathCode } from './oath-code.ts';
import { withAccount, withAnswered, withNotification, withoutAccount } from './phone-memory.ts';
import type { Account, PhoneState, Platform, PushMechanism, PushNotification } from './phone-state.ts';
import { type DropReason, type PushMessage, readPushMessage } from './push-message.ts';
import { createPushToken, createUuid, type Random } from './push-token.ts';
import { type RefreshResult, refreshAll } from './refresh.ts';
import { register } from './register.ts';
import { type RegistrationCode, readRegistrationUri } from './registration-uri.ts';
import { type PhoneFetch, type RequestFailure, sendBy } from './sending.ts';
import { takingTurns } from './taking-turns.ts';
import type { CodeFault } from './uri-parts.ts';

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

/** The authenticator app on one phone. Expected failures are results; nothing rejects. */
export interface Phone {
  /** All that the phone remembers, to be saved as JSON. */
  state(): PhoneState;
  /** Reads a registration code and registers with the server it names, one code after another. */
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
export function createPhone({
  fetch,
  clock,
  random,
  platform,
  deviceName,
  state: saved,
}: PhoneOptions): Phone {
  let state: PhoneState = saved ?? {
    pushToken: createPushToken(platform, random),
    accounts: [],
    notifications: [],
  };
  const inTurn = takingTurns();

  const device = (): DeviceDescription => ({ platform, deviceName, pushToken: state.pushToken });
  const send = sendBy(fetch);

  async function add(code: RegistrationCode, refusals: readonly Refusal[]): Promise<ScanResult> {
    const existing = accountFor(code, state.accounts);
    if (existing !== undefined && isTaken(existing, code)) {
      return { status: 'already added', account: existing };
    }
    let push: PushMechanism | undefined;
    if (code.scheme !== 'otpauth') {
      const registration = await register(code, device(), random, send);
      if (registration.status !== 'registered') {
        return registration;
      }
      push = registration.push;
    }
    // Looked up again: while the server was asked, it may have made one-time passwords or been removed.
    const base = accountFor(code, state.accounts) ?? { id: createUuid(random), addedAtMs: clock.now() };
    const account: Account = { ...base, ...addedBy(code, push) };
    state = withAccount(state, account);
    return { status: 'added', account, refusals };
  }

  async function answer(messageId: string, decide: Decide): Promise<AnswerResult> {
    const prepared = prepareAnswer(state, platform, messageId, decide);
    if (prepared.status !== 'prepared') {
      return prepared;
    }
    const { request, notification, statusAfter } = prepared;
    const sent = await send(request);
    if (sent.status !== 'done') {
      return sent;
    }
    const answered = { ...notification, status: statusAfter, answeredAtMs: clock.now() };
    state = withAnswered(state, answered);
    return { status: 'answered', notification: answered };
  }

  return {
    state: () => state,
    async scan(uri) {
      const reading = readRegistrationUri(uri);
      return reading.status === 'wrong'
        ? { ...reading, status: 'wrong code' }
        : inTurn(() => add(reading.code, reading.refusals));
    },
    receive(message) {
      const stored = state.notifications.find(({ messageId }) => messageId === message.messageId);
      if (stored !== undefined) {
        return { status: 'duplicate', notification: stored };
      }
      const reading = readPushMessage(message, state.accounts, platform, clock.now());
      if (reading.status === 'dropped') {
        return reading;
      }
      const { notification, account, userId } = reading;
      if (userId !== undefined && account.push !== undefined && account.push.userId === undefined) {
        state = withAccount(state, { ...account, push: { ...account.push, userId } });
      }
      state = withNotification(state, notification);
      return { status: 'received', notification };
    },
    approve: (messageId, number) => answer(messageId, approving(number, clock.now())),
    deny: (messageId) => answer(messageId, denying),
    refreshToken(pushToken) {
      state = { ...state, pushToken };
      // A registration that is under way has told the old token.
      return inTurn(() => refreshAll(state.accounts, device(), send));
    },
    removeAccount(accountId) {
      state = withoutAccount(state, accountId);
    },
    oathCode(accountId) {
      const account = state.accounts.find(({ id }) => id === accountId);
      const drawn = account?.oath && drawCode(account.oath, platform, clock.now());
      if (!drawn) {
        return null;
      }
      if (drawn.code.type === 'hotp') {
        state = withAccount(state, { ...account, oath: drawn.after });
      }
      return drawn.code;
    },
  };
}
