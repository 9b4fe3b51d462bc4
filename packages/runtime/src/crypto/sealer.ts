import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts what is kept at rest and signs what clients carry, with keys derived from the one secret of an installation. */
export interface Sealer {
  /** Encrypts a text; the result is base64url and different each time. */
  seal(text: string): string;
  /** The text that was sealed. Throws if it was sealed with another secret or changed. */
  open(sealed: string): string;
}

/**
 * A key for one purpose, 32 bytes long, derived from the installation's secret (HKDF with SHA-256, RFC 5869).
 * Keys of different purposes tell nothing of each other.
 */
export function deriveKey(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `journeyman ${purpose}`, 32));
}

/** Seals with AES-256-GCM; nonce of 12 random bytes first, tag of 16 bytes last. */
export function createSealer(secret: Uint8Array): Sealer {
  const key = deriveKey(secret, 'seal');
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(-16));
      return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
