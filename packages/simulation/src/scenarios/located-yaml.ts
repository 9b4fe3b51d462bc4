import type { FileFinding, Position } from '@journeyman/node-schemas';
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
} from 'yaml';

/** A value of a YAML text that knows where it stands. `text`: a scalar as it is written. */
export type Located = { readonly at: Position } & (
  | { readonly kind: 'map'; readonly entries: readonly LocatedEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Located[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly text: string }
);

/** A key and its value. */
interface LocatedEntry {
  readonly key: string;
  readonly at: Position;
  readonly value: Located;
}

/** More values than any file of scenarios has; aliases could make billions. */
const valueLimit = 50_000;

/** The value of a YAML text, or what is wrong with it. */
export function parseLocated(
  text: string,
):
  | { readonly status: 'parsed'; readonly value: Located }
  | { readonly status: 'refused'; readonly findings: readonly FileFinding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // What follows an error is often its consequence.
  const [first] = document.errors;
  if (first !== undefined) {
    return { status: 'refused', findings: [faultOf(first, text, positionOf)] };
  }

  let count = 0;
  const isTooLarge = () => count > valueLimit;
  // An alias looks for its anchor through the whole file, and files of scenarios share their worlds by aliases.
  const anchored = new Map<string, Node>();
  function locate(node: Node | null | undefined, otherwise: Position): Located {
    count += 1;
    const at = node?.range ? positionOf(node.range[0]) : otherwise;
    if (isTooLarge()) return nothing(at);
    if (isAlias(node)) return locate(anchored.get(node.source), at);
    const located = locateContent(node, at);
    // Only now, for what is inside cannot be an alias of the whole.
    if (node?.anchor !== undefined) anchored.set(node.anchor, node);
    return located;
  }
  function locateContent(node: Exclude<Node, Alias> | null | undefined, at: Position): Located {
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): LocatedEntry => {
        const place = locate(key as Node, at);
        const name = place.kind === 'scalar' ? place.text : '';
        return { key: name, at: place.at, value: locate(value as Node | null, place.at) };
      });
      return { kind: 'map', at, entries };
    }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => locate(item as Node, at)) };
    if (!isScalar(node)) return nothing(at);
    const { value } = node;
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!plain) return nothing(at);
    return {
      kind: 'scalar',
      at,
      value,
      text: typeof value === 'string' ? value : (node.source ?? String(value)),
    };
  }
  const value = locate(document.contents, { line: 1, column: 1 });
  if (!isTooLarge()) return { status: 'parsed', value };
  const message = `The file has more than ${valueLimit} values; its aliases may refer to one another.`;
  return { status: 'refused', findings: [{ line: 1, column: 1, message }] };
}

function faultOf(
  { message, pos }: Pick<YAMLParseError, 'message' | 'pos'>,
  text: string,
  positionOf: (offset: number) => Position,
): FileFinding {
  const tab = /^ *\t/m.exec(text);
  if (tab !== null && tab.index <= pos[0]) {
    const at = positionOf(tab.index + tab[0].length - 1);
    return { ...at, message: 'This is not YAML: a tab stands where YAML wants blanks.' };
  }
  return { ...positionOf(pos[0]), message: `This is not YAML: ${message}` };
}

function nothing(at: Position): Located {
  return { kind: 'scalar', at, value: null, text: '' };
}
