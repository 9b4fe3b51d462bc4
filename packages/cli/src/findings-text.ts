import type { CollectionFinding } from '@journeyman/node-schemas';
import type { Paint } from './terminal.ts';

/** Findings as compilers print them, so that editors and terminals lead to the place. */
export function findingsText(findings: readonly CollectionFinding[], colours: Paint): string {
  return findings
    .map(({ file, line, column, severity, message }) => {
      const kind = colours(severity === 'error' ? 'red' : 'yellow', severity);
      return `${file}:${line}:${column}: ${kind}: ${message}\n`;
    })
    .join('');
}
