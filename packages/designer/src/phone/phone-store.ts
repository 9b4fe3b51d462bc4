import {
  type Account,
  type AnswerResult,
  createPhone,
  createPushToken,
  type OathCode,
  type Phone,
  type PhoneState,
  type Platform,
  type Random,
  type ReceiveResult,
  type ScanResult,
} from '@journeyman/authenticator';
import { fetchMessages, type PageFetch, switchDelivery } from './delivery.ts';
import { createDevice, type Device, readDevice } from './device.ts';
import { accountName, refreshText } from './texts.ts';

/** Where the browser keeps the phone. */
export const storageKey = 'journeyman.phone';

const activityLimit = 30;

/** A line of what the phone did. */
interface Activity {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly text: string;
}

/** What the page shows. */
export interface Snapshot {
  readonly device: Device;
  /** Newest first. */
  readonly activity: readonly Activity[];
  /** The last destructive act, which can be taken back; null: none. */
  readonly undoable: string | null;
}

/** What the store is made of; `storage` is the browser's, or null where it has none. */
export interface PhoneStoreOptions {
  readonly fetch: PageFetch;
  readonly clock: { now(): number };
  readonly random: Random;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** The phone on the page: its state, saved on each change, and what can be done with it and to it. */
export interface PhoneStore {
  snapshot(): Snapshot;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Takes over what another tab has saved. */
  reload(): void;
  /** `replaced`: the phone that has registered is no longer this one. */
  scan(uri: string): Promise<ScanResult | { readonly status: 'replaced' }>;
  /** Fetches the pushes that wait; the ids of those that are new. */
  poll(): Promise<readonly string[]>;
  approve(messageId: string, number?: number): Promise<AnswerResult>;
  deny(messageId: string): Promise<AnswerResult>;
  oathCode(accountId: string): OathCode | null;
  removeAccount(accountId: string): void;
  setOffline(isOffline: boolean): void;
  setNotificationsOff(areOff: boolean): Promise<void>;
  /** The platform gives a new token and the old one dies; the app does not know yet. */
  restoreFromBackup(): Promise<void>;
  /** The app learns its new token and tells every account's server. */
  noticeToken(): Promise<void>;
  /** Replaces the phone by a new one without accounts. */
  reset(platform: Platform): void;
  undo(): void;
}

/** Makes the store, with the phone that the browser has kept or a new Android phone. */
export function createPhoneStore({ fetch, clock, random, storage }: PhoneStoreOptions): PhoneStore {
  const listeners = new Set<() => void>();
  let device = readDevice(readStorage()) ?? createDevice('android', random);
  let phone = makePhone();
  let before: { readonly label: string; restore(now: Device): Device } | null = null;
  let activity: readonly Activity[] = [];
  let nextId = 1;
  let underWay = 0;
  let current: Snapshot = { device, activity, undoable: null };

  function readStorage(): string | null {
    try {
      return storage?.getItem(storageKey) ?? null;
    } catch {
      return null;
    }
  }

  function makePhone(): Phone {
    return createPhone({
      fetch: (url, init) =>
        device.isOffline ? Promise.reject(new TypeError('The phone is offline.')) : fetch(url, init),
      clock,
      random,
      platform: device.platform,
      deviceName: device.name,
      state: device.app,
    });
  }

  function publish(): void {
    current = { device, activity, undoable: before?.label ?? null };
    for (const listener of listeners) listener();
  }

  function change(changes: Partial<Device>): void {
    device = { ...device, app: phone.state(), ...changes };
    try {
      storage?.setItem(storageKey, JSON.stringify(device));
    } catch {
      // A full or forbidden storage: the phone then lasts as long as the page.
    }
    publish();
  }

  function replace(next: Device): void {
    device = next;
    phone = makePhone();
    change({});
  }

  function note(text: string): void {
    activity = [{ id: nextId++, atMs: clock.now(), text }, ...activity].slice(0, activityLimit);
    publish();
  }

  /** Runs what asks a server; until it is settled, no other tab's state replaces the one that it will change. */
  async function ask<T>(request: () => Promise<T>): Promise<T> {
    underWay++;
    try {
      return await request();
    } finally {
      underWay--;
      change({});
    }
  }

  async function deliver(token: string, isOn: boolean): Promise<void> {
    if (!(await switchDelivery(fetch, token, isOn))) {
      note('The server could not be told; it may still send pushes as before.');
    }
  }

  function noteReceived(result: ReceiveResult): void {
    switch (result.status) {
      case 'received':
        note('A push arrived and its signature is valid.');
        break;
      case 'duplicate':
        break;
      case 'dropped':
        note(`A push was dropped: ${result.reason}.`);
        break;
    }
  }

  async function answer(verb: string, send: () => Promise<AnswerResult>): Promise<AnswerResult> {
    const result = await ask(send);
    if (result.status === 'answered') note(`${verb}, and the server took the answer.`);
    if (result.status === 'refused') note(`The server refused the answer with ${result.httpStatus}.`);
    if (result.status === 'unreachable') note('The answer did not reach the server.');
    return result;
  }

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload() {
      const saved = readDevice(readStorage());
      if (saved !== null && underWay === 0) {
        device = saved;
        phone = makePhone();
        publish();
      }
    },
    async scan(uri) {
      const scanning = phone;
      const result = await ask(() => scanning.scan(uri));
      if (result.status === 'added' && phone !== scanning) {
        const name = accountName(result.account);
        note(`The phone that registered ${name} is gone. The server still has it registered.`);
        return { status: 'replaced' };
      }
      if (result.status === 'added') {
        // Taking a reset back would now lose this account.
        before = null;
        note(`Added ${accountName(result.account)}.`);
        if (device.areNotificationsOff && result.account.push) await deliver(device.token, false);
      }
      if (result.status === 'refused') note(`A registration was refused with ${result.httpStatus}.`);
      if (result.status === 'unreachable') note('A registration did not reach the server.');
      return result;
    },
    async poll() {
      const { token } = device;
      if (device.isOffline || device.areNotificationsOff || device.app.accounts.length === 0) return [];
      const messages = await fetchMessages(fetch, token);
      // While the request was under way the phone may have been replaced or switched off.
      if (messages.length === 0 || token !== device.token || device.isOffline) return [];
      const results = messages.map((message) => phone.receive(message));
      // A server may hand a push out until it is answered.
      if (results.every(({ status }) => status === 'duplicate')) return [];
      change({});
      results.forEach(noteReceived);
      return results.flatMap((result) =>
        result.status === 'received' ? [result.notification.messageId] : [],
      );
    },
    approve: (messageId, number) => answer('Approved', () => phone.approve(messageId, number)),
    deny: (messageId) => answer('Denied', () => phone.deny(messageId)),
    oathCode(accountId) {
      const code = phone.oathCode(accountId);
      if (code?.type === 'hotp') change({});
      return code;
    },
    removeAccount(accountId) {
      const account = device.app.accounts.find(({ id }) => id === accountId);
      if (account === undefined) return;
      const { app } = device;
      before = {
        label: `Removed ${accountName(account)}`,
        restore: (now) => ({ ...now, app: withAccount(now.app, app, account) }),
      };
      phone.removeAccount(accountId);
      change({});
      note(`Removed ${accountName(account)}. The server still has this phone registered.`);
    },
    setOffline(isOffline) {
      change({ isOffline });
      note(isOffline ? 'The phone went offline.' : 'The phone is online again.');
    },
    async setNotificationsOff(areOff) {
      change({ areNotificationsOff: areOff });
      note(areOff ? 'Notifications were switched off.' : 'Notifications were switched on.');
      await deliver(device.token, !areOff);
    },
    async restoreFromBackup() {
      const old = device.token;
      change({ token: createPushToken(device.platform, random) });
      note('Restored from a backup: the old token is dead, and the app does not know yet.');
      await deliver(old, false);
    },
    async noticeToken() {
      const results = await ask(() => phone.refreshToken(device.token));
      note(refreshText(results));
    },
    reset(platform) {
      const [earlier, replaced] = [device, phone];
      const restore = () => ({ ...earlier, app: replaced.state() });
      before = earlier.app.accounts.length > 0 ? { label: 'The phone was reset', restore } : null;
      replace(createDevice(platform, random));
      note(`A new ${platform === 'ios' ? 'iPhone' : 'Android phone'}.`);
    },
    undo() {
      if (before === null) return;
      const { restore, label } = before;
      before = null;
      replace(restore(device));
      note(`Taken back: ${label}.`);
    },
  };
}

/** Puts an account of an earlier state back where it was, with its notifications. */
function withAccount(now: PhoneState, earlier: PhoneState, account: Account): PhoneState {
  const index = earlier.accounts.findIndex(({ id }) => id === account.id);
  const notifications = earlier.notifications.filter(({ accountId }) => accountId === account.id);
  return {
    ...now,
    accounts: now.accounts.toSpliced(index, 0, account),
    notifications: [...now.notifications, ...notifications].toSorted((a, b) => b.sentAtMs - a.sentAtMs),
  };
}
