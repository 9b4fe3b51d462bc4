import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { journeyExport } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { journeyPath, login, question, startOf, type TestRealm, testRealm } from '../test-realm.builder.ts';

/** What the file system keeps from us: the ends of paths. Who runs the tests may be allowed to read everything. */
const kept = vi.hoisted(() => ({ back: [] as string[] }));

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  const guarded =
    (read: (path: string, ...rest: readonly unknown[]) => Promise<unknown>) =>
    async (path: string, ...rest: readonly unknown[]): Promise<unknown> => {
      if (kept.back.some((end) => path.endsWith(end)))
        throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      return read(path, ...rest);
    };
  return {
    ...actual,
    readFile: guarded(actual.readFile as never),
    readdir: guarded(actual.readdir as never),
  };
});

afterEach(() => {
  kept.back = [];
});

async function faultsOf(service: TestRealm) {
  const { body } = await service.call('health/ready', { method: 'GET' });
  return body.faults;
}

async function statusOf(service: TestRealm, realm: string): Promise<number> {
  return (await service.call(`realms/${realm}/authenticate`)).status;
}

const denied = (file: string) => ({
  severity: 'error',
  file,
  line: 1,
  reason: 'It cannot be read (EACCES); something that the service may read is expected.',
});

const layoutFile = 'Login/Login.layout.json';

test('a layout that may not be read keeps neither the service from starting nor its journey from running', async () => {
  kept.back = [layoutFile];
  const service = await testRealm();
  expect(await statusOf(service, 'root')).toBe(200);
  expect(await faultsOf(service)).toEqual([denied(layoutFile)]);
  expect(service.logged).toContainEqual(
    expect.objectContaining({ ...denied(layoutFile), msg: 'file is broken' }),
  );
});

test('a journey whose file may not be read any more runs on as it was, and others follow their files', async () => {
  const service = await testRealm();
  kept.back = [journeyPath(login)];
  await service.write(journeyPath(question), journeyExport(question));
  expect(await statusOf(service, 'root')).toBe(200);
  expect((await service.call(startOf('Question'))).status).toBe(200);
  expect(await faultsOf(service)).toEqual([denied(journeyPath(login))]);
  kept.back = [];
  await service.realms.reload();
  expect(await faultsOf(service)).toEqual([]);
});

test('a folder where a file is expected is told, and the rest is served', async () => {
  const service = await testRealm();
  await mkdir(join(service.folder, 'Bad/Bad.journey.json'), { recursive: true });
  await service.write(journeyPath(question), journeyExport(question));
  expect((await service.call(startOf('Question'))).status).toBe(200);
  expect((await service.call(startOf('Bad'))).status).toBe(500);
  expect(await faultsOf(service)).toEqual([
    {
      severity: 'error',
      file: 'Bad/Bad.journey.json',
      line: 1,
      reason: 'A folder has this name; a file is expected.',
    },
  ]);
});

test('settings that may not be read stay as they were; a realm that never had any is not served', async () => {
  const service = await testRealm();
  const before = service.realms.find('/')?.configuration;
  kept.back = ['realm.json'];
  await service.write('realms/alpha/realm.json', {});
  expect(service.realms.find('/')?.configuration).toBe(before);
  expect(await statusOf(service, 'alpha')).toBe(404);
  expect(await faultsOf(service)).toEqual([denied('realm.json'), denied('realms/alpha/realm.json')]);
});

test.each(['realms/alpha', 'realms'])(
  'the realms in a folder %s that may not be read any more stay as they were',
  async (folder) => {
    const service = await testRealm({ realms: { alpha: {}, 'alpha/realms/beta': {} } });
    kept.back = [`/${folder}`];
    await service.write(journeyPath(question), journeyExport(question));
    expect((await service.call(startOf('Question'))).status).toBe(200);
    expect(await statusOf(service, 'alpha')).toBe(200);
    expect(await statusOf(service, 'alpha/realms/beta')).toBe(200);
    expect(await faultsOf(service)).toEqual([denied(folder)]);
    kept.back = [];
    await service.remove('realms/alpha');
    expect(await statusOf(service, 'alpha')).toBe(404);
  },
);

test('a folder of journeys that may not be read is refused', async () => {
  const { folder } = await testRealm();
  kept.back = [folder];
  await expect(testRealm({ settings: { journeysFolder: folder } })).rejects.toThrow(
    `JOURNEYMAN_JOURNEYS is "${folder}"; a folder of journeys is expected.`,
  );
});
