import { doesAnything } from '../../assurance/vouching.ts';
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

/** What is tried at a node past nothing that counts or locks; undefined: nothing. */
export function attemptAt(surveyed: Survey, node: SurveyedNode, attempts: Attempts): Attempt | undefined {
  const inner = innerOf(surveyed, node);
  if (inner !== undefined) {
    const inside = attemptInside(inner, attempts);
    return inside && { outcome: 'false', inside };
  }
  const outcome = attempts.get((node.children.at(-1) ?? node).node.type);
  return outcome === undefined ? undefined : { outcome, inside: [] };
}

/** A shortest way over an attempt at a node and back to that node past nothing that counts or locks; undefined if there is none. */
export function unlimitedLoop(
  surveyed: Survey,
  { node, exits }: SurveyedNode,
  { outcome, inside }: Attempt,
): Way | undefined {
  const first = exits.find((exit) => exit.outcome.id === outcome)?.target;
  const back = first === undefined ? undefined : wayPast(surveyed, first, node.id);
  return back && [...inside, { nodeId: node.id, outcome }, ...back];
}

/** What puts an end to a loop: what is given; where it goes round by the Reject of a limit, another end for that. */
export function remedyFor(surveyed: Survey, loop: Way, limit: string): string {
  const counter = loop.find(({ nodeId }) => surveyed.nodes.get(nodeId)?.node.type === counting);
  return counter === undefined
    ? limit
    : `Lead Reject of ${nameOf(surveyed, counter.nodeId)} to Account Lockout or to Failure.`;
}

/** A way through a journey that is run inside on which something is tried and Failure is reached. */
function attemptInside(surveyed: Survey, attempts: Attempts): Way | undefined {
  const { journey, context } = surveyed;
  return once(context, attempts, journey.name, () => {
    for (const node of surveyed.reached) {
      const attempt = attemptAt(surveyed, node, attempts);
      const target = node.exits.find(({ outcome }) => outcome.id === attempt?.outcome)?.target;
      const there = attempt && wayPast(surveyed, journey.entryNodeId, node.node.id);
      const away = there && target !== undefined ? wayPast(surveyed, target, failureId) : undefined;
      if (attempt && there && away) {
        const step = { nodeId: node.node.id, outcome: attempt.outcome };
        return within(surveyed, [...there, ...attempt.inside, step, ...away]);
      }
    }
    return undefined;
  });
}

/** A shortest way from one node to another, or to an end, past nothing that counts or locks. */
function wayPast(surveyed: Survey, from: string, goal: string): Way | undefined {
  const comings = new Map<string, Coming | undefined>([[from, undefined]]);
  for (const id of comings.keys()) {
    if (id === goal) return wayBy(comings, goal);
    const node = surveyed.nodes.get(id);
    for (const { outcome, target } of node?.exits ?? []) {
      if (node === undefined || target === undefined || comings.has(target)) continue;
      const inside = insidePast(surveyed, node, outcome.id);
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
  ['true', successId],
  ['false', failureId],
]);

/** What happens inside a node that is left by an outcome; undefined where something may count, lock, or do so unseen. */
function insidePast(surveyed: Survey, node: SurveyedNode, outcome: string): Way | undefined {
  const inner = innerOf(surveyed, node);
  if (inner === undefined) {
    return letsPass(node, outcome) && node.children.every((child) => letsPass(child, outcome))
      ? []
      : undefined;
  }
  const end = throughs.get(outcome);
  if (end === undefined) return undefined;
  const { journey, context } = inner;
  return once(context, throughs, `${end} ${journey.name}`, () => {
    const way = wayPast(inner, journey.entryNodeId, end);
    return way && within(inner, way);
  });
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
