import { failureId, type Journey, successId } from '../journey/journey.ts';
import type { StateScope } from '../state.ts';
import { innerJourneyName } from './inner-journeys.ts';
import {
  type CheckContext,
  isSettled,
  type Survey,
  type SurveyedChild,
  type SurveyedNode,
  survey,
} from './survey.ts';
import { cameOut, common, isSame, type Written } from './written.ts';

/** A node that needs a key which is not there on every way to it. */
export interface UnmetInput {
  readonly node: SurveyedChild;
  readonly key: string;
  /** The nodes that run the journey in which it is, outermost first; none: it is in the one that is looked at. */
  readonly within: readonly string[];
}

/** What a journey finds missing, and what it leaves in the state. */
export interface StateFlow {
  /** By the node of the journey itself, in order of reach. */
  readonly unmet: ReadonlyMap<SurveyedNode, readonly UnmetInput[]>;
  readonly atSuccess: Written;
  readonly atFailure: Written;
}

/**
 * Follows what is written to the state along every way through a journey. A key that a node writes only sometimes counts as
 * written: the node was there to do it.
 */
export function stateFlow(surveyed: Survey, atStart: Written): StateFlow {
  return follow(surveyed, atStart, { context: surveyed.context, entered: [], flows: new Map() });
}

/** The way into inner journeys. */
interface Descent {
  readonly context: CheckContext;
  /** The journeys that are being run, outermost first. */
  readonly entered: readonly string[];
  /** What was found already: without it, journeys that run others twice would be followed 2, 4, 8, … times. */
  readonly flows: Map<string, StateFlow>;
}

function follow(surveyed: Survey, atStart: Written, outer: Descent): StateFlow {
  const descent = { ...outer, entered: [...outer.entered, surveyed.journey.name] };
  const arriving = new Map<string, Written>([[surveyed.journey.entryNodeId, atStart]]);
  const unmet = new Map<SurveyedNode, readonly UnmetInput[]>();
  const open = [surveyed.journey.entryNodeId];
  for (const id of open) {
    const node = surveyed.nodes.get(id);
    if (node === undefined) continue;
    const { unmet: lacking, leaving } = passOf(node, at(arriving, id), descent);
    // It is passed anew whenever less arrives, so the last word counts.
    unmet.set(node, lacking);
    for (const { outcome, target } of node.exits) {
      if (target === undefined) continue;
      const before = at(arriving, target);
      const now = common(before, leaving(outcome.id));
      if (arriving.has(target) && isSame(before, now)) continue;
      arriving.set(target, now);
      open.push(target);
    }
  }
  return { unmet, atSuccess: at(arriving, successId), atFailure: at(arriving, failureId) };
}

/** What no way has reached yet leaves everything open. */
const at = (arriving: ReadonlyMap<string, Written>, id: string): Written => arriving.get(id) ?? 'anything';

/** What a node does to the state that reaches it. */
interface Pass {
  readonly unmet: readonly UnmetInput[];
  leaving(outcome: string): Written;
}

function passOf(node: SurveyedNode, before: Written, descent: Descent): Pass {
  if (node.children.length > 0) return passOfPage(node.children, before);
  const inner = innerJourney(node, descent);
  if (inner === undefined) {
    return {
      unmet: unmetBy(node, before),
      leaving: (outcome) => writtenBy(node, outcome, before),
    };
  }
  const flow = flowOf(inner, before, descent);
  const innerUnmet = distinct([...flow.unmet.values()].flat());
  return {
    unmet: [
      ...unmetBy(node, before),
      ...innerUnmet.map((input) => ({ ...input, within: [node.node.displayName, ...input.within] })),
    ],
    leaving: (outcome) => {
      const left = outcome === 'true' ? flow.atSuccess : outcome === 'false' ? flow.atFailure : undefined;
      return writtenBy(node, outcome, left === undefined ? before : cameOut(left, before));
    },
  };
}

/** Each child of a page sees what those before it have written. */
function passOfPage(children: readonly SurveyedChild[], before: Written): Pass {
  const unmet: UnmetInput[] = [];
  let written = before;
  for (const child of children.slice(0, -1)) {
    unmet.push(...unmetBy(child, written));
    written = writtenBy(child, child.outcomes[0]?.id, written);
  }
  const last = children.at(-1);
  if (last !== undefined) unmet.push(...unmetBy(last, written));
  return { unmet, leaving: (outcome) => (last === undefined ? written : writtenBy(last, outcome, written)) };
}

/** A journey that leads back to itself is the problem of another check. */
function innerJourney({ node }: SurveyedNode, { context, entered }: Descent): Journey | undefined {
  const name = innerJourneyName(node);
  return name === undefined || entered.includes(name) ? undefined : context.journeys.get(name);
}

function flowOf(journey: Journey, before: Written, descent: Descent): StateFlow {
  const key = JSON.stringify([journey.name, before === 'anything' ? before : [...before].sort()]);
  const known = descent.flows.get(key);
  if (known !== undefined) return known;
  const flow = follow(survey(journey, descent.context), before, descent);
  descent.flows.set(key, flow);
  return flow;
}

/** A node that two ways lead into is told of once. */
function distinct(inputs: readonly UnmetInput[]): readonly UnmetInput[] {
  return [
    ...new Map(inputs.map((input) => [JSON.stringify([input.node.node.id, input.key]), input])).values(),
  ];
}

function unmetBy(node: SurveyedChild, before: Written): UnmetInput[] {
  if (before === 'anything') return [];
  const unmet: UnmetInput[] = [];
  for (const { key, required } of node.type?.reads ?? []) {
    if (required && !before.has(key)) unmet.push({ node, key, within: [] });
  }
  return unmet;
}

function writtenBy(
  { type, validated }: SurveyedChild,
  outcome: string | undefined,
  before: Written,
): Written {
  if (type === undefined || type.writesAnything || before === 'anything') return 'anything';
  let written: Map<string, StateScope> | undefined;
  const write = (key: string, scope: StateScope) => {
    // Round a loop, everything is written already.
    if (written === undefined && before.get(key) === scope) return;
    written ??= new Map(before);
    written.set(key, scope);
  };
  for (const { key, scope, on } of type.writes) {
    if (on === undefined || (outcome !== undefined && on.includes(outcome))) write(key, scope);
  }
  if (type.namedWrites !== undefined && isSettled(validated)) {
    for (const key of type.namedWrites(validated.config as never)) write(key, 'shared');
  }
  return written ?? before;
}
