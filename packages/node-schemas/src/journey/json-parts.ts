/** A value in a JSON text, by offsets. */
export interface JsonPart {
  /** Where its key begins, or the value itself where it has none. */
  readonly place: number;
  /** Where the value begins. */
  readonly value: number;
}

/** The parts of an object by key, or of a list by index. */
export type JsonParts = ReadonlyMap<string | number, JsonPart>;

/**
 * The parts of the object or the list that begins at an offset of a JSON text; none for anything else. Of a key that is there twice
 * the first counts.
 */
export function partsAt(text: string, start: number): JsonParts {
  const parts = new Map<string | number, JsonPart>();
  const opening = text[start];
  if (opening !== '{' && opening !== '[') return parts;
  let before = start;
  do {
    const place = nextOffset(text, before + 1);
    if (place >= text.length || text[place] === '}' || text[place] === ']') break;
    const keyEnd = opening === '{' ? endOfText(text, place) : undefined;
    const key = keyEnd === undefined ? parts.size : keyIn(text.slice(place, keyEnd));
    const value = keyEnd === undefined ? place : nextOffset(text, nextOffset(text, keyEnd) + 1);
    if (!parts.has(key)) parts.set(key, { place, value });
    before = endOfPart(text, value);
  } while (text[before] === ',');
  return parts;
}

/** The offset of what comes next, blanks and a byte order mark passed over. */
export function nextOffset(text: string, start: number): number {
  let offset = start;
  while (isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

const isBlank = (code: number) =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;

/** The offset of the comma behind a value, or of the end of the object or list that it is in. */
function endOfPart(text: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset++) {
    // Every character of a file comes by here, and most of what is between texts are blanks.
    switch (text.charCodeAt(offset)) {
      case 0x20:
        break;
      case 0x22: // "
        offset = endOfText(text, offset) - 1;
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth++;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        if (depth === 0) return offset;
        depth--;
        break;
      case 0x2c: // ,
        if (depth === 0) return offset;
    }
  }
  return text.length;
}

/** The offset behind the double quote that ends a text. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function keyIn(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}
