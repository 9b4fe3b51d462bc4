import { alignment } from './alignment.ts';
import type { LinesChange } from './journey-diff.ts';

/** How many unchanged lines stand around a change. */
const around = 3;

/** A line of two texts laid over each other. */
interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** How many lines of either text go before it. */
  readonly before: number;
  readonly after: number;
}

/** How the lines of two texts differ; null stands for no text at all, and undefined is the answer where nothing does. */
export function lineChanges(before: string | null, after: string | null): LinesChange | undefined {
  if (before === after) return undefined;
  const lines = laidOver(linesOf(before), linesOf(after));
  return {
    added: lines.filter(({ sign }) => sign === '+').length,
    removed: lines.filter(({ sign }) => sign === '-').length,
    hunk: before === null || after === null ? '' : hunks(lines),
  };
}

function linesOf(text: string | null): readonly string[] {
  return text === null ? [] : text.split(/\r\n|\r|\n/);
}

function laidOver(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...alignment(before, after), [before.length, after.length] as const]) {
    for (; i < nextI; i++) lines.push({ sign: '-', text: before[i] ?? '', before: i, after: j });
    for (; j < nextJ; j++) lines.push({ sign: '+', text: after[j] ?? '', before: i, after: j });
    const same = before[i];
    if (same !== undefined) lines.push({ sign: ' ', text: same, before: i++, after: j++ });
  }
  return lines;
}

function hunks(lines: readonly Line[]): string {
  const changed = lines.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
  const ranges: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last !== undefined && index - around <= last.to) last.to = index + around + 1;
    else ranges.push({ from: Math.max(0, index - around), to: index + around + 1 });
  }
  return ranges.map(({ from, to }) => hunk(lines.slice(from, to))).join('\n');
}

function hunk(lines: readonly Line[]): string {
  const first = lines[0];
  const place = (start: number, sign: Line['sign']) => {
    const count = lines.filter((line) => line.sign === ' ' || line.sign === sign).length;
    return `${count === 0 ? start : start + 1},${count}`;
  };
  const head = `@@ -${place(first?.before ?? 0, '-')} +${place(first?.after ?? 0, '+')} @@`;
  return [head, ...lines.map(({ sign, text }) => `${sign}${text}`)].join('\n');
}
