import type { Survey, SurveyedChild } from '../checks/survey.ts';
import { type Arrival, type Step, type Walk, walk } from '../checks/walk.ts';
import type { Factor } from '../node-type.ts';
import { factorProven, isAwaited, ownerOf, underwayAfter, underwayIn } from './underway.ts';
import {
  attributeSought,
  attributesAsked,
  createsUser,
  type DeviceKind,
  deviceQuestions,
  enrols,
  kindsKept,
  lacks,
  mayVouch,
  namesByProvider,
  namesUser,
} from './vouching.ts';

/** What is known of the user on some way to a place, as a set of bits: few and quickly compared. */
export type Standing = number;

const bits: Readonly<Record<Factor, number>> = { knowledge: 1, possession: 2, inherence: 4 };
const allFactors = 7;
/** Factors of whoever it was before another user was named. */
const formerly = 3;
const allFormer = allFactors << formerly;
const vouched = 64;
const created = 128;
const enrolled = 256;
/** What devices that were registered are for, where they are kept. */
const kept: Readonly<Record<DeviceKind, number>> = { binding: 512, oath: 1024, push: 2048, webauthn: 4096 };
const allKept = 512 | 1024 | 2048 | 4096;
/** Attributes that were asked for since something spoke for the user, or was sent. */
const asked = { mail: 8192, userName: 16384, others: 32768 };
const allAsked = asked.mail | asked.userName | asked.others;

/** In the order in which they are told. */
const factors = Object.keys(bits) as readonly Factor[];

/** The bits of the factors alone. */
export const factorBits = (standing: Standing): number => standing & allFactors;

/** The factors that are proven of the user. */
export function factorsOf(standing: Standing): readonly Factor[] {
  return factors.filter((factor) => (standing & bits[factor]) !== 0);
}

/** How many factors are proven of the user. */
export function factorCount(standing: Standing): number {
  return (standing & 1) + ((standing >> 1) & 1) + ((standing >> 2) & 1);
}

/** Whether something is proven that is no knowledge. */
export const provesMoreThanKnowledge = (standing: Standing) =>
  (standing & (bits.possession | bits.inherence)) !== 0;

/** The factors that were proven of another user than the one who goes on. */
export function formerFactorsOf(standing: Standing): readonly Factor[] {
  return factorsOf(standing >> formerly);
}

/** Whether the same factors and at least one more are proven. */
export function provesMore(one: Standing, other: Standing): boolean {
  const [more, fewer] = [factorBits(one), factorBits(other)];
  return more !== fewer && (more & fewer) === fewer;
}

/** What is proven but for what one is: that comes with a device which makes sure of its owner, and not by itself. */
export const withoutInherence = (standing: Standing): Standing => standing & ~bits.inherence;

/** What is known of the user, whatever has been begun meanwhile. */
export const withoutUnderway = (standing: Standing): Standing => standing & ~underwayIn(standing);

/** Whether factors that were proven before are left behind for another user. */
export const leavesFactors = (from: Standing, to: Standing): boolean =>
  ((factorBits(from) << formerly) & to) !== 0;

/** Whether something on the way may have said who the user is, as `mayVouch` has it. */
export const isVouchedFor = (standing: Standing) => (standing & vouched) !== 0;

/** Whether the user was made on the way. */
export const isNewUser = (standing: Standing) => (standing & created) !== 0;

/** Whether nothing speaks for the user: no factor is proven, nothing may have vouched, and the user was not made on the way. */
export const isAnybody = (standing: Standing) => (standing & (allFactors | vouched | created)) === 0;

/** Whether a device was registered since the user was last asked for one. */
export const isEnrolled = (standing: Standing) => (standing & enrolled) !== 0;

/**
 * Whether a device was registered on the way, and neither it nor anything else that the user holds was asked for since. A device
 * that is registered and then asked for counts as any other: whoever may register one is taken for its owner from then on.
 */
export const isOnlyEnrolled = (standing: Standing) => (standing & (enrolled | bits.possession)) === enrolled;

/** Every arrival in a journey with what is known of the user there. */
export function standings(surveyed: Survey): Walk<Standing> {
  return walk(surveyed, 0, standAfter);
}

/**
 * What is known counts for the user who is named at the time; naming another one begins anew. Who has just registered a device has
 * one.
 */
const standAfter: Step<Standing> = (before, node, outcome) => {
  const lacking = lacks(node, outcome);
  if (lacking !== undefined && (before & kept[lacking]) !== 0) return undefined;
  const isByProvider = namesByProvider(node, outcome);
  const isAnother = isByProvider || namesAnew(before, node, outcome);
  const underway = underwayIn(before);
  let now = before & ~underway;
  if (isByProvider) now = 0;
  else if (isAnother) now = (now & allFormer) | (factorBits(now) << formerly);
  now |= underwayAfter(underway, node, outcome, isAnother);
  if (mayVouch(node, outcome)) now = (now | vouched) & ~allAsked;
  else if (isAnybody(now) && !isAwaited(underwayIn(now))) now &= ~allAsked;
  else now |= askedBy(node);
  if (createsUser(node, outcome)) now = (now | created) & ~allAsked;
  if (enrols(node, outcome)) now |= enrolled;
  for (const kind of kindsKept(node, outcome)) now |= kept[kind];
  if (deviceQuestions.has(node.node.type)) now &= ~(enrolled | allKept);
  const proven = provenBy(before, node, outcome);
  if (proven === 0) return now;
  switch (ownerOf(before, node, isAnybody(before))) {
    case 'nobody':
      return now;
    case 'former':
      return now | ((proven & ~now) << formerly);
    case 'user':
      return (now | proven) & ~(proven << formerly);
  }
};

/** Whoever is found by what was asked for before anything spoke for the user is the user whom that has spoken for. */
function namesAnew(before: Standing, node: SurveyedChild, outcome: string): boolean {
  if (namesUser(node, outcome)) return true;
  return (before & allAsked) !== 0 && (before & bitOf(attributeSought(node, outcome))) !== 0;
}

function askedBy(node: SurveyedChild): Standing {
  let found = 0;
  for (const attribute of attributesAsked(node)) found |= bitOf(attribute);
  return found;
}

function bitOf(attribute: unknown): Standing {
  if (attribute === undefined) return 0;
  return attribute === 'mail' || attribute === 'userName' ? asked[attribute] : asked.others;
}

/** Recovery codes come with a device: right after it was registered, they are those that the screen has just shown. */
function provenBy(before: Standing, child: SurveyedChild, outcome: string): Standing {
  const factor = factorProven(child, outcome);
  if (factor === undefined) return 0;
  const { node, type, validated } = child;
  if (isEnrolled(before) && node.type === 'RecoveryCodeCollectorDecisionNode') return 0;
  const more = type?.alsoProves?.[outcome];
  const isMore = more !== undefined && validated?.config[more.where] === more.is;
  return bits[factor] | (isMore ? bits[more.factor] : 0);
}

/** Of arrivals, those that prove least: none of them proves all that another one does. Nearest first for equal ones. */
export function least(arrivals: readonly Arrival<Standing>[]): readonly Arrival<Standing>[] {
  const first = new Map<number, Arrival<Standing>>();
  for (const arrival of arrivals) {
    const proven = factorBits(arrival.memory);
    if (!first.has(proven)) first.set(proven, arrival);
  }
  return [...first.values()].filter(({ memory }) =>
    [...first.keys()].every((other) => !provesMore(memory, other)),
  );
}
