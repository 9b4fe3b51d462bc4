import type { Survey, SurveyedChild } from '../checks/survey.ts';
import { type Step, type Walk, walk } from '../checks/walk.ts';
import {
  asksWho,
  attributeSought,
  attributesAsked,
  createsUser,
  enrols,
  kindsKept,
  mayVouch,
} from './vouching.ts';

/**
 * How well whoever is there is known on some way:
 * - `nobody`: has said nothing of who it is, as a user who was signed in before
 * - `stranger`: has said something by which a user can be found; `named`: is taken for a user, and nothing else
 * - `enrolled`: was taken for a user, and has registered a device for that user
 * - `vouched`: was made a user on the way, or is known to a script, a provider or the like, as `mayVouch` has it
 * - `asked for` some attributes: was that, and has then said something by which another user can be found
 * - `proven`: has proven a factor
 */
export type Acquaintance =
  | 'nobody'
  | 'stranger'
  | 'named'
  | 'enrolled'
  | 'vouched'
  | `asked for ${string}`
  | 'proven';

/** Whether nothing at all speaks for whoever is there. */
export const isUnproven = (known: Acquaintance) =>
  known === 'nobody' || known === 'stranger' || known === 'named';

const walks = new WeakMap<Survey, Walk<Acquaintance>>();

/** Every arrival in a journey with how well whoever is there is known. Whoever has proven a factor counts as proven from then on. */
export function acquaintances(surveyed: Survey): Walk<Acquaintance> {
  const known = walks.get(surveyed) ?? walk<Acquaintance>(surveyed, 'nobody', knownAfter);
  walks.set(surveyed, known);
  return known;
}

const knownAfter: Step<Acquaintance> = (before, child, outcome) => {
  if (before === 'proven') return before;
  if (Object.hasOwn(child.type?.proves ?? nothing, outcome)) return 'proven';
  if (asksWho(child, outcome)) return 'named';
  if (mayVouch(child, outcome) || createsUser(child, outcome) || answersQuestions(child, outcome))
    return 'vouched';
  if (!isUnproven(before)) return knownStill(before, child, outcome);
  if (enrols(child, outcome)) {
    if (kindsKept(child, outcome).length === 0) return before;
    return before === 'named' ? 'enrolled' : 'vouched';
  }
  if (before === 'stranger' && finds(child, outcome)) return 'named';
  return before === 'nobody' && asksForName.has(child.node.type) ? 'stranger' : before;
};

const nothing = {};

/** Whoever was vouched for is another one once a user is found by what was asked for since. */
function knownStill(before: Acquaintance, child: SurveyedChild, outcome: string): Acquaintance {
  const sought = attributeSought(child, outcome);
  if (sought !== undefined && before.split(' ').includes(String(sought))) return 'named';
  const asked = attributesAsked(child);
  return before === 'enrolled' || asked.length === 0 ? before : `asked for ${asked.join(' ')}`;
}

/** Answers that only the user should know are no factor, and not nothing. */
const answersQuestions = ({ node }: SurveyedChild, outcome: string) =>
  node.type === 'KbaVerifyNode' && outcome === 'true';

const finds = ({ node }: SurveyedChild, outcome: string) =>
  node.type === 'IdentifyExistingUserNode' && outcome === 'true';

const asksForName: ReadonlySet<string> = new Set(['AttributeCollectorNode', 'ValidatedUsernameNode']);
