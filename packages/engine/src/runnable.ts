import type { DeclaredStateKey, Journey, NodeType, PageChild } from '@journeyman/node-schemas';
import type { Behaviour } from './behaviour.ts';
import { JourneyError } from './errors.ts';
import { maxAuthLevels } from './max-auth-level.ts';
import { reachable } from './reachable.ts';

/** How a node is run: by its type's behaviour, or by the engine itself. */
type Runner =
  | { readonly kind: 'behaviour'; readonly behaviour: Behaviour }
  | { readonly kind: 'page' | 'inner journey' };

/** A node that is ready to be run. */
export interface RunnableNode {
  readonly id: string;
  readonly type: string;
  readonly displayName: string;
  /** Defaults filled in. */
  readonly config: unknown;
  /** Undefined: the type can be designed, but not run here. */
  readonly runner: Runner | undefined;
  readonly reads: readonly DeclaredStateKey[];
  readonly connections: Readonly<Record<string, string>>;
  /** The nodes of a page. */
  readonly children: readonly RunnableNode[];
}

/** A journey that is ready to be run. */
export interface RunnableJourney {
  readonly journey: Journey;
  readonly nodes: ReadonlyMap<string, RunnableNode>;
  /** What a node and those that can be reached from it read, and the journeys that they enter. */
  lookAhead(nodeId: string): LookAhead;
  /** The highest authentication level that the way from a node to Success can add; undefined if there is no such way. */
  maxAuthLevelFrom(nodeId: string): number | undefined;
}

interface LookAhead {
  readonly keys: ReadonlySet<string>;
  readonly innerJourneys: readonly string[];
}

/** What a journey is made ready with. */
export interface Registry {
  typeOf(id: string): NodeType | undefined;
  behaviourOf(id: string): Behaviour | undefined;
  /** A configuration with the defaults of its type filled in. */
  withDefaults(type: NodeType, config: PageChild['config']): unknown;
}

/** Makes a journey ready. It must have no errors: what is wrong with it is for the checks to say. */
export function makeRunnable(journey: Journey, registry: Registry): RunnableJourney {
  const ready = (node: PageChild, connections: Readonly<Record<string, string>>): RunnableNode => {
    const type = registry.typeOf(node.type);
    const children = 'children' in node ? ((node.children as readonly PageChild[] | undefined) ?? []) : [];
    return {
      id: node.id,
      type: node.type,
      displayName: node.displayName,
      config: type === undefined ? node.config : registry.withDefaults(type, node.config),
      runner: runnerOf(node.type, registry),
      reads: (type?.reads ?? []).map(({ key }) => key),
      connections,
      children: children.map((child) => ready(child, {})),
    };
  };
  const nodes = new Map([...journey.nodes].map(([id, node]) => [id, ready(node, node.connections)]));
  return {
    journey,
    nodes,
    lookAhead: remembered((nodeId) => {
      const ahead = [...reachable(nodes, nodeId).values()];
      return {
        keys: new Set(ahead.flatMap((node) => [node, ...node.children]).flatMap(({ reads }) => reads)),
        innerJourneys: [...new Set(ahead.map(innerJourneyOf).filter((name) => name !== undefined))],
      };
    }),
    maxAuthLevelFrom: maxAuthLevels(nodes),
  };
}

/** The name of the journey that a node enters, or undefined if it is no inner journey. */
export function innerJourneyOf(node: RunnableNode): string | undefined {
  return node.runner?.kind === 'inner journey' ? (node.config as { tree: string }).tree : undefined;
}

/**
 * The state keys that may still be read from a node on, in inner journeys too. Those are looked up each time: a realm may
 * exchange one of them at any moment, and even lead it back to where it came from.
 */
export function readsFrom(
  runnable: RunnableJourney,
  nodeId: string,
  inner: (journey: string) => RunnableJourney | undefined,
): ReadonlySet<string> {
  const { keys, innerJourneys } = runnable.lookAhead(nodeId);
  if (innerJourneys.length === 0) return keys;
  const all = new Set(keys);
  const entered = new Set(innerJourneys);
  for (const name of entered) {
    const journey = inner(name);
    const ahead = journey?.lookAhead(journey.journey.entryNodeId);
    for (const key of ahead?.keys ?? []) all.add(key);
    for (const each of ahead?.innerJourneys ?? []) entered.add(each);
  }
  return all;
}

/** The node of a journey. Throws `journey-broken` where there is none. */
export function nodeOf(runnable: RunnableJourney, nodeId: string): RunnableNode {
  const node = runnable.nodes.get(nodeId);
  if (node === undefined) {
    throw new JourneyError(
      'journey-broken',
      `${runnable.journey.name} leads to node ${nodeId}, which it does not have.`,
    );
  }
  return node;
}

/** The id of the node that an outcome leads to; undefined if it is not connected. Outcomes may have any name. */
export function targetOf({ connections }: RunnableNode, outcome: string): string | undefined {
  return Object.hasOwn(connections, outcome) ? connections[outcome] : undefined;
}

function runnerOf(type: string, registry: Registry): Runner | undefined {
  if (type === 'PageNode') return { kind: 'page' };
  if (type === 'InnerTreeEvaluatorNode') return { kind: 'inner journey' };
  const behaviour = registry.behaviourOf(type);
  return behaviour && { kind: 'behaviour', behaviour };
}

function remembered(compute: (nodeId: string) => LookAhead): RunnableJourney['lookAhead'] {
  const known = new Map<string, LookAhead>();
  return (nodeId) => {
    const ahead = known.get(nodeId) ?? compute(nodeId);
    known.set(nodeId, ahead);
    return ahead;
  };
}
