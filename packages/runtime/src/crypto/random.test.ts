import { describe, expect, it } from 'vitest';
import { systemRandom } from './random.ts';

describe('systemRandom', () => {
  it('gives standard base64 of as many bytes as asked for, different each time', () => {
    const texts = Array.from({ length: 50 }, () => systemRandom.base64(32));
    for (const text of texts) expect(text).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(new Set(texts).size).toBe(50);
  });

  it('gives integers from the first to the last, each as likely as another', () => {
    const counts = new Map<number, number>();
    for (let n = 0; n < 30_000; n += 1) {
      const integer = systemRandom.integer(10, 12);
      counts.set(integer, (counts.get(integer) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([10, 11, 12]);
    // Ten standard deviations: a fair source does not leave them in the life of the universe.
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(820);
  });

  it('gives the only integer of a range of one', () => {
    expect(systemRandom.integer(7, 7)).toBe(7);
  });

  it('gives version 4 UUIDs', () => {
    expect(systemRandom.uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
