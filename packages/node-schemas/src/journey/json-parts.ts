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
 * Finds the parts of the object or the list that begins at an offset of a JSON text; none for anything else. Of a key that is there
 * twice the first counts. What is inside of the parts is passed over, and how far that was is remembered.
 */
export function partFinder(text: string): (start: number) => JsonParts {
  const ends = new Map<number, number>();
  return (start) => {
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
      before = endOfPart(text, value, ends);
    } while (text[before] === ',');
    return parts;
  };
}

/** The offset of what comes next, blanks and a byte order mark passed over. */
export function nextOffset(text: string, start: number): number {
  let offset = start;
  while (isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

const isBlank = (code: number) =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;

/**
 * The offset of the comma behind a value, or of the end of the object or list that it is in. `ends` are those of objects and lists
 * that were passed over, by their beginnings.
 */
function endOfPart(text: string, start: number, ends: Map<number, number>): number {
  const open: number[] = [];
  for (let offset = ends.get(start) ?? start; offset < text.length; offset++) {
    switch (text.charCodeAt(offset)) {
      case code['"']:
        offset = endOfText(text, offset) - 1;
        break;
      case code['{']:
      case code['[']:
        open.push(offset);
        break;
      case code['}']:
      case code[']']: {
        const opening = open.pop();
        if (opening === undefined) return offset;
        ends.set(opening, offset + 1);
        break;
      }
      case code[',']:
        if (open.length === 0) return offset;
    }
  }
  return text.length;
}

/** Numbers, because every character of a file is compared with them. */
const code = { '"': 0x22, '{': 0x7b, '}': 0x7d, '[': 0x5b, ']': 0x5d, ',': 0x2c } as const;

/** The offset behind the double quote that ends a text. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
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
