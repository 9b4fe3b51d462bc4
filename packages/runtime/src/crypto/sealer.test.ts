import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer, deriveKey } from './sealer.ts';

const secret = randomBytes(32);
const sealer = createSealer(secret);

describe('createSealer', () => {
  it.each(['', 'text', '{"secret":"日本 🔐"}', 'x'.repeat(100_000)])('opens what it has sealed', (text) => {
    expect(sealer.open(sealer.seal(text))).toBe(text);
  });

  it('opens what another process with the same secret has sealed', () => {
    expect(createSealer(Buffer.from(secret)).open(sealer.seal('text'))).toBe('text');
  });

  it('seals the same text differently each time, in letters that are safe in URLs', () => {
    const [one, other] = [sealer.seal('text'), sealer.seal('text')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]+$/);
    expect(Buffer.from(one, 'base64url').includes('text')).toBe(false);
  });

  it('refuses what was sealed with another secret', () => {
    expect(() => createSealer(randomBytes(32)).open(sealer.seal('text'))).toThrow();
  });

  it('refuses a text of which any byte was changed', () => {
    const bytes = Buffer.from(sealer.seal('text'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => sealer.open(changed.toString('base64url')), `byte ${at}`).toThrow();
    }
  });

  it('refuses a text that was cut short anywhere', () => {
    const bytes = Buffer.from(sealer.seal('text'), 'base64url');
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => sealer.open(bytes.subarray(0, length).toString('base64url')), `${length} bytes`).toThrow();
    }
  });
});

describe('deriveKey', () => {
  it('gives a key of 32 bytes that depends on the secret and on the purpose alone', () => {
    const key = deriveKey(secret, 'seal');
    expect(key).toHaveLength(32);
    expect(deriveKey(secret, 'seal')).toEqual(key);
    expect(deriveKey(secret, 'sign')).not.toEqual(key);
    expect(deriveKey(randomBytes(32), 'seal')).not.toEqual(key);
  });
});
