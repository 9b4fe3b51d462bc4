const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Reads base32 in either case, padded or not (RFC 4648, section 6); left-over bits are dropped, as the apps do. Null: empty or a foreign character. */
export function decodeBase32(text: string): Uint8Array | null {
  const bare = text.replace(/=+$/, '').toUpperCase();
  if (!/^[A-Z2-7]+$/.test(bare)) {
    return null;
  }
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of bare) {
    held = ((held << 5) | alphabet.indexOf(char)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
