import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore, Stores } from './document-store.ts';

/** The time as a test moves it. */
export interface TestClock {
  nowMs: number;
  now(): number;
}

/** A clock that stands still at noon of the first day of 2026 until a test moves it. */
export function createTestClock(): TestClock {
  return {
    nowMs: Date.UTC(2026, 0, 1, 12),
    now() {
      return this.nowMs;
    },
  };
}

/** What every adapter of the stores keeps to. `open` gives empty stores that take the time from the clock. */
export function documentStoreContract(name: string, open: (clock: TestClock) => Promise<Stores>): void {
  describe(name, () => {
    let clock: TestClock;
    let stores: Stores;
    let store: DocumentStore;

    beforeEach(async () => {
      clock = createTestClock();
      stores = await open(clock);
      store = stores.sessions;
    });
    afterEach(() => stores.close());

    describe('reading and writing', () => {
      it('finds nothing under a key that was never written', async () => {
        expect(await store.get('a')).toBeNull();
      });

      it('gives back what was written, as version 1', async () => {
        expect(await store.put('a', '{"n":1}', { expected: 0 })).toBe(true);
        expect(await store.get('a')).toEqual({ key: 'a', value: '{"n":1}', version: 1 });
      });

      it('counts each write', async () => {
        await store.put('a', '1', { expected: 0 });
        await store.put('a', '2', { expected: 1 });
        await store.put('a', '3', { expected: 2 });
        expect(await store.get('a')).toEqual({ key: 'a', value: '3', version: 3 });
      });

      it('keeps collections apart', async () => {
        await store.put('a', 'session', { expected: 0 });
        const others = [stores.users, stores.devices, stores.executions, stores.pushMessages];
        for (const other of others) {
          expect(await other.get('a')).toBeNull();
          expect(await other.put('a', 'other', { expected: 0 })).toBe(true);
        }
        expect(await store.get('a')).toMatchObject({ value: 'session' });
      });

      it('tells keys apart by case, by white space and by what follows a NUL', async () => {
        const keys = [
          'a',
          'A',
          'a ',
          ' a',
          '/\u0000demo',
          '/\u0000Demo',
          '/\u0000',
          '/',
          'é',
          'e\u0301',
          '😀',
          '日本',
        ];
        for (const key of keys) expect(await store.put(key, `of ${key}`, { expected: 0 })).toBe(true);
        for (const key of keys) expect(await store.get(key)).toEqual({ key, value: `of ${key}`, version: 1 });
      });

      it.each([
        ['nothing', ''],
        ['text of many scripts', JSON.stringify('Grüße 日本語 🔐 \u2028 \\ " \' ; --')],
        ['a NUL', 'before\u0000after'],
        ['200 KB', JSON.stringify('é😀'.repeat(40_000))],
      ])('keeps a value of %s', async (_, value) => {
        await store.put('a', value, { expected: 0, owner: 'o' });
        expect((await store.get('a'))?.value).toBe(value);
        expect((await store.list('o'))[0]?.value).toBe(value);
      });
    });

    describe('versions', () => {
      it('refuses a first write where there is a document', async () => {
        await store.put('a', '1', { expected: 0 });
        expect(await store.put('a', '2', { expected: 0 })).toBe(false);
        expect(await store.get('a')).toMatchObject({ value: '1', version: 1 });
      });

      it.each([2, 4])(
        'refuses a write that expects version %i of a document at version 3',
        async (expected) => {
          for (const version of [0, 1, 2]) await store.put('a', 'kept', { expected: version });
          expect(await store.put('a', 'late', { expected })).toBe(false);
          expect(await store.get('a')).toMatchObject({ value: 'kept', version: 3 });
        },
      );

      it('refuses a later write where there is none', async () => {
        expect(await store.put('a', '1', { expected: 1 })).toBe(false);
        expect(await store.get('a')).toBeNull();
      });

      it('lets one of many first writers win', async () => {
        const won = await Promise.all(
          Array.from({ length: 20 }, (_, writer) => store.put('a', `${writer}`, { expected: 0 })),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.get('a')).toMatchObject({ value: `${won.indexOf(true)}`, version: 1 });
      });

      it('lets one of many later writers win', async () => {
        await store.put('a', 'before', { expected: 0 });
        const won = await Promise.all(
          Array.from({ length: 20 }, (_, writer) => store.put('a', `${writer}`, { expected: 1 })),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.get('a')).toMatchObject({ value: `${won.indexOf(true)}`, version: 2 });
      });

      it('loses no change of writers that read again when they are late', async () => {
        await store.put('a', '0', { expected: 0 });
        const addOne = async (): Promise<void> => {
          const read = await store.get('a');
          if (read === null) throw new Error('The document has gone.');
          const written = await store.put('a', `${Number(read.value) + 1}`, { expected: read.version });
          if (!written) await addOne();
        };
        await Promise.all(Array.from({ length: 12 }, addOne));
        expect(await store.get('a')).toEqual({ key: 'a', value: '12', version: 13 });
      });
    });

    describe('deleting', () => {
      it('takes a document away once', async () => {
        await store.put('a', '1', { expected: 0, owner: 'o' });
        expect(await store.delete('a')).toBe(true);
        expect(await store.delete('a')).toBe(false);
        expect(await store.get('a')).toBeNull();
        expect(await store.list('o')).toEqual([]);
      });

      it('lets one of many deleters have it', async () => {
        await store.put('a', '1', { expected: 0 });
        const had = await Promise.all(Array.from({ length: 20 }, () => store.delete('a')));
        expect(had.filter(Boolean)).toHaveLength(1);
      });

      it('refuses a write on what has been deleted, and starts anew at version 1', async () => {
        await store.put('a', '1', { expected: 0 });
        await store.delete('a');
        expect(await store.put('a', '2', { expected: 1 })).toBe(false);
        expect(await store.put('a', '3', { expected: 0 })).toBe(true);
        expect(await store.get('a')).toMatchObject({ value: '3', version: 1 });
      });
    });

    describe('expiry', () => {
      it('keeps a document until the moment it expires', async () => {
        await store.put('a', '1', { expected: 0, expiresAtMs: clock.nowMs + 1000, owner: 'o' });
        clock.nowMs += 999;
        expect(await store.get('a')).toMatchObject({ value: '1' });
        expect(await store.list('o')).toHaveLength(1);
        clock.nowMs += 1;
        expect(await store.list('o')).toEqual([]);
        expect(await store.get('a')).toBeNull();
      });

      it('treats an expired document as none when writing and deleting', async () => {
        for (const key of ['a', 'b', 'c']) {
          await store.put(key, 'old', { expected: 0, expiresAtMs: clock.nowMs + 1000, owner: 'o' });
        }
        clock.nowMs += 1000;
        expect(await store.put('a', 'late', { expected: 1 })).toBe(false);
        expect(await store.delete('b')).toBe(false);
        expect(await store.put('c', 'new', { expected: 0 })).toBe(true);
        expect(await store.get('a')).toBeNull();
        expect(await store.get('c')).toMatchObject({ value: 'new', version: 1 });
      });

      it('takes the expiry from the last write', async () => {
        await store.put('a', '1', { expected: 0, expiresAtMs: clock.nowMs + 1000 });
        await store.put('b', '1', { expected: 0, expiresAtMs: clock.nowMs + 1000 });
        await store.put('a', '2', { expected: 1, expiresAtMs: clock.nowMs + 5000 });
        await store.put('b', '2', { expected: 1 });
        clock.nowMs += 4000;
        expect(await store.get('a')).toMatchObject({ version: 2 });
        clock.nowMs += 4000;
        expect(await store.get('a')).toBeNull();
        expect(await store.get('b')).toMatchObject({ version: 2 });
      });
    });

    describe('owners', () => {
      it('lists the documents of an owner by key', async () => {
        for (const key of ['b', 'é', '\uffee', '😀', 'a', 'B']) {
          await store.put(key, `of ${key}`, { expected: 0, owner: 'o' });
        }
        await store.put('c', 'of another', { expected: 0, owner: 'p' });
        await store.put('d', 'of nobody', { expected: 0 });
        const listed = await store.list('o');
        expect(listed.map(({ key }) => key)).toEqual(['B', 'a', 'b', 'é', '\uffee', '😀']);
        expect(listed[1]).toEqual({ key: 'a', value: 'of a', version: 1 });
      });

      it('tells owners apart by case and by what follows a NUL', async () => {
        await store.put('a', '1', { expected: 0, owner: '/\u0000demo' });
        for (const owner of ['/\u0000Demo', '/\u0000', '/', '']) expect(await store.list(owner)).toEqual([]);
        expect(await store.list('/\u0000demo')).toHaveLength(1);
      });

      it('takes the owner from the last write', async () => {
        await store.put('a', '1', { expected: 0, owner: 'o' });
        await store.put('a', '2', { expected: 1, owner: 'p' });
        expect(await store.list('o')).toEqual([]);
        expect(await store.list('p')).toEqual([{ key: 'a', value: '2', version: 2 }]);
        await store.put('a', '3', { expected: 2 });
        expect(await store.list('p')).toEqual([]);
      });
    });
  });
}
