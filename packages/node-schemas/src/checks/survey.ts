import type { ValidatedConfig } from '../config/validate-config.ts';
import { failureId, type Journey, type JourneyNode, type PageChild, successId } from '../journey/journey.ts';
import type { JsonPath } from '../journey/position.ts';
import { type NodeType, type Outcome, outcomesOf } from '../node-type.ts';
import { canRun, nodeTypesById } from '../nodes/index.ts';
import { validatedOnce } from './validated-once.ts';

/** What a journey is checked against. */
export interface CheckContext {
  /** The journeys of the realm, by name. */
  readonly journeys: ReadonlyMap<string, Journey>;
  /** The names of the services that the realm has, such as `pushNotification`; absent: nobody knows. */
  readonly services?: ReadonlySet<string>;
  /** The node types that are known, by id. */
  readonly types: ReadonlyMap<string, NodeType>;
}

/** A journey with what every check needs to know of it. */
export interface Survey {
  readonly journey: Journey;
  readonly context: CheckContext;
  readonly nodes: ReadonlyMap<string, SurveyedNode>;
  /** The same nodes, in the order of the file; and each followed by those in it where it is a page. */
  readonly all: readonly SurveyedNode[];
  readonly parts: readonly SurveyedChild[];
  /** The nodes that can be reached from Start, nearest first. */
  readonly reached: ReadonlySet<SurveyedNode>;
}

/** A node of a journey, looked at. */
export interface SurveyedNode extends SurveyedChild {
  readonly node: JourneyNode;
  /** The nodes of a page. */
  readonly children: readonly SurveyedChild[];
  /** The ways on, one for each outcome that the node has. */
  readonly exits: readonly Exit[];
}

/** A node, in a page or not. */
export interface SurveyedChild {
  readonly node: PageChild;
  /** Undefined: not known here. */
  readonly type: NodeType | undefined;
  /** Undefined where the type is not known or the file has no configuration. */
  readonly validated: ValidatedConfig | undefined;
  readonly outcomes: readonly Outcome[];
  /** Where its configuration is in a single-journey export. */
  readonly path: JsonPath;
}

/** One way out of a node. */
interface Exit {
  readonly outcome: Outcome;
  /** The id of a node of the journey, or of Success or Failure; undefined: connected to nothing that is there. */
  readonly target: string | undefined;
}

/** What is seen of a journey. */
type Look = Omit<Survey, 'journey' | 'context'> & { readonly typeCount: number };

/** Many checks look at a journey, and once more for each journey that runs it. The types that are known may grow in number. */
const looks = new WeakMap<CheckContext['types'], WeakMap<Journey, Look>>();

/** Looks at every node of a journey. */
export function survey(journey: Journey, context: CheckContext): Survey {
  const { types } = context;
  const known = looks.get(types) ?? new WeakMap<Journey, Look>();
  looks.set(types, known);
  let look = known.get(journey);
  if (look?.typeCount !== types.size) {
    look = lookAt(journey, context);
    known.set(journey, look);
  }
  const { nodes, all, parts, reached } = look;
  return { journey, context, nodes, all, parts, reached };
}

function lookAt(journey: Journey, context: CheckContext): Look {
  const nodes = new Map<string, SurveyedNode>();
  for (const [id, node] of journey.nodes) nodes.set(id, surveyNode(journey, node, context));
  const all = [...nodes.values()];
  return {
    nodes,
    all,
    parts: all.flatMap((node) => (node.children.length === 0 ? node : [node, ...node.children])),
    reached: reachedFrom(nodes, journey.entryNodeId),
    typeCount: context.types.size,
  };
}

/** The ways out of a node as the checks see them, for who draws or writes it. */
export function outcomesOfNode(
  node: JourneyNode,
  types: ReadonlyMap<string, NodeType> = nodeTypesById,
): readonly Outcome[] {
  return surveyed(node, types).outcomes;
}

/** Whether an id is that of Success or Failure. */
export function isEnd(id: string): boolean {
  return id === successId || id === failureId;
}

/** The nodes that can be reached from a node, itself among them, nearest first. */
export function reachedFrom(nodes: Survey['nodes'], from: string): Set<SurveyedNode> {
  const start = nodes.get(from);
  const reached = new Set(start === undefined ? [] : [start]);
  for (const { exits } of reached) {
    for (const { target } of exits) {
      const next = target === undefined ? undefined : nodes.get(target);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

/** Every node: those that are reached from Start first, nearest first; the others by their ids. */
export function inOrder({ nodes, reached }: Survey): SurveyedNode[] {
  const found = new Set(reached);
  for (const id of [...nodes.keys()].sort()) {
    for (const node of reachedFrom(nodes, id)) found.add(node);
  }
  return [...found];
}

/** The nodes that a node leads to. */
export function successors(nodes: Survey['nodes'], { exits }: SurveyedNode): SurveyedNode[] {
  const found: SurveyedNode[] = [];
  for (const { target } of exits) {
    const next = target === undefined ? undefined : nodes.get(target);
    if (next !== undefined) found.push(next);
  }
  return found;
}

/** Whether a configuration can be relied on: known to be right, and not still to be filled in. */
export function isSettled(validated: ValidatedConfig | undefined): validated is ValidatedConfig {
  return (
    validated !== undefined &&
    !validated.hasPlaceholders &&
    validated.problems.every(({ severity }) => severity !== 'error')
  );
}

function surveyNode(journey: Journey, node: JourneyNode, { types }: CheckContext): SurveyedNode {
  const { type, validated, outcomes, path, children } = surveyed(node, types);
  const exits = outcomes.map((outcome) => {
    const target = targetOf(node, outcome.id);
    const isThere = target !== undefined && (isEnd(target) || journey.nodes.has(target));
    return { outcome, target: isThere ? target : undefined };
  });
  return { node, type, validated, outcomes, path, children, exits };
}

function surveyed(node: JourneyNode, types: ReadonlyMap<string, NodeType>) {
  const children = node.children === undefined ? none : surveyPage(node.children, types);
  const outcomesOfChild =
    children.length === 0
      ? nobodysOutcomes
      : (id: string) => children.find((child) => child.node.id === id)?.outcomes ?? [];
  const { type, validated, outcomes, path } = surveyChild(node, types, ['nodes', node.id], outcomesOfChild);
  return {
    type,
    validated,
    outcomes: type === undefined ? allOutcomes(node, outcomes) : outcomes,
    path,
    children,
  };
}

const none: readonly SurveyedChild[] = [];
const nobodysOutcomes = () => [];

function surveyPage(
  children: readonly PageChild[],
  types: ReadonlyMap<string, NodeType>,
): readonly SurveyedChild[] {
  return children.map((child) => surveyChild(child, types, ['innerNodes', child.id], nobodysOutcomes));
}

/** Where an outcome is connected to, be there such a node or not. */
export function targetOf(node: JourneyNode, outcome: string): string | undefined {
  return Object.hasOwn(node.connections, outcome) ? node.connections[outcome] : undefined;
}

function surveyChild(
  node: PageChild,
  types: ReadonlyMap<string, NodeType>,
  path: JsonPath,
  outcomesOfChild: (id: string) => readonly Outcome[],
): SurveyedChild {
  const type = types.get(node.type);
  const validated = type === undefined || node.configMissing ? undefined : validatedOnce(type, node.config);
  return { node, type, validated, outcomes: outcomes(node, type, validated, outcomesOfChild), path };
}

/** What the configuration says; where it cannot be relied on, what the file lists. */
function outcomes(
  node: PageChild,
  type: NodeType | undefined,
  validated: ValidatedConfig | undefined,
  outcomesOfChild: (id: string) => readonly Outcome[],
): readonly Outcome[] {
  if (type === undefined) return node.outcomes ?? [];
  if (node.outcomes !== undefined && isKnownByHearsay(type)) return node.outcomes;
  if (!isSettled(validated)) return node.outcomes ?? outcomesOf(type, null, outcomesOfChild);
  if ('compute' in type.outcomes) return outcomesOf(type, validated.config, outcomesOfChild);
  let known = fixedOutcomes.get(validated);
  if (known === undefined) {
    known = outcomesOf(type, validated.config);
    fixedOutcomes.set(validated, known);
  }
  return known;
}

/** Nodes of a type with the same configuration share what was validated of it. */
const fixedOutcomes = new WeakMap<ValidatedConfig, readonly Outcome[]>();

/** Of a type that is not run here, and whose outcomes no configuration decides, the server that wrote the file knows best. */
function isKnownByHearsay({ id, outcomes }: NodeType): boolean {
  return !canRun(id) && 'all' in outcomes && outcomes.onlyIf === undefined;
}

/** Of a type that is not known, what the file lists and what is connected. */
function allOutcomes(node: JourneyNode, listed: readonly Outcome[]): Outcome[] {
  const unlisted = Object.keys(node.connections).filter((id) => listed.every((outcome) => outcome.id !== id));
  return [...listed, ...unlisted.map((id) => ({ id, displayName: id }))];
}
