import { isJsonObject, type Json, parseJson } from '@journeyman/node-schemas';
import { UsageError } from '../usage-error.ts';
import type { Finding } from './findings.ts';

/** A finding that is accepted for now. It is known by what it is about and not by its line, so that edits elsewhere do not matter. */
export interface Accepted {
  readonly code: string;
  readonly realm: string;
  readonly journey: string;
  /** The id of the node. */
  readonly node: string;
  readonly outcome: string;
  readonly property: string;
  readonly reason: string;
}

/** Reads the text of a baseline: `{ "accepted": [{ "code", "journey", "node", "reason", … }] }`. */
export function readBaseline(text: string, file: string): readonly Accepted[] {
  const parsed = parseJson(text);
  if (parsed.status === 'refused') {
    const { line, column, message } = parsed.finding;
    throw new UsageError(`${file}:${line}:${column}: ${message}`);
  }
  const list = isJsonObject(parsed.value) ? parsed.value.accepted : undefined;
  if (!Array.isArray(list)) throw new UsageError(`${file}: an object with a list "accepted" is expected.`);
  return list.map((entry: Json, index) => {
    const values = isJsonObject(entry) ? entry : {};
    const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '');
    if (text('code') === '' || text('reason').trim() === '') {
      throw new UsageError(`${file}: entry ${index + 1} of "accepted" needs a "code" and a "reason".`);
    }
    return {
      code: text('code'),
      realm: text('realm') || '/',
      journey: text('journey'),
      node: text('node'),
      outcome: text('outcome'),
      property: text('property'),
      reason: text('reason'),
    };
  });
}

/** The findings that a baseline does not accept, and those of its entries that accept nothing. */
export function apart(
  findings: readonly Finding[],
  baseline: readonly Accepted[],
): { readonly open: readonly Finding[]; readonly stale: readonly Accepted[] } {
  const accepted = new Set(baseline.map(keyOf));
  const found = new Set(findings.map((finding) => keyOf(entryFor(finding, ''))));
  return {
    open: findings.filter((finding) => !accepted.has(keyOf(entryFor(finding, '')))),
    stale: baseline.filter((entry) => !found.has(keyOf(entry))),
  };
}

/** The text of a baseline that accepts these findings: entries that are there keep their reasons, others get the one given. */
export function baselineFor(
  findings: readonly Finding[],
  known: readonly Accepted[],
  reason: string,
): string {
  const reasons = new Map(known.map((entry) => [keyOf(entry), entry.reason]));
  const entries = new Map(
    findings.map((finding) => {
      const key = keyOf(entryFor(finding, reason));
      return [key, entryFor(finding, reasons.get(key) ?? reason)];
    }),
  );
  const accepted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => withoutEmpty(entry));
  return `${JSON.stringify({ accepted }, null, 2)}\n`;
}

function entryFor({ code, realm, journey, nodeId, outcome, property }: Finding, reason: string): Accepted {
  return {
    code,
    realm: realm ?? '/',
    journey: journey ?? '',
    node: nodeId ?? '',
    outcome: outcome ?? '',
    property: property ?? '',
    reason,
  };
}

const keyOf = ({ reason: _, ...about }: Accepted) => JSON.stringify(Object.values(about));

const withoutEmpty = ({ realm, ...entry }: Accepted) =>
  Object.fromEntries(
    Object.entries({ ...entry, realm: realm === '/' ? '' : realm }).filter(([, value]) => value !== ''),
  );
