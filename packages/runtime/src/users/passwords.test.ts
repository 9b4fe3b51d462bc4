import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords({ concurrency: 2 });

describe('createPasswords', () => {
  it('makes a PHC string of argon2id with at least 19 MiB, 2 passes and 1 lane', async () => {
    const hash = await passwords.hash('Ch4ng31t!');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/-]{22}\$[\w+/-]{43}$/);
    expect(hash).not.toContain('Ch4ng31t');
  });

  it('salts each hash anew', async () => {
    const [one, other] = await Promise.all([passwords.hash('same'), passwords.hash('same')]);
    expect(one).not.toBe(other);
  });

  it('knows the password of a hash from others', async () => {
    const hash = await passwords.hash('Ch4ng31t!');
    expect(await passwords.verify('Ch4ng31t!', hash)).toBe(true);
    for (const wrong of ['ch4ng31t!', 'Ch4ng31t', 'Ch4ng31t! ', '']) {
      expect(await passwords.verify(wrong, hash), wrong).toBe(false);
    }
  });

  it('takes a password for the same however its letters are composed', async () => {
    const hash = await passwords.hash('caf\u00e9 🔐');
    expect(await passwords.verify('cafe\u0301 🔐', hash)).toBe(true);
    expect(await passwords.verify('cafe 🔐', hash)).toBe(false);
  });

  it('checks hashes that other implementations have made, with the cost that they name', async () => {
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await passwords.verify('password', hash)).toBe(true);
    expect(await passwords.verify('Password', hash)).toBe(false);
  });

  it('says no where there is no hash, in as long as with one', async () => {
    const hash = await passwords.hash('Ch4ng31t!');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      known.push(await timeOf(() => passwords.verify('wrong', hash)));
      unknown.push(await timeOf(() => passwords.verify('wrong', undefined)));
    }
    expect(await passwords.verify('wrong', undefined)).toBe(false);
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });

  it('names neither password nor hash when a hash cannot be read', async () => {
    const reading = passwords.verify('my password', '$2b$10$abcdefghijklmnopqrstuv');
    await expect(reading).rejects.toThrow(/^A stored password hash is not an argon2id hash of version 19\.$/);
  });

  it('refuses more than may wait, and works on', async () => {
    const few = createPasswords({ concurrency: 1, queueLimit: 2 });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => few.verify('x', undefined)));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(results[3]).toMatchObject({ reason: { code: 'unavailable' } });
    expect(await few.verify('x', undefined)).toBe(false);
  });
});

async function timeOf(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}
