import { type JsonPart, type JsonParts, nextOffset, partsAt } from './json-parts.ts';

/** A place in a text, counted from 1, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A way into a JSON text: keys and indexes from the outside inwards. */
export type JsonPath = readonly (string | number)[];

/** The place of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  return positionIn(startsOfLines(text), offset);
}

/**
 * Finds values in a JSON text by their path: the place of the key where there is one, else of the value.
 * A path that leads nowhere gives the place of the deepest part that exists. Looks into the parts that paths lead through alone.
 */
export function locator(text: string): (path: JsonPath) => Position {
  const known = new Map<number, JsonParts>();
  const partsOf = ({ value }: JsonPart) => {
    const parts = known.get(value) ?? partsAt(text, value);
    known.set(value, parts);
    return parts;
  };
  let lines: readonly number[] | undefined;
  return (path) => {
    lines ??= startsOfLines(text);
    const start = nextOffset(text, 0);
    let part: JsonPart = { place: start, value: start };
    for (const key of path) {
      const next = partsOf(part).get(key);
      if (next === undefined) break;
      part = next;
    }
    return positionIn(lines, part.place);
  };
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function positionIn(starts: readonly number[], offset: number): Position {
  let line = 0;
  let behind = starts.length;
  while (behind - line > 1) {
    const middle = (line + behind) >> 1;
    if ((starts[middle] ?? 0) <= offset) line = middle;
    else behind = middle;
  }
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
