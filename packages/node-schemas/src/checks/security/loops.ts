import { doesAnything, mayVouch } from '../../assurance/vouching.ts';
import { failureId, successId } from '../../journey/journey.ts';
import { innerJourneyName } from '../inner-journeys.ts';
import type { WitnessStep } from '../problem.ts';
import { nameOf } from '../report.ts';
import {
  type CheckContext,
  isSettled,
  type Survey,
  type SurveyedChild,
  type SurveyedNode,
  survey,
} from '../survey.ts';

type Way = readonly WitnessStep[];

/** The types that let somebody try something, and the outcome by which a try comes back. */
export type Attempts = ReadonlyMap<string, string>;

/** A node at which something is tried, itself or inside the journey that it runs. */
interface Attempt {
  readonly outcome: string;
  /** What happens inside before it is left. */
  readonly inside: Way;
}

/** What is tried at a node past nothing that counts or locks: at one that runs a journey, by each end of that. */
function attemptsAt(surveyed: Survey, node: SurveyedNode, attempts: Attempts): readonly Attempt[] {
  const inner = innerOf(surveyed, node);
  if (inner !== undefined) {
    return [...throughs].flatMap(([outcome, end]) => {
      const inside = attemptInside(inner, attempts, end);
      return inside === undefined ? [] : [{ outcome, inside }];
    });
  }
  const outcome = attempts.get((node.children.at(-1) ?? node).node.type);
  return outcome === undefined ? [] : [{ outcome, inside: [] }];
}

/** A way over an attempt at a node and back to that node past nothing that counts or locks, and the outcome by which the try comes back. */
interface Loop {
  readonly outcome: string;
  readonly way: Way;
}

/** A loop in which something is tried again and again; undefined if there is none. */
export function unlimitedLoop(surveyed: Survey, node: SurveyedNode, attempts: Attempts): Loop | undefined {
  for (const { outcome, inside } of attemptsAt(surveyed, node, attempts)) {
    const first = targetBy(node, outcome);
    const back = first === undefined ? undefined : wayPast(surveyed, first, node.node.id);
    if (back) return { outcome, way: [...inside, { nodeId: node.node.id, outcome }, ...back] };
  }
  return undefined;
}

const targetBy = ({ exits }: SurveyedNode, outcome: string) =>
  exits.find((exit) => exit.outcome.id === outcome)?.target;

/** What puts an end to a loop: what is given; where it goes round by the Reject of a limit, another end for that. */
export function remedyFor(surveyed: Survey, loop: Way, limit: string): string {
  const counter = loop.find(({ nodeId }) => surveyed.nodes.get(nodeId)?.node.type === counting);
  return counter === undefined
    ? limit
    : `Lead Reject of ${nameOf(surveyed, counter.nodeId)} to Account Lockout or to Failure.`;
}

/** A way through a journey that is run inside on which something is tried and an end is reached. */
function attemptInside(surveyed: Survey, attempts: Attempts, end: string): Way | undefined {
  const { journey, context } = surveyed;
  // Success counts where the try itself leads to it, and not a better one.
  const tried = end === successId ? attempts : undefined;
  return once(context, attempts, `tried ${end} ${journey.name}`, () => {
    for (const node of surveyed.reached) {
      for (const { outcome, inside } of attemptsAt(surveyed, node, attempts)) {
        const target = targetBy(node, outcome);
        const there = wayPast(surveyed, journey.entryNodeId, node.node.id);
        const away = there && target !== undefined ? wayPast(surveyed, target, end, tried) : undefined;
        if (there && away)
          return within(surveyed, [...there, ...inside, { nodeId: node.node.id, outcome }, ...away]);
      }
    }
    return undefined;
  });
}

/** A shortest way from one node to another, or to an end, past nothing that counts or locks; after what was tried, past no proof either. */
function wayPast(surveyed: Survey, from: string, goal: string, tried?: Attempts): Way | undefined {
  const comings = new Map<string, Coming | undefined>([[from, undefined]]);
  for (const id of comings.keys()) {
    if (id === goal) return wayBy(comings, goal);
    const node = surveyed.nodes.get(id);
    for (const { outcome, target } of node?.exits ?? []) {
      if (node === undefined || target === undefined || comings.has(target)) continue;
      const inside = insidePast(surveyed, node, outcome.id, tried);
      if (inside !== undefined) comings.set(target, { from: id, outcome: outcome.id, inside });
    }
  }
  return undefined;
}

/** How a node is come to: from which, by what, and what happens inside before that. */
interface Coming {
  readonly from: string;
  readonly outcome: string;
  readonly inside: Way;
}

function wayBy(comings: ReadonlyMap<string, Coming | undefined>, goal: string): Way {
  const parts: Way[] = [];
  for (let coming = comings.get(goal); coming !== undefined; coming = comings.get(coming.from))
    parts.unshift([...coming.inside, { nodeId: coming.from, outcome: coming.outcome }]);
  return parts.flat();
}

const throughs: ReadonlyMap<string, string> = new Map([
  ['false', failureId],
  ['true', successId],
]);

/** What happens inside a node that is left by an outcome; undefined where something may count, lock, or do so unseen. */
function insidePast(
  surveyed: Survey,
  node: SurveyedNode,
  outcome: string,
  tried: Attempts | undefined,
): Way | undefined {
  const inner = innerOf(surveyed, node);
  if (inner === undefined) {
    const passes = (child: SurveyedChild) =>
      letsPass(child, outcome) && (tried === undefined || !mayProve(child, outcome, tried));
    return passes(node) && node.children.every(passes) ? [] : undefined;
  }
  const end = throughs.get(outcome);
  if (end === undefined) return undefined;
  const { journey, context } = inner;
  return once(context, tried ?? throughs, `past ${end} ${journey.name}`, () => {
    const way = wayPast(inner, journey.entryNodeId, end, tried);
    return way && within(inner, way);
  });
}

/** Whether by an outcome another try goes well, or the user may be there. Who tries may well know the password. */
function mayProve(child: SurveyedChild, outcome: string, tried: Attempts): boolean {
  const back = tried.get(child.node.type);
  if (back !== undefined) return outcome !== back;
  const proves = child.type?.proves ?? {};
  return (Object.hasOwn(proves, outcome) && proves[outcome] !== 'knowledge') || mayVouch(child, outcome);
}

const counting = 'RetryLimitDecisionNode';

/** Who is rejected once is rejected ever after, so behind Reject nothing counts any more. */
function letsPass(child: SurveyedChild, outcome: string): boolean {
  const { node, validated } = child;
  if (node.type === counting) return outcome === 'Reject';
  if (node.type === 'AccountLockoutNode') {
    return isSettled(validated) && validated.config.lockAction === 'UNLOCK';
  }
  // Nobody but the owner of the account gets on from a mail.
  return !doesAnything(child) && node.type !== 'EmailSuspendNode';
}

const innerOf = ({ context }: Survey, { node }: SurveyedNode) => {
  const inner = context.journeys.get(innerJourneyName(node) ?? '');
  return inner && survey(inner, context);
};

const within = ({ journey }: Survey, way: Way): Way =>
  way.map((step) => ({ journey: journey.name, ...step }));

const known = new WeakMap<CheckContext, Map<unknown, Map<string, Way | undefined>>>();

/** Looks at a journey once, however many others run it. One that leads back to itself is not looked into again. */
function once(
  context: CheckContext,
  what: unknown,
  key: string,
  find: () => Way | undefined,
): Way | undefined {
  const all = known.get(context) ?? new Map<unknown, Map<string, Way | undefined>>();
  known.set(context, all);
  const ways = all.get(what) ?? new Map<string, Way | undefined>();
  all.set(what, ways);
  if (!ways.has(key)) {
    ways.set(key, undefined);
    ways.set(key, find());
  }
  return ways.get(key);
}
