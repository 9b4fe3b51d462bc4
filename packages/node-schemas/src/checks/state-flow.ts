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
    const before = at(arriving, id);
    const inner = innerJourney(node, descent);
    const flow = inner && flowOf(inner, before, descent);
    // It is passed anew whenever less arrives, so the last word counts.
    unmet.set(node, unmetAt(node, before, flow));
    for (const { outcome, target } of node.exits) {
      if (target === undefined) continue;
      const known = at(arriving, target);
      const now = common(known, leftBy(node, outcome.id, before, flow));
      if (arriving.has(target) && isSame(known, now)) continue;
      arriving.set(target, now);
      open.push(target);
    }
  }
  return { unmet, atSuccess: at(arriving, successId), atFailure: at(arriving, failureId) };
}

/** What no way has reached yet leaves everything open. */
const at = (arriving: ReadonlyMap<string, Written>, id: string): Written => arriving.get(id) ?? 'anything';

/** What a node finds missing, with all that is in it. Each child of a page sees what those before it have written. */
function unmetAt(node: SurveyedNode, before: Written, flow: StateFlow | undefined): readonly UnmetInput[] {
  if (node.children.length > 0) {
    return node.children.flatMap((child, index) =>
      unmetBy(child, writtenByAll(node.children.slice(0, index), before)),
    );
  }
  if (flow === undefined) return unmetBy(node, before);
  const inside = distinct([...flow.unmet.values()].flat());
  return [
    ...unmetBy(node, before),
    ...inside.map((input) => ({ ...input, within: [node.node.displayName, ...input.within] })),
  ];
}

/** What is in the state once a node, with all that is in it, is left by an outcome. */
function leftBy(node: SurveyedNode, outcome: string, before: Written, flow: StateFlow | undefined): Written {
  const last = node.children.at(-1);
  if (last !== undefined) return writtenBy(last, outcome, writtenByAll(node.children.slice(0, -1), before));
  const left = outcome === 'true' ? flow?.atSuccess : outcome === 'false' ? flow?.atFailure : undefined;
  return writtenBy(node, outcome, left === undefined ? before : cameOut(left, before));
}

/** What is in the state behind nodes of a page that others follow. */
function writtenByAll(children: readonly SurveyedChild[], before: Written): Written {
  return children.reduce((written, child) => writtenBy(child, child.outcomes[0]?.id, written), before);
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

function unmetBy(node: SurveyedChild, before: Written): readonly UnmetInput[] {
  const unmet: UnmetInput[] = [];
  if (before === 'anything') return unmet;
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
  for (const { key, scope, on } of type.writes) {
    if (on === undefined || (outcome !== undefined && on.includes(outcome))) {
      written = adding(written, before, key, scope);
    }
  }
  if (type.namedWrites !== undefined && isSettled(validated)) {
    for (const key of type.namedWrites(validated.config as never)) {
      written = adding(written, before, key, 'shared');
    }
  }
  return written ?? before;
}

/** What was written so far, and one more; undefined as long as all was there before: round a loop nothing is to be copied. */
function adding(
  written: Map<string, StateScope> | undefined,
  before: ReadonlyMap<string, StateScope>,
  key: string,
  scope: StateScope,
): Map<string, StateScope> | undefined {
  if (written === undefined && before.get(key) === scope) return undefined;
  return (written ?? new Map(before)).set(key, scope);
}
