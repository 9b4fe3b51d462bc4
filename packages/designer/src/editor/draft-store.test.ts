import type { OpenDBCallbacks } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { DraftStore } from './draft-store.ts';

// No browser loses its connection when a test wants it to.
const openDB = vi.hoisted(() => vi.fn<(...args: [string, number, OpenDBCallbacks<unknown>]) => unknown>());
vi.mock('idb', () => ({ openDB }));

let drafts: DraftStore;

beforeEach(async () => {
  openDB.mockReset().mockResolvedValue({ get: async () => undefined });
  vi.resetModules();
  const { draftsOf } = await import('./draft-store.ts');
  drafts = draftsOf('server');
});

test('drafts are read over one connection', async () => {
  await drafts.find('/', 'Login');
  await drafts.find('/', 'Enter');
  expect(openDB).toHaveBeenCalledTimes(1);
});

test('a connection that the browser has closed is opened again', async () => {
  await drafts.find('/', 'Login');
  openDB.mock.lastCall?.[2].terminated?.();
  await drafts.find('/', 'Login');
  expect(openDB).toHaveBeenCalledTimes(2);
});

test('a connection that could not be opened is tried again', async () => {
  openDB.mockRejectedValueOnce(new Error('The disk is full.'));
  await expect(drafts.find('/', 'Login')).rejects.toThrow('The disk is full.');
  await expect(drafts.find('/', 'Login')).resolves.toBeUndefined();
});
