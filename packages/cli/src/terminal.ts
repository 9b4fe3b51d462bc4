import { styleText } from 'node:util';
import { oneLine } from '@journeyman/node-schemas/one-line';

type Style = Parameters<typeof styleText>[0];

/** Styles a text, such as `red` or `bold`, or leaves it as it is where nobody would see it. */
export type Paint = (style: Style, text: string) => string;

/** Colours for a stream: only on a terminal, and as `NO_COLOR` and `FORCE_COLOR` say. */
export function paint(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}

/** A text of a table, and how it is to be painted. */
interface Cell {
  readonly text: string;
  readonly style?: Style;
}

/** Rows in columns as wide as their widest cell, below a head in bold. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
  colours: Paint,
): string {
  const lines = [head.map((text) => ({ text, style: 'bold' as const })), ...rows].map((row) =>
    row.map(cellOf),
  );
  const widths = head.map((_, column) =>
    Math.max(...lines.map((cells) => widthOf(cells[column] ?? { text: '' }))),
  );
  const padded = (cell: Cell, column: number) =>
    painted(cell, colours) + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
  return lines.map((cells) => `${cells.map(padded).join('  ').trimEnd()}\n`).join('');
}

function cellOf(given: string | Cell): Cell {
  const cell = typeof given === 'string' ? { text: given } : given;
  return { ...cell, text: oneLine(cell.text) };
}

const painted = ({ text, style }: Cell, colours: Paint) =>
  style === undefined ? text : colours(style, text);

const widthOf = ({ text }: Cell) => [...text].length;
