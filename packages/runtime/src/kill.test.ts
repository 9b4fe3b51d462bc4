import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createPhone } from '@journeyman/authenticator';
import { afterEach, beforeEach, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const waitSeconds = 1;

let folder: string;
let port: number;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journeyman-'));
  await cp(join(repository, 'journeys'), join(folder, 'journeys'), { recursive: true });
  const file = join(folder, 'journeys/PushLogin/PushLogin.journey.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/"secondsToWait": \d+/, `"secondsToWait": ${waitSeconds}`));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
});

afterEach(async () => {
  await kill();
  await rm(folder, { recursive: true });
});

async function start(): Promise<void> {
  child = spawn(process.execPath, ['packages/cli/src/main.ts', 'serve', '--demo'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      JOURNEYMAN_JOURNEYS: join(folder, 'journeys'),
      JOURNEYMAN_DATA: join(folder, 'data'),
      JOURNEYMAN_ADMIN_PASSWORD: 'administrator',
    },
  });
  if (child.stdout === null) throw new Error('The output of the service is read.');
  for await (const line of createInterface(child.stdout)) if (line.startsWith('listening on ')) return;
  throw new Error('The service has not started.');
}

/** Ends the process as a crash does: it gets no chance to write anything. */
async function kill(): Promise<void> {
  if (child === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  child = undefined;
}

async function crash(): Promise<void> {
  await kill();
  await start();
}

interface Step {
  readonly tokenId?: string;
  readonly message?: string;
  readonly authId?: string;
  readonly callbacks?: readonly {
    readonly type: string;
    readonly output: readonly { readonly name: string; readonly value: unknown }[];
    readonly input?: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}

async function post(address: string, body: object): Promise<Step> {
  const response = await fetch(`http://127.0.0.1:${port}/am/json/realms/root/${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Step;
}

/** Answers a step: the values go to its inputs in order, the other inputs stay as they are. */
function answer(step: Step, ...values: readonly unknown[]): Promise<Step> {
  const left = [...values];
  const callbacks = step.callbacks?.map((callback) => ({
    ...callback,
    input: callback.input?.map((entry) => (left.length > 0 ? { ...entry, value: left.shift() } : entry)),
  }));
  return post('authenticate', { authId: step.authId, callbacks });
}

const shows = (step: Step, type: string) =>
  step.callbacks?.some((callback) => callback.type === type) ?? false;

function output(step: Step, type: string, name: string): string {
  const outputs = step.callbacks?.filter((callback) => callback.type === type).flatMap((each) => each.output);
  return String(outputs?.findLast((each) => each.name === name)?.value);
}

/** As long as the client is to wait, it comes back untouched. */
async function waitOut(step: Step): Promise<Step> {
  let next = step;
  for (let polls = 0; polls < 20 && shows(next, 'PollingWaitCallback'); polls += 1) {
    await sleep(waitSeconds * 1000 + 50);
    next = await answer(next);
  }
  return next;
}

async function passPassword(): Promise<Step> {
  const page = await post('authenticate?authIndexType=service&authIndexValue=PushLogin', {});
  const profile = await answer(page, 'demo', 'Ch4ng31t!');
  return answer(profile, JSON.stringify({ identifier: '1-2-3', metadata: {} }));
}

const cancel = 0;

test('a service that is killed at any moment has lost nothing when it is back', {
  timeout: 60_000,
}, async () => {
  const phone = createPhone({
    fetch,
    clock: { now: Date.now },
    random: { bytes: (count) => randomBytes(count) },
    platform: 'android',
    deviceName: 'Phone',
  });
  await start();

  // Mid-journey: the code to scan is on the screen.
  const registration = await answer(await passPassword(), 0);
  await crash();
  const uri = output(registration, 'HiddenValueCallback', 'value');
  expect(await phone.scan(uri)).toMatchObject({ status: 'added' });

  // The phone has registered, and the journey does not know yet.
  await crash();
  const codesShown = await waitOut(registration);
  const codes = [...output(codesShown, 'TextOutputCallback', 'message').matchAll(/"(\w{10})\\n"/g)].map(
    ([, code]) => code,
  );
  expect(codes).toHaveLength(10);

  // The codes are on the screen, and the device is stored.
  await crash();
  const waiting = await answer(codesShown);
  expect(shows(waiting, 'PollingWaitCallback')).toBe(true);

  // A push waits for the phone, then its answer for the journey.
  await crash();
  const inbox = await fetch(`http://127.0.0.1:${port}/phone/messages`, {
    headers: { authorization: `Bearer ${phone.state().pushToken}` },
  });
  const { messages } = (await inbox.json()) as { messages: { messageId: string; message: string }[] };
  for (const { messageId, message } of messages) phone.receive({ messageId, jwt: message });
  expect(await phone.approve(messages[0]?.messageId ?? '')).toMatchObject({ status: 'answered' });
  await crash();
  const { tokenId } = await waitOut(waiting);
  expect(tokenId).toBeDefined();

  // The session was issued, and a recovery code is used.
  await crash();
  expect(await post('sessions?_action=validate', { tokenId })).toMatchObject({ valid: true, uid: 'demo' });
  const [used, unused] = codes;
  const atCode = await answer(await passPassword(), cancel);
  expect(await answer(atCode, used)).toHaveProperty('tokenId');

  // The code was used: it is so still, and the others are not.
  await crash();
  const again = await answer(await answer(await passPassword(), cancel), used);
  expect(again.tokenId).toBeUndefined();
  expect(await answer(again, unused)).toHaveProperty('tokenId');
});

/** The lines of a file that are whole, as JSON. */
async function linesOf(path: string): Promise<readonly { eventName: string; principal?: string[] }[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as { eventName: string });
}

test('what was recorded more than a second before a service is killed is there when it is back', {
  timeout: 60_000,
}, async () => {
  await start();
  await passPassword();
  await sleep(1500);
  await post('authenticate?authIndexType=service&authIndexValue=PasswordlessPush', {});
  await crash();

  const events = await linesOf(join(folder, 'data/audit/authentication.audit.json'));
  const passes = events.filter(({ eventName }) => eventName === 'AM-NODE-LOGIN-COMPLETED');
  expect(passes.at(-1)).toMatchObject({ principal: ['demo'] });
  const administrator = await fetch(`http://127.0.0.1:${port}/am/json/realms/root/authenticate`, {
    method: 'POST',
    headers: { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' },
  });
  const { tokenId = '' } = (await administrator.json()) as Step;
  const found = await fetch(`http://127.0.0.1:${port}/am/json/realms/root/traces?journey=PushLogin`, {
    headers: { iPlanetDirectoryPro: tokenId },
  });
  expect(await found.json()).toMatchObject({ result: [{ user: 'demo', status: 'waiting' }] });
});
