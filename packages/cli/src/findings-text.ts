import type { CollectionFinding, Location, Severity } from '@journeyman/node-schemas';
import { oneLine } from '@journeyman/node-schemas/one-line';
import type { Paint } from './terminal.ts';

/** Findings as compilers print them, so that editors and terminals lead to the place. */
export function findingsText(findings: readonly CollectionFinding[], colours: Paint): string {
  return findings.map((finding) => `${findingLine(finding, colours)}\n`).join('');
}

const styles = { error: 'red', warning: 'yellow', note: 'dim' } as const;

/** One finding as compilers print it. */
export function findingLine(
  { file, line, column, severity, message }: Location & { severity: Severity; message: string },
  colours: Paint,
): string {
  const place = oneLine(`${file}:${line}:${column}:`);
  return `${colours('bold', place)} ${colours(styles[severity], `${severity}:`)} ${oneLine(message)}`;
}
