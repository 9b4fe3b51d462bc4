import type { Survey, SurveyedChild } from '../checks/survey.ts';
import { type Step, type Walk, walk } from '../checks/walk.ts';
import {
  factorProven,
  isCertified,
  ownerOf,
  type Underway,
  underwayAfter,
  withoutWaiting,
} from './underway.ts';
import {
  attributeSought,
  attributesAsked,
  changesProfile,
  createsUser,
  kindsKept,
  mayVouch,
  namesUser,
} from './vouching.ts';

/**
 * How well whoever is there is known on some way:
 * - `nobody`: has said nothing of who it is, as a user who was signed in before
 * - `stranger`: has said something by which a user can be found; `named`: is taken for a user, and nothing else
 * - `enrolled`: was taken for a user, and has registered a device for that user; `changed`: and has changed what is kept of that user
 * - `vouched`: was made a user on the way, or is known to a script, a provider or the like, as `mayVouch` has it
 * - `proven`: has proven a factor; `renamed`: and was then taken for another user
 * - `vouched` or `proven`, `asked for` some attributes: was that, and has then said something by which another user can be found
 */
type Familiarity =
  | 'nobody'
  | 'stranger'
  | 'named'
  | 'enrolled'
  | 'changed'
  | 'renamed'
  | Spoken
  | `${Spoken}, asked for ${string}`;

type Spoken = 'vouched' | 'proven';

/** The same, with what is under way where anything is. */
export type Acquaintance = Familiarity | `${Familiarity}; ${Underway}`;

/** How well whoever is there is known, whatever is under way. */
export const familiarityOf = (known: Acquaintance) => known.split('; ', 1)[0] as Familiarity;

const underwayOf = (known: Acquaintance): Underway => Number(known.split('; ')[1] ?? 0);

/** Whether nothing at all speaks for whoever is there. */
export const isUnproven = (known: Acquaintance) => strange.has(familiarityOf(known));

const strange: ReadonlySet<Familiarity> = new Set(['nobody', 'stranger', 'named']);

/** Whether something has been shown that may be a proof, be it known of whom or not. */
export const hasShownProof = (known: Acquaintance) => known === 'proven' || isCertified(underwayOf(known));

const walks = new WeakMap<Survey, Walk<Acquaintance>>();

/** Every arrival in a journey with how well whoever is there is known. Whoever has proven a factor never counts as unproven again. */
export function acquaintances(surveyed: Survey): Walk<Acquaintance> {
  const known = walks.get(surveyed) ?? walk<Acquaintance>(surveyed, 'nobody', knownAfter);
  walks.set(surveyed, known);
  return known;
}

const knownAfter: Step<Acquaintance> = (before, child, outcome) => {
  const underway = underwayOf(before);
  const now = familiarityAfter(familiarityOf(before), underway, child, outcome);
  const begun = withoutWaiting(underwayAfter(underway, child, outcome, namesUser(child, outcome)));
  return begun === 0 || isProven(now) ? now : `${now}; ${begun}`;
};

function familiarityAfter(
  before: Familiarity,
  underway: Underway,
  child: SurveyedChild,
  outcome: string,
): Familiarity {
  if (
    factorProven(child, outcome) !== undefined &&
    ownerOf(underway, child, strange.has(before)) !== 'nobody'
  )
    return 'proven';
  if (mayVouch(child, outcome) || createsUser(child, outcome) || answersQuestions(child, outcome))
    return isProven(before) ? 'proven' : 'vouched';
  if (namesUser(child, outcome)) return isProven(before) ? 'renamed' : 'named';
  if (before === 'named' || before === 'renamed') return taintedBy(before, child, outcome);
  if (before === 'enrolled' || before === 'changed') return before;
  if (!strange.has(before)) return knownStill(before, child, outcome);
  if (kindsKept(child, outcome).length > 0) return 'vouched';
  if (before === 'stranger' && finds(child, outcome)) return 'named';
  return before === 'nobody' && asksForName.has(child.node.type) ? 'stranger' : before;
}

const isProven = (how: Familiarity) => how === 'renamed' || how.startsWith('proven');

/** Whoever is taken for a user may leave something behind by which to come back as that one. */
function taintedBy(before: 'named' | 'renamed', child: SurveyedChild, outcome: string): Familiarity {
  if (kindsKept(child, outcome).length > 0) return 'enrolled';
  return changesProfile(child, outcome) ? 'changed' : before;
}

/** Whoever was known is another one once a user is found by what was asked for since. */
function knownStill(before: Familiarity, child: SurveyedChild, outcome: string): Familiarity {
  const who = isProven(before) ? 'proven' : 'vouched';
  const sought = attributeSought(child, outcome);
  if (sought !== undefined && before.split(' ').includes(String(sought)))
    return who === 'proven' ? 'renamed' : 'named';
  const asked = attributesAsked(child);
  return asked.length === 0 ? before : `${who}, asked for ${asked.join(' ')}`;
}

/** Answers that only the user should know are no factor, and not nothing. */
const answersQuestions = ({ node }: SurveyedChild, outcome: string) =>
  node.type === 'KbaVerifyNode' && outcome === 'true';

const finds = ({ node }: SurveyedChild, outcome: string) =>
  node.type === 'IdentifyExistingUserNode' && outcome === 'true';

const asksForName: ReadonlySet<string> = new Set(['AttributeCollectorNode', 'ValidatedUsernameNode']);
