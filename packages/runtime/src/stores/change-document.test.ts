import { expect, it } from 'vitest';
import { changeDocument } from './change-document.ts';
import { createMemoryStores } from './memory.ts';

const { devices: store } = createMemoryStores();

it('loses no change of many at once', async () => {
  await Promise.all(
    Array.from({ length: 40 }, () =>
      changeDocument(store, 'count', (current) => ({
        value: String(Number(current?.value ?? 0) + 1),
        result: true,
      })),
    ),
  );
  expect(await store.get('count')).toMatchObject({ value: '40', version: 40 });
});

it('writes nothing when the change says so', async () => {
  expect(await changeDocument(store, 'nothing', () => null)).toBeNull();
  expect(await store.get('nothing')).toBeNull();
});

it('gives up when others are first time after time', async () => {
  const busy = { ...store, put: async () => false };
  await expect(changeDocument(busy, 'count', () => ({ value: '1', result: true }))).rejects.toThrow(
    'attempts',
  );
});
