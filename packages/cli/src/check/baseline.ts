import { isJsonObject, type Json, parseJson } from '@journeyman/node-schemas';
import { UsageError } from '../usage-error.ts';
import type { Identity } from './identity.ts';

/**
 * A finding that is accepted for now. Its file is named from the folder of the baseline on. Severity, file and `about` are empty
 * where somebody has written the entry by hand, or an older version.
 */
export interface Accepted extends Identity {
  /** Which it is of several that are alike, from 1. */
  readonly occurrence: number;
  readonly reason: string;
}

/** The file of a baseline and what it holds. */
export interface Baseline {
  readonly file: string;
  readonly accepted: readonly Accepted[];
}

const severities: readonly string[] = ['', 'error', 'warning', 'note'];

/** Reads the text of a baseline: `{ "accepted": [{ "code", "severity", "journey", "node", "reason", … }] }`. */
export function readBaseline(text: string, file: string): Baseline {
  const parsed = parseJson(text);
  if (parsed.status === 'refused') {
    const { line, column, message } = parsed.finding;
    throw new UsageError(`${file}:${line}:${column}: ${message}`);
  }
  const list = isJsonObject(parsed.value) ? parsed.value.accepted : undefined;
  if (!Array.isArray(list)) throw new UsageError(`${file}: an object with a list "accepted" is expected.`);
  const accepted = list.map((entry: Json, index) => {
    const values = isJsonObject(entry) ? entry : {};
    const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '');
    if (text('code') === '' || text('reason').trim() === '') {
      throw new UsageError(`${file}: entry ${index + 1} of "accepted" needs a "code" and a "reason".`);
    }
    if (!severities.includes(text('severity'))) {
      throw new UsageError(
        `${file}: entry ${index + 1} of "accepted" has the severity ${JSON.stringify(text('severity'))}; error, warning or note is expected.`,
      );
    }
    return {
      code: text('code'),
      severity: text('severity') as Accepted['severity'],
      realm: text('realm') || '/',
      journey: text('journey'),
      node: text('node'),
      outcome: text('outcome'),
      property: text('property'),
      file: text('file'),
      about: text('about'),
      occurrence: typeof values.occurrence === 'number' ? values.occurrence : 1,
      reason: text('reason'),
    };
  });
  return { file, accepted };
}

/** The text of a baseline. */
export function baselineText(accepted: readonly Accepted[]): string {
  return `${JSON.stringify({ accepted: accepted.map(withoutEmpty) }, null, 2)}\n`;
}

function withoutEmpty({ realm, occurrence, reason, ...entry }: Accepted) {
  const rest = { ...entry, realm: realm === '/' ? '' : realm };
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')),
    ...(occurrence === 1 ? {} : { occurrence }),
    reason,
  };
}
