import { bytesOfBase64, textOfBytes } from '@journeyman/node-schemas/run';

const encodedWord = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=/g;
const gapBetweenWords = /(?<==\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)[ \t\r\n]+(?==\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)/g;

/** How the bytes of a charset read, by its name in lower case. */
const charsets = new Map<string, (bytes: readonly number[]) => string | undefined>([
  ['utf-8', textOfBytes],
  ['us-ascii', textOfBytes],
  ['iso-8859-1', (bytes) => bytes.map((byte) => String.fromCharCode(byte)).join('')],
]);

/**
 * The text of a header whose value may hold encoded words, such as `=?UTF-8?B?w7w=?=` (RFC 2047): base64 and quoted
 * printable, in UTF-8, ISO-8859-1 and US-ASCII. What cannot be decoded stays as it is.
 */
export function decodeEncodedWords(text: string): string {
  return text
    .replaceAll(gapBetweenWords, '')
    .replaceAll(encodedWord, (whole, charset: string, encoding: string, content: string) => {
      const bytes = encoding.toUpperCase() === 'B' ? bytesOfBase64(content) : bytesOfQuoted(content);
      return (bytes === undefined ? undefined : charsets.get(charset.toLowerCase())?.(bytes)) ?? whole;
    });
}

/** The `Q` encoding: `_` is a space, `=` begins a byte in hexadecimal, all else is itself. */
function bytesOfQuoted(content: string): readonly number[] | undefined {
  if (!/^(?:=[0-9A-Fa-f]{2}|[!-<>-~])*$/.test(content)) return undefined;
  return Array.from(content.matchAll(/=(..)|./g), ([character, hex]) => {
    if (hex !== undefined) return Number.parseInt(hex, 16);
    return character === '_' ? 0x20 : character.charCodeAt(0);
  });
}
