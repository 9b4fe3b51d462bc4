import type { Callback, Step } from '@journeyman/engine';
import type { MfaMethod } from '@journeyman/node-schemas';
import type { SimulationEnd } from '../run/snapshot.ts';
import type { Attributes } from '../world/simulated-world.ts';
import { choicesOf, promptOf } from './fill-in.ts';
import { suggestion } from './nearest.ts';
import type { Expectations } from './scenario-schema.ts';
import { outcomeText, type WayPoint } from './way.ts';

/** How far a scenario has come, in the made-up world or on a server. */
export interface Standing {
  readonly asked: Step | null;
  /** Null: it goes on. */
  readonly end: { readonly status: SimulationEnd['status']; readonly message?: string } | null;
  /** Where the journey is, such as `waits at Push Wait`. */
  readonly whereabouts: string;
  /** The nodes that were left since the expectation before, or in the whole run; `when`: in which step of the scenario. */
  readonly way: readonly (WayPoint & { readonly when?: string })[];
  /** The properties of the session; null: there is no session. */
  readonly session: Readonly<Record<string, string>> | null;
  /** Null: there is no such user. */
  user(name: string): UserStanding | null;
  /** The messages of the pushes that were sent. */
  readonly pushes: readonly string[];
}

/** What can be expected of a user. */
export interface UserStanding {
  readonly attributes: Attributes;
  readonly devices: readonly MfaMethod[];
  /** How many codes are left, of all devices; undefined: nobody can tell. */
  readonly recoveryCodes: number | undefined;
  readonly optedOut: boolean;
  readonly locked: boolean;
}

/** Why a step cannot be done: where the journey is instead, and where it has left the path that is expected. */
export function hindrance(fault: string, path: Expectations['path'], standing: Standing): string {
  return [sentence(fault), sentence(`the journey ${standing.whereabouts}`), ...detour(path, standing)].join(
    ' ',
  );
}

/** A sentence about the first node that was left in another way than is expected, if there is one so far. */
export function detour(path: Expectations['path'], standing: Standing): readonly string[] {
  const fault = path && deviation(path, standing);
  return fault === undefined ? [] : [sentence(fault)];
}

/** What is not as it must be, a sentence each. */
export function unmet(expected: Expectations, standing: Standing): readonly string[] {
  const { end, whereabouts } = standing;
  const message = end?.message;
  const faults: (string | undefined)[] = [
    expected.path && (deviation(expected.path, standing) ?? faultOfEnd(expected.path, standing)),
    expected.end === undefined || expected.end === (end?.status ?? 'none')
      ? undefined
      : `expected ${describeEnd(expected.end)}, but the journey ${whereabouts}`,
    expected.message === undefined || expected.message === message
      ? undefined
      : `expected the message “${expected.message}”, but ${message === undefined ? 'there is none' : `it is “${message}”`}`,
    expected.prompts && faultOfPrompts(expected.prompts, standing),
    ...(expected.shows ?? []).map((text) => faultOfText(text, standing)),
    ...Object.entries(expected.session ?? {}).map((property) => faultOfProperty(property, standing)),
    ...Object.entries(expected.users ?? {}).flatMap((user) => faultsOfUser(user, standing)),
    expected.pushes && faultOfPushes(expected.pushes, standing),
  ];
  return faults.flatMap((fault) => (fault === undefined ? [] : sentence(fault)));
}

/** The first node that was left in another way than is expected; undefined: so far there is none. */
function deviation(path: NonNullable<Expectations['path']>, { way }: Standing): string | undefined {
  for (const [index, taken] of way.entries()) {
    const [[node, outcome] = []] = Object.entries(path[index] ?? {});
    if (taken.node === node && [taken.outcome, taken.outcomeName].some((each) => each === outcome)) continue;
    const went = `the journey left ${taken.node} by ${outcomeText(taken)}${taken.when ? ` ${taken.when}` : ''}`;
    return node === undefined
      ? `expected no more nodes, but ${went}`
      : `expected ${node} to be left by ${outcome}, but ${went}`;
  }
  return undefined;
}

/** The first node that was to be left and was not, after all that was; undefined: there is none. */
function faultOfEnd(
  path: NonNullable<Expectations['path']>,
  { way, whereabouts }: Standing,
): string | undefined {
  const [next] = Object.entries(path[way.length] ?? {});
  return next && `expected ${next[0]} to be left by ${next[1]}, but the journey ${whereabouts}`;
}

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

function faultOfPrompts(prompts: readonly string[], { asked, whereabouts }: Standing): string | undefined {
  const shown = (asked?.callbacks ?? []).flatMap(({ callback }) => promptOf(callback) ?? []);
  const isSame = shown.length === prompts.length && shown.every((prompt, index) => prompt === prompts[index]);
  const list = (texts: readonly string[]) => (texts.length === 0 ? 'nothing' : texts.join(', '));
  if (isSame) return undefined;
  const found = asked === null ? `the journey ${whereabouts}` : `the step asks for ${list(shown)}`;
  return `expected to be asked for ${list(prompts)}, but ${found}`;
}

function faultOfText(text: string, { asked, whereabouts }: Standing): string | undefined {
  if (asked === null) return `expected to be shown “${text}”, but the journey ${whereabouts}`;
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

function faultOfProperty(
  [name, value]: [string, string],
  { session, whereabouts }: Standing,
): string | undefined {
  if (session === null)
    return `expected a session with ${name} ${value}, but there is none: the journey ${whereabouts}`;
  const actual = session[name];
  if (actual === value) return undefined;
  if (actual !== undefined) return `expected the session’s ${name} to be ${value}, but it is ${actual}`;
  return `expected the session’s ${name} to be ${value}, but it has none.${suggestion(name, Object.keys(session))}`;
}

function faultsOfUser(
  [name, expected]: [string, NonNullable<Expectations['users']>[string]],
  standing: Standing,
): readonly string[] {
  const user = standing.user(name);
  if (user === null) return [`expected a user ${name}, but there is none`];
  const attributes = Object.entries(expected.attributes ?? {}).map(
    ([attribute, value]) =>
      [
        `${attribute} of ${name}`,
        [value].flat().join(', '),
        (user.attributes[attribute] ?? []).join(', '),
      ] as const,
  );
  const facts = [
    ...attributes,
    [`devices of ${name}`, expected.devices?.toSorted().join(', '), user.devices.toSorted().join(', ')],
    [`recoveryCodes of ${name}`, expected.recoveryCodes, user.recoveryCodes],
    [`optedOut of ${name}`, expected.optedOut, user.optedOut],
    [`locked of ${name}`, expected.locked, user.locked],
  ] as const;
  return facts
    .filter(([, wanted, actual]) => wanted !== undefined && wanted !== actual)
    .map(([what, wanted, actual]) => `expected ${what} to be ${orNone(wanted)}, but it is ${orNone(actual)}`);
}

const orNone = (value: string | number | boolean | undefined) => (value === '' ? 'none' : value);

function faultOfPushes(wanted: readonly string[], { pushes }: Standing): string | undefined {
  const isSame =
    pushes.length === wanted.length && pushes.every((message, index) => message === wanted[index]);
  const list = (messages: readonly string[]) =>
    messages.length === 0 ? 'none' : messages.map((each) => `“${each}”`).join(', ');
  return isSame ? undefined : `expected the pushes ${list(wanted)}, but what was sent is ${list(pushes)}`;
}

const sentence = (message: string) =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?]$/.test(message) ? '' : '.'}`;
