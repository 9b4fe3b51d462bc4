import type { Severity } from '@journeyman/node-schemas';
import { findingLine } from '../findings-text.ts';
import type { Paint } from '../terminal.ts';
import type { Finding } from './findings.ts';
import { wayText } from './way-text.ts';

/** Findings file by file, each as compilers print them, with the way on which it happens below. */
export function findingsReport(findings: readonly Finding[], colours: Paint): string {
  return [...Map.groupBy(findings, ({ file }) => file).values()]
    .map((group) => group.map((finding) => withWay(finding, colours)).join(''))
    .join('\n');
}

function withWay({ code, witness, ...finding }: Finding, colours: Paint): string {
  const text = `${findingLine(finding, colours)} ${colours('dim', `(${code})`)}\n`;
  const last = witness?.at(-1);
  if (witness === undefined || last === undefined) return text;
  return `${text}    ${colours('dim', wayText(witness, last.to))}\n`;
}

/** How much was found in how much: `2 errors, 1 warning in 4 journeys`. */
export function summary(findings: readonly Finding[], journeys: number): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  return `${parts.join(', ') || 'nothing found'} in ${counted(journeys, 'journey')}`;
}

/** A number of things: `1 note`, `3 notes`. */
const counted = (count: number, thing: Severity | 'journey') => `${count} ${thing}${count === 1 ? '' : 's'}`;
