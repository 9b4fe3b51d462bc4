import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

const replacement = '\uFFFD';
const replacementBytes = Buffer.from(replacement);

/**
 * A text as it was read, with a NUL where its bytes are not UTF-8: no JSON has one, so whoever reads the text tells of it there,
 * and what the reader has put in place of those bytes is never written back. The bytes are asked for where they may be wrong.
 */
export function checkedText(text: string, bytesOf: () => Buffer): string {
  if (!text.includes(replacement)) return text;
  const bytes = bytesOf();
  return isUtf8(bytes) ? text : withNul(text, bytes);
}

/** The text of a file, checked so. */
export const fileText = (path: string) => checkedText(readFileSync(path, 'utf8'), () => readFileSync(path));

/** A file may hold the sign of replacement itself; the first that its bytes do not have is where they are wrong. */
function withNul(text: string, bytes: Buffer): string {
  let at = 0;
  let offset = 0;
  for (const part of text.split(replacement)) {
    at += part.length;
    offset += Buffer.byteLength(part);
    if (!bytes.subarray(offset, offset + replacementBytes.length).equals(replacementBytes)) break;
    at += replacement.length;
    offset += replacementBytes.length;
  }
  return `${text.slice(0, at)}\0${text.slice(at + replacement.length)}`;
}
