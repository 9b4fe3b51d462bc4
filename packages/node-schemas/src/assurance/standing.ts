import type { Survey, SurveyedChild } from '../checks/survey.ts';
import { type Arrival, type Step, type Walk, walk } from '../checks/walk.ts';
import type { Factor } from '../node-type.ts';
import {
  asksWho,
  createsUser,
  type DeviceKind,
  deviceQuestions,
  enrols,
  kindsKept,
  lacks,
  mayVouch,
} from './vouching.ts';

/** What is known of the user on some way to a place, as a set of bits: few and quickly compared. */
export type Standing = number;

const bits: Readonly<Record<Factor, number>> = { knowledge: 1, possession: 2, inherence: 4 };
const allFactors = 7;
/** Factors of whoever it was before another user was named. */
const formerly = 3;
const vouched = 64;
const created = 128;
const enrolled = 256;
/** What devices that were registered are for, where they are kept. */
const kept: Readonly<Record<DeviceKind, number>> = { binding: 512, oath: 1024, push: 2048, webauthn: 4096 };
const allKept = 512 | 1024 | 2048 | 4096;

/** In the order in which they are told. */
const factors = Object.keys(bits) as readonly Factor[];

/** The bits of the factors alone. */
export const factorBits = (standing: Standing): number => standing & allFactors;

/** The factors that are proven of the user. */
export function factorsOf(standing: Standing): readonly Factor[] {
  return factors.filter((factor) => (standing & bits[factor]) !== 0);
}

/** The factors that were proven of another user than the one who goes on. */
export function formerFactorsOf(standing: Standing): readonly Factor[] {
  return factorsOf(standing >> formerly);
}

/** Whether the same factors and at least one more are proven. */
export function provesMore(one: Standing, other: Standing): boolean {
  const [more, fewer] = [factorBits(one), factorBits(other)];
  return more !== fewer && (more & fewer) === fewer;
}

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

/** A factor counts for the user who is named when it is proven; naming another one begins anew. Who has just registered a device has one. */
const standAfter: Step<Standing> = (before, node, outcome) => {
  const lacking = lacks(node, outcome);
  if (lacking !== undefined && (before & kept[lacking]) !== 0) return undefined;
  let now = before;
  if (asksWho(node, outcome)) now = (now & ~allFactors & ~allKept) | (factorBits(now) << formerly);
  if (mayVouch(node)) now |= vouched;
  if (createsUser(node, outcome)) now |= created;
  if (enrols(node, outcome)) now |= enrolled;
  for (const kind of kindsKept(node, outcome)) now |= kept[kind];
  if (deviceQuestions.has(node.node.type)) now &= ~(enrolled | allKept);
  const factor = factorProven(before, node, outcome);
  return factor === undefined ? now : (now | bits[factor]) & ~(bits[factor] << formerly);
};

/** Recovery codes come with a device: right after it was registered, they are those that the screen has just shown. */
function factorProven(before: Standing, { node, type }: SurveyedChild, outcome: string): Factor | undefined {
  if (isEnrolled(before) && node.type === 'RecoveryCodeCollectorDecisionNode') return undefined;
  const proves = type?.proves ?? {};
  return Object.hasOwn(proves, outcome) ? proves[outcome] : undefined;
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
