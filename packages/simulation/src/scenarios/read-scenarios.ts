import type { FileFinding, Journey } from '@journeyman/node-schemas';
import { type KnownNode, nodesWithin } from './known-nodes.ts';
import { type Located, parseLocated } from './located-yaml.ts';
import { suggestion } from './nearest.ts';
import { readAs, type Shape } from './read-as.ts';
import type { Scenario } from './scenario.ts';
import { type ScenarioWords, scenarioSchema } from './scenario-schema.ts';

/** The scenarios of a file, or all that is wrong with it. */
export type ReadScenarios =
  | { readonly status: 'read'; readonly scenarios: readonly Scenario[] }
  | { readonly status: 'refused'; readonly findings: readonly FileFinding[] };

/** Reads a file of scenarios for a journey, and checks the names in it against the journeys of the realm. */
export function readScenarios(
  text: string,
  journey: string,
  journeys: ReadonlyMap<string, Journey>,
): ReadScenarios {
  const start = { line: 1, column: 1 };
  if (!journeys.has(journey)) {
    const message = `The realm has no journey ${journey}.${suggestion(journey, [...journeys.keys()])}`;
    return { status: 'refused', findings: [{ ...start, message }] };
  }
  const parsed = parseLocated(text);
  if (parsed.status === 'refused') return parsed;
  const { value } = parsed;
  const findings: FileFinding[] = [];
  const report = (finding: FileFinding) => findings.push(finding);
  const written = readAs(
    value,
    scenarioSchema as unknown as Shape,
    report,
  ) as unknown as readonly ScenarioWords[];
  const located = itemsOf(value);
  const nodes = nodesWithin(journey, journeys);
  for (const place of located) checkNames(place, nodes, report);
  reportDoubles(located, report);
  if (findings.length > 0) return { status: 'refused', findings: findings.toSorted(byPlace) };
  const scenarios = written.map(({ scenario, given = {}, steps, expect = {} }, index): Scenario => {
    const place = located[index] ?? value;
    const places = itemsOf(member(place, 'steps'));
    return {
      name: scenario,
      journey,
      at: place.at,
      given,
      steps: steps.map((does, step) => ({ at: places[step]?.at ?? place.at, does })),
      expect,
    };
  });
  return { status: 'read', scenarios };
}

const byPlace = (one: FileFinding, other: FileFinding) => one.line - other.line || one.column - other.column;

/** Checks what the schema of a scenario cannot: names, and what goes together. */
function checkNames(
  place: Located,
  nodes: readonly KnownNode[],
  report: (finding: FileFinding) => void,
): void {
  const given = member(place, 'given');
  const users = entriesOf(member(given, 'users')).map(({ key }) => key);
  const named = users.length === 0 ? ['demo'] : users;
  const steps = itemsOf(member(place, 'steps'));
  for (const step of steps) checkDeed(step, report);
  for (const each of [...steps, place]) {
    const expected = member(each, 'expect');
    checkPath(member(expected, 'path'), nodes, report);
    for (const { key, at } of entriesOf(member(expected, 'users'))) checkUser(key, at, named, report);
  }
  const signedIn = member(given, 'signedIn');
  if (signedIn?.kind === 'scalar') checkUser(signedIn.text, signedIn.at, named, report);
  const clock = member(given, 'clock');
  if (clock?.kind === 'scalar' && Number.isNaN(Date.parse(clock.text))) {
    report({ ...clock.at, message: `${clock.text} is not a time such as 2026-01-01T12:00:00Z.` });
  }
}

/** Results are told by name, and two of one name cannot be told apart. */
function reportDoubles(located: readonly Located[], report: (finding: FileFinding) => void): void {
  const first = new Map<string, number>();
  for (const place of located) {
    const name = member(place, 'scenario');
    if (name?.kind !== 'scalar') continue;
    const line = first.get(name.text);
    if (line === undefined) first.set(name.text, name.at.line);
    else report({ ...name.at, message: `The scenario in line ${line} has this name already.` });
  }
}

/** A step is one deed; only entering and choosing go together. */
function checkDeed(step: Located, report: (finding: FileFinding) => void): void {
  const [, ...more] = entriesOf(step);
  const isOneSend = entriesOf(step).every(({ key }) => key === 'enter' || key === 'choose');
  const second = more[0];
  if (second === undefined || isOneSend) return;
  const message = `${second.key} is a step of its own: put a dash before it. Only enter and choose go together.`;
  report({ ...second.at, message });
}

function checkPath(
  path: Located | undefined,
  nodes: readonly KnownNode[],
  report: (finding: FileFinding) => void,
): void {
  for (const item of itemsOf(path)) {
    for (const { key, at, value } of entriesOf(item)) {
      const named = nodes.filter(({ displayName }) => displayName === key);
      const outcomes = named.flatMap((node) => node.outcomes);
      if (value.kind !== 'scalar' || value.value === null) continue;
      const outcome = value.text;
      if (named.length === 0) {
        const names = [...new Set(nodes.map(({ displayName }) => displayName))];
        report({ ...at, message: `The journey has no node ${key}.${suggestion(key, names)}` });
      } else if (!outcomes.some(({ id, displayName }) => id === outcome || displayName === outcome)) {
        const ids = outcomes.map(({ id }) => id);
        report({ ...value.at, message: `${key} has no outcome ${outcome}.${suggestion(outcome, ids)}` });
      }
    }
  }
}

function checkUser(
  name: string,
  at: Located['at'],
  users: readonly string[],
  report: (finding: FileFinding) => void,
): void {
  if (users.includes(name)) return;
  report({ ...at, message: `No user ${name} is given.${suggestion(name, users)}` });
}

const itemsOf = (located: Located | undefined) => (located?.kind === 'list' ? located.items : []);
const entriesOf = (located: Located | undefined) => (located?.kind === 'map' ? located.entries : []);
const member = (located: Located | undefined, key: string) =>
  entriesOf(located).find((entry) => entry.key === key)?.value;
