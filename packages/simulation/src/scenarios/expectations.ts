import type { Callback, Step } from '@journeyman/engine';
import { isJsonObject } from '@journeyman/node-schemas';
import { askedIn, type SimulationEnd, type SimulationStep, type Snapshot } from '../run/snapshot.ts';
import { skipSettingOf } from '../world/devices.ts';
import { identityOf } from '../world/directory.ts';
import { userNamed } from '../world/simulated-world.ts';
import { choicesOf, promptOf } from './fill-in.ts';
import { suggestion } from './nearest.ts';
import type { Expectations } from './scenario-schema.ts';
import type { WayPoint } from './way.ts';

/** How far a scenario has come. */
export interface Standing {
  readonly now: Snapshot;
  readonly steps: readonly SimulationStep[];
  /** The nodes that were left since the expectation before, or in the whole run, each with the step it was in. */
  readonly way: readonly (WayPoint & { readonly when: string })[];
  /** Where the journey is, such as `waits at Push Wait`. */
  readonly whereabouts: string;
}

/** What is not as it must be, a sentence each. */
export function unmet(expected: Expectations, standing: Standing): readonly string[] {
  const { now, steps, whereabouts } = standing;
  const end = now.run?.end ?? null;
  const faults: (string | undefined)[] = [
    expected.path && faultOfPath(expected.path, standing),
    ...unmetOnScreen(expected, { asked: askedIn(now), end, whereabouts }),
    ...Object.entries(expected.session ?? {}).map(([name, value]) => faultOfProperty(name, value, now)),
    ...Object.entries(expected.users ?? {}).flatMap(([name, user]) => faultsOfUser(name, user, now)),
    expected.pushes && faultOfPushes(expected.pushes, steps),
  ];
  return faults.filter((fault) => fault !== undefined);
}

/** What the user of a journey sees of it. */
export interface OnScreen {
  readonly asked: Step | null;
  /** Null: it goes on. */
  readonly end: { readonly status: SimulationEnd['status']; readonly message?: string } | null;
  /** Where the journey is, such as `waits at Push Wait`. */
  readonly whereabouts: string;
}

/** What the user does not see as it must be, a sentence each. */
export function unmetOnScreen(
  expected: Expectations,
  { asked, end, whereabouts }: OnScreen,
): readonly string[] {
  const message = end?.message;
  const faults: (string | undefined)[] = [
    expected.end === undefined || expected.end === (end?.status ?? 'none')
      ? undefined
      : `expected ${describeEnd(expected.end)}, but the journey ${whereabouts}`,
    expected.message === undefined || expected.message === message
      ? undefined
      : `expected the message “${expected.message}”, but ${message === undefined ? 'there is none' : `it is “${message}”`}`,
    expected.prompts && faultOfPrompts(expected.prompts, asked),
    ...(expected.shows ?? []).map((text) => faultOfText(text, asked)),
  ];
  return faults.filter((fault) => fault !== undefined);
}

function faultOfPath(
  path: NonNullable<Expectations['path']>,
  { way, whereabouts }: Standing,
): string | undefined {
  const expected = path.flatMap((entry) => Object.entries(entry));
  for (let index = 0; index < Math.max(expected.length, way.length); index += 1) {
    const wanted = expected[index];
    const taken = way[index];
    const went = taken && `left ${taken.node} by ${nameOf(taken)} ${taken.when}`;
    if (wanted === undefined) return `expected no more nodes, but the journey ${went}`;
    const [node, outcome] = wanted;
    if (went === undefined)
      return `expected ${node} to be left by ${outcome}, but the journey ${whereabouts}`;
    if (taken?.node === node && [taken.outcome, taken.outcomeName].includes(outcome)) continue;
    return `expected ${node} to be left by ${outcome}, but the journey ${went}`;
  }
  return undefined;
}

const nameOf = ({ outcome, outcomeName }: WayPoint) =>
  outcome === outcomeName ? outcome : `${outcomeName} (${outcome})`;

function describeEnd(end: NonNullable<Expectations['end']>): string {
  switch (end) {
    case 'success':
      return 'success';
    case 'failure':
      return 'failure';
    case 'timeout':
      return 'the run to time out';
    case 'error':
      return 'the journey to break off';
    case 'none':
      return 'the journey to ask for more';
  }
}

function faultOfPrompts(prompts: readonly string[], asked: Step | null): string | undefined {
  const shown = (asked?.callbacks ?? []).flatMap(({ callback }) => promptOf(callback) ?? []);
  const isSame = shown.length === prompts.length && shown.every((prompt, index) => prompt === prompts[index]);
  const list = (texts: readonly string[]) => (texts.length === 0 ? 'nothing' : texts.join(', '));
  return isSame
    ? undefined
    : `expected to be asked for ${list(prompts)}, but the step asks for ${list(shown)}`;
}

function faultOfText(text: string, asked: Step | null): string | undefined {
  if (asked === null) return `expected to be shown “${text}”, but nothing is asked`;
  const shown = [
    asked.header,
    asked.description,
    ...asked.callbacks.flatMap(({ callback }) => textsOf(callback)),
  ];
  const texts = shown.filter((each) => each !== undefined);
  return texts.includes(text) ? undefined : `expected to be shown “${text}”.${suggestion(text, texts)}`;
}

function textsOf(callback: Callback): readonly string[] {
  if (callback.type === 'TextOutputCallback') return callback.kind === 'script' ? [] : [callback.message];
  if (callback.type === 'PollingWaitCallback') return [callback.message];
  return [promptOf(callback) ?? [], choicesOf(callback)].flat();
}

function faultOfProperty(name: string, value: string, { run }: Snapshot): string | undefined {
  const session = run?.end?.status === 'success' ? run.end.session : null;
  if (session === null) return `expected a session with ${name} ${value}, but there is no session`;
  const actual = session.properties[name];
  if (actual === value) return undefined;
  if (actual !== undefined) return `expected the session’s ${name} to be ${value}, but it is ${actual}`;
  return `expected the session’s ${name} to be ${value}, but it has none.${suggestion(name, Object.keys(session.properties))}`;
}

function faultsOfUser(
  name: string,
  expected: NonNullable<Expectations['users']>[string],
  { world, run }: Snapshot,
): readonly string[] {
  const user = userNamed(world, name);
  if (user === null) return [`expected a user ${name}, but there is none`];
  const shown = identityOf(user, String(run?.execution.shared.realm ?? '/')).attributes;
  const codes = Object.values(user.devices).flatMap(({ recoveryCodes }) => recoveryCodes).length;
  const attributes = Object.entries(expected.attributes ?? {}).map(
    ([attribute, value]) =>
      [`${attribute} of ${name}`, [value].flat().join(', '), (shown[attribute] ?? []).join(', ')] as const,
  );
  const facts = [
    ...attributes,
    [`devices of ${name}`, expected.devices?.join(', '), Object.keys(user.devices).join(', ')],
    [`recoveryCodes of ${name}`, expected.recoveryCodes, codes],
    [`optedOut of ${name}`, expected.optedOut, skipSettingOf(user, 'push') === 'SKIPPABLE'],
    [`locked of ${name}`, expected.locked, !user.active],
  ] as const;
  return facts
    .filter(([, wanted, actual]) => wanted !== undefined && wanted !== actual)
    .map(([what, wanted, actual]) => `expected ${what} to be ${orNone(wanted)}, but it is ${orNone(actual)}`);
}

const orNone = (value: string | number | boolean | undefined) => (value === '' ? 'none' : value);

function faultOfPushes(pushes: readonly string[], steps: readonly SimulationStep[]): string | undefined {
  const sent = sentPushes(steps);
  const isSame = sent.length === pushes.length && sent.every((message, index) => message === pushes[index]);
  const list = (messages: readonly string[]) =>
    messages.length === 0 ? 'none' : messages.map((each) => `“${each}”`).join(', ');
  return isSame ? undefined : `expected the pushes ${list(pushes)}, but what was sent is ${list(sent)}`;
}

/** The messages of the pushes that were sent. */
export function sentPushes(steps: readonly SimulationStep[]): readonly string[] {
  return steps.flatMap(({ calls }) =>
    calls.flatMap(({ service, arguments: [, claims], result }) =>
      service === 'sns' && result.status === 'returned' && isJsonObject(claims) ? [String(claims.m)] : [],
    ),
  );
}
