import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPhone, type Phone, type Platform } from '@journeyman/authenticator';
import { readSettings, serve } from '@journeyman/runtime';

/** The service that tests of real clients call: listening, with the sample realm, a fresh store and a clock that can be moved. */
export interface RunningTestService {
  readonly address: string;
  readonly administratorPassword: string;
  readonly clock: { now(): number; advance(ms: number): void };
  /** A phone that registers and answers over HTTP. */
  phone(platform?: Platform): TestPhone;
  stop(): Promise<void>;
}

/** A phone with the push messages that wait for it at the local delivery. */
export interface TestPhone extends Phone {
  /** Takes what has arrived, and gives the message id of the newest push that waits for an answer. */
  newestPush(): Promise<string>;
  /** Switches notifications on or off, as in the phone's settings. */
  setNotifications(enabled: boolean): Promise<void>;
}

/** The repository's journeys. */
export const sampleRealm = fileURLToPath(new URL('../../../journeys', import.meta.url));

/** Starts a service on a free port. */
export async function startService(
  environment: Readonly<Record<string, string>> = {},
  pagesFolder = 'none',
): Promise<RunningTestService> {
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-'));
  const administratorPassword = randomBytes(12).toString('base64url');
  let offset = 0;
  const clock = {
    now: () => Date.now() + offset,
    advance: (ms: number) => {
      offset += ms;
    },
  };
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'silent',
    JOURNEYMAN_DATA: folder,
    JOURNEYMAN_JOURNEYS: sampleRealm,
    JOURNEYMAN_ADMIN_PASSWORD: administratorPassword,
    ...environment,
  });
  const service = await serve(settings, { isDemo: true, pagesFolder, version: '0.0.0', clock });
  return {
    address: service.address,
    administratorPassword,
    clock,
    phone: (platform = 'android') => testPhone(service.address, clock, platform),
    async stop() {
      await service.close();
      await rm(folder, { recursive: true });
    },
  };
}

function testPhone(address: string, clock: { now(): number }, platform: Platform): TestPhone {
  const phone = createPhone({
    fetch,
    clock,
    random: { bytes: (count) => randomBytes(count) },
    platform,
    deviceName: 'Test phone',
  });
  const authorization = () => ({ authorization: `Bearer ${phone.state().pushToken}` });
  return {
    ...phone,
    async newestPush() {
      const response = await fetch(`${address}/phone/messages`, { headers: authorization() });
      const { messages } = (await response.json()) as { messages: { messageId: string; message: string }[] };
      for (const { messageId, message } of messages) phone.receive({ messageId, jwt: message });
      const newest = phone.state().notifications.find(({ status }) => status === 'pending');
      if (newest === undefined) throw new Error('No push is waiting for an answer.');
      return newest.messageId;
    },
    async setNotifications(enabled) {
      await fetch(`${address}/phone/endpoint`, {
        method: 'POST',
        headers: { ...authorization(), 'content-type': 'application/json' },
        body: JSON.stringify({ enabled }),
      });
    },
  };
}
