const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
export function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else {
      bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
    }
  }
  return bytes;
}

const continuation = (code: number) => 0x80 | (code & 0x3f);

/** Standard base64, padded, of bytes (RFC 4648, section 4). */
export function base64OfBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += standard.charAt(group >> 18) + standard.charAt((group >> 12) & 63);
    text += second === undefined ? '=' : standard.charAt((group >> 6) & 63);
    text += third === undefined ? '=' : standard.charAt(group & 63);
  }
  return text;
}

/** Standard base64, padded, of a text's UTF-8 bytes. */
export function base64OfText(text: string): string {
  return base64OfBytes(utf8(text));
}

/** The bytes that a padded standard base64 holds; undefined if it is no base64. */
export function bytesOfBase64(base64: string): readonly number[] | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) return undefined;
  const bytes: number[] = [];
  let group = 0;
  let bits = 0;
  for (const character of base64.replaceAll('=', '')) {
    group = ((group << 6) | standard.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((group >> bits) & 0xff);
    }
  }
  return bytes;
}

/** The text that bytes are in UTF-8; undefined if they are no UTF-8. */
export function textOfBytes(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

/** The text whose UTF-8 bytes a padded standard base64 holds; undefined if it is no base64 or no UTF-8. */
export function textOfBase64(base64: string): string | undefined {
  const bytes = bytesOfBase64(base64);
  return bytes === undefined ? undefined : textOfBytes(bytes);
}

/** The same bytes in base64url without padding (RFC 4648, section 5). */
export function base64urlOfBase64(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Base64url, without padding, of a text's UTF-8 bytes. */
export function base64urlOfText(text: string): string {
  return base64urlOfBase64(base64OfText(text));
}
