import { stripVTControlCharacters, styleText } from 'node:util';

/** Styles a text, such as `red` or `bold`, or leaves it as it is where nobody would see it. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Colours for a stream: only on a terminal, and as `NO_COLOR` and `FORCE_COLOR` say. */
export function paint(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}

/** Rows in columns as wide as their widest cell, below a head in bold. Cells may have colours. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], colours: Paint): string {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd();
  return [head.map((title) => colours('bold', title)), ...rows].map((row) => `${line(row)}\n`).join('');
}

const widthOf = (text: string) => [...stripVTControlCharacters(text)].length;
