import type { JsonPath, Severity } from '@journeyman/node-schemas';
import type { Finding } from './findings.ts';

/** What a finding is about. Never its line, so that edits elsewhere do not matter; a text is empty where it says nothing. */
export interface Identity {
  readonly code: string;
  readonly severity: Severity | '';
  readonly realm: string;
  readonly journey: string;
  /** The id of the node. */
  readonly node: string;
  readonly outcome: string;
  readonly property: string;
  readonly file: string;
  /** What tells it from others of its code there: its place in the export, what is wrong, or how far. */
  readonly about: string;
}

/** What a finding is about; its file as it was read. */
export function identityOf(finding: Finding): Identity {
  const { code, severity, realm, journey, nodeId, outcome, property, file } = finding;
  return {
    code,
    severity,
    realm: realm ?? '/',
    journey: journey ?? '',
    node: nodeId ?? '',
    outcome: outcome ?? '',
    property: property ?? '',
    file,
    about: aboutOf(finding),
  };
}

/** Numbers things that have the same key, from 1 and in their order. */
export function numbered<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<Thing, number> {
  const groups = [...Map.groupBy(things, keyOf).values()];
  return new Map(groups.flatMap((group) => group.map((thing, index) => [thing, index + 1] as const)));
}

/** Whether there may be others of a code at the same node, outcome and property, so that these do not say which is meant. */
export function hasNeighbours(code: string): boolean {
  return toldByMessage.has(code) || code === 'unknown-outcome';
}

const toldByPlace: ReadonlySet<string> = new Set(['plain-secret', 'unknown-outcome', 'wrong-configuration']);

const toldByMessage: ReadonlySet<string> = new Set([
  'doubtful-file',
  'missing-input',
  'plain-secret',
  'unreadable-file',
  'unused-exception',
  'wrong-policy',
]);

function aboutOf({ code, path = [], message, factors }: Finding): string {
  const place = toldByPlace.has(code) ? placeIn(path) : '';
  // What follows says what is expected, and may be worded anew.
  const [fact = ''] = toldByMessage.has(code) ? message.split(/[.;] /) : [];
  const proven = factors === undefined ? '' : `factors ${factors}`;
  return [place, fact, proven].filter((part) => part !== '').join(': ');
}

/** Lines of scripts move. */
const placeIn = (path: JsonPath) => (path[2] === 'script' ? path.slice(0, 3) : path).join('/');
