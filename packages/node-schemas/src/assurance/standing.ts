import type { Survey } from '../checks/survey.ts';
import { type Arrival, type Step, type Walk, walk } from '../checks/walk.ts';
import type { Factor } from '../node-type.ts';
import { asksForDevice, asksWho, createsUser, enrols, mayVouch } from './vouching.ts';

/** What is known of the user on some way to a place, as a set of bits: few and quickly compared. */
export type Standing = number;

const bits: Readonly<Record<Factor, number>> = { knowledge: 1, possession: 2, inherence: 4 };
const allFactors = 7;
/** Factors of whoever it was before another user was named. */
const formerly = 3;
const vouched = 64;
const created = 128;
const enrolled = 256;

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

/** Whether a device was registered on the way, and neither it nor anything else that the user holds was asked for since. */
export const isOnlyEnrolled = (standing: Standing) => (standing & (enrolled | bits.possession)) === enrolled;

/** Every arrival in a journey with what is known of the user there. */
export function standings(surveyed: Survey): Walk<Standing> {
  return walk(surveyed, 0, standAfter);
}

/** A factor counts for the user who is named when it is proven; naming another one begins anew. */
const standAfter: Step<Standing> = (before, node, outcome) => {
  let now = before;
  if (asksWho(node, outcome)) now = (now & ~allFactors) | (factorBits(now) << formerly);
  if (mayVouch(node)) now |= vouched;
  if (createsUser(node, outcome)) now |= created;
  if (enrols(node, outcome)) now |= enrolled;
  if (asksForDevice(node)) now &= ~enrolled;
  const proves = node.type?.proves ?? {};
  const factor = Object.hasOwn(proves, outcome) ? proves[outcome] : undefined;
  return factor === undefined ? now : (now | bits[factor]) & ~(bits[factor] << formerly);
};

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
