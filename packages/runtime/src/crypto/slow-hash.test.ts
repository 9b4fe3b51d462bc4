import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSlowHash } from './slow-hash.ts';

const salt = randomBytes(16);

it('gives the same bytes for the same text and salt, and others for others', async () => {
  const hash = createSlowHash();
  const [one, same, otherText, otherSalt] = await Promise.all([
    hash('iZmEtxvQ00', salt),
    hash('iZmEtxvQ00', salt),
    hash('izmEtxvQ00', salt),
    hash('iZmEtxvQ00', randomBytes(16)),
  ]);

  expect(one).toHaveLength(32);
  expect(same).toEqual(one);
  expect(otherText).not.toEqual(one);
  expect(otherSalt).not.toEqual(one);
});

it('turns down whoever comes when too many wait', async () => {
  const hash = createSlowHash(1);
  const results = await Promise.allSettled([hash('a', salt), hash('b', salt), hash('c', salt)]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
});
