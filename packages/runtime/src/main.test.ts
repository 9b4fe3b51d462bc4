import dns from 'node:dns';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type RunningService, readSettings, SettingError, serve } from './main.ts';

const journeys = fileURLToPath(new URL('../../../journeys', import.meta.url));

async function started(environment: Record<string, string> = {}, isDemo = true): Promise<RunningService> {
  const data = await mkdtemp(join(tmpdir(), 'journeyman-'));
  onTestFinished(() => rm(data, { recursive: true }));
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'silent',
    JOURNEYMAN_DATA: data,
    JOURNEYMAN_JOURNEYS: journeys,
    JOURNEYMAN_ADMIN_PASSWORD: 'administrator',
    ...environment,
  });
  return serve(settings, { isDemo, pagesFolder: journeys, version: '0.1.0' });
}

async function running(environment: Record<string, string> = {}): Promise<RunningService> {
  const service = await started(environment);
  onTestFinished(() => service.close());
  return service;
}

/** Sends a body in pieces, without saying beforehand how long it is. */
function stream(address: string, kilobytes: number): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const sent = request(address, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    for (let index = 0; index < kilobytes; index += 1) sent.write(' '.repeat(1024));
    sent.end('{}');
  });
}

test('listens where it says, and answers', async () => {
  const { address } = await running();
  const response = await fetch(`${address}/am/json/health/ready`);
  expect(await response.json()).toEqual({ status: 'ready', faults: [] });
});

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === '::1');

test.runIf(hasIpv6).each([
  { host: '::1', found: '::1', named: '[::1]' },
  { host: 'localhost', found: '::1', named: 'localhost' },
])('names $host, found at $found, as it stands in an address', async ({ host, found, named }) => {
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((_host: string, ...rest: unknown[]) => {
    (rest.at(-1) as (error: null, address: string, family: number) => void)(null, found, 6);
  }) as typeof dns.lookup);
  onTestFinished(() => lookup.mockRestore());
  const { address } = await running({ HOST: host });
  expect(address.replace(/\d+$/, '')).toBe(`http://${named}:`);
  const { port } = new URL(address);
  expect((await fetch(`http://[::1]:${port}/am/json/health/live`)).status).toBe(200);
});

test.each([
  { kilobytes: 200, status: 200 },
  { kilobytes: 300, status: 413 },
  { kilobytes: 5000, status: 413 },
])('answers a body of $kilobytes KB, sent in pieces, with $status', async ({ kilobytes, status }) => {
  const { address } = await running();
  const answer = await stream(`${address}/am/json/realms/root/authenticate`, kilobytes);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toHaveProperty(status === 200 ? 'authId' : 'message');
});

test('makes a password for the administrator in the demo alone, once', async () => {
  const service = await started({ JOURNEYMAN_ADMIN_PASSWORD: '' });
  onTestFinished(() => service.close());
  expect(service.generatedPassword).toMatch(/^[\w-]{16}$/);
  await expect(started({ JOURNEYMAN_ADMIN_PASSWORD: '' }, false)).rejects.toThrow(
    'JOURNEYMAN_ADMIN_PASSWORD is not set; the password of amadmin is expected.',
  );
});

test('lets go of the port when it cannot start', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  await expect(started({ PORT: String(port), JOURNEYMAN_JOURNEYS: '/nowhere' })).rejects.toThrow(
    'JOURNEYMAN_JOURNEYS',
  );
  expect((await running({ PORT: String(port) })).address).toBe(`http://127.0.0.1:${port}`);
});

test('names the port that is in use', async () => {
  const { port } = new URL((await running()).address);
  await expect(started({ PORT: port })).rejects.toThrow(`PORT ${port} on 127.0.0.1 is in use.`);
});

test('names the folder that audit files cannot be written to', async () => {
  const folder = fileURLToPath(import.meta.url);
  await expect(started({ JOURNEYMAN_AUDIT: `file:${folder}` })).rejects.toThrow(
    `JOURNEYMAN_AUDIT: ${folder} cannot be written (EEXIST); a folder for audit files is expected.`,
  );
});

test('names the folder that data cannot be written to', async () => {
  const folder = fileURLToPath(import.meta.url);
  await expect(started({ JOURNEYMAN_DATA: folder })).rejects.toThrow(
    `JOURNEYMAN_DATA: ${folder} cannot be written (EEXIST); a folder for SQLite files and keys is expected.`,
  );
});

test('names the store that cannot be opened, and the setting that it follows from', async () => {
  const data = await mkdtemp(join(tmpdir(), 'journeyman-'));
  onTestFinished(() => rm(data, { recursive: true }));
  await mkdir(join(data, 'journeyman.db'));
  const starting = started({ JOURNEYMAN_DATA: data });
  await expect(starting).rejects.toThrow(SettingError);
  await expect(starting).rejects.toThrow(
    `JOURNEYMAN_DATA: The store ${join(data, 'journeyman.db')} cannot be opened: EISDIR`,
  );
});

test.each(['nosuch.invalid', '192.0.2.1'])(
  'names the host that is none of this machine: %s',
  async (host) => {
    const starting = started({ HOST: host });
    await expect(starting).rejects.toThrow(SettingError);
    await expect(starting).rejects.toThrow(`HOST is "${host}", which is no address here (`);
  },
);
