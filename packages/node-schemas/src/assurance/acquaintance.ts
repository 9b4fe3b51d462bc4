import type { Survey, SurveyedChild } from '../checks/survey.ts';
import { type Step, type Walk, walk } from '../checks/walk.ts';
import { asksWho, createsUser, enrols, kindsKept, mayVouch } from './vouching.ts';

/**
 * How well whoever is there is known on some way:
 * - `nobody`: has said nothing of who it is, as a user who was signed in before
 * - `stranger`: has said something by which a user can be found; `named`: is taken for a user, and nothing else
 * - `enrolled`: was taken for a user, and has registered a device for that user
 * - `vouched`: was made a user on the way, or is known to a script, a session or the like, as `mayVouch` has it
 * - `proven`: has proven a factor
 */
export type Acquaintance = 'nobody' | 'stranger' | 'named' | 'enrolled' | 'vouched' | 'proven';

/** Whether nothing at all speaks for whoever is there. */
export const isUnproven = (known: Acquaintance) =>
  known === 'nobody' || known === 'stranger' || known === 'named';

const walks = new WeakMap<Survey, Walk<Acquaintance>>();

/** Every arrival in a journey with how well whoever is there is known. Once something speaks for the user, nothing else is asked. */
export function acquaintances(surveyed: Survey): Walk<Acquaintance> {
  const known = walks.get(surveyed) ?? walk<Acquaintance>(surveyed, 'nobody', knownAfter);
  walks.set(surveyed, known);
  return known;
}

const knownAfter: Step<Acquaintance> = (before, child, outcome) => {
  if (!isUnproven(before)) return before;
  if (Object.hasOwn(child.type?.proves ?? {}, outcome)) return 'proven';
  if (mayVouch(child) || createsUser(child, outcome) || answersQuestions(child, outcome)) return 'vouched';
  if (enrols(child, outcome)) {
    if (kindsKept(child, outcome).length === 0) return before;
    return before === 'named' ? 'enrolled' : 'vouched';
  }
  if (asksWho(child, outcome) || (before === 'stranger' && finds(child, outcome))) return 'named';
  return before === 'nobody' && asksForName.has(child.node.type) ? 'stranger' : before;
};

/** Answers that only the user should know are no factor, and not nothing. */
const answersQuestions = ({ node }: SurveyedChild, outcome: string) =>
  node.type === 'KbaVerifyNode' && outcome === 'true';

const finds = ({ node }: SurveyedChild, outcome: string) =>
  node.type === 'IdentifyExistingUserNode' && outcome === 'true';

const asksForName: ReadonlySet<string> = new Set(['AttributeCollectorNode', 'ValidatedUsernameNode']);
