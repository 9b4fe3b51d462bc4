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

/** A node that writes a state key. */
export interface StateWriter {
  readonly nodeId: string;
  readonly nodeName: string;
  readonly scope: StateScope;
  /** The outcomes on which it is written; none: on every one. */
  readonly on: readonly string[];
}

/** A node that reads a state key. */
export interface StateReader {
  readonly nodeId: string;
  readonly nodeName: string;
  /** Whether the node fails without it. */
  readonly required: boolean;
  /** Whether some way to it has written the key; a way past a script or another journey counts as one that has. */
  readonly isWritten: boolean;
}

/** Who writes a state key and who reads it. */
export interface StateKeyUse {
  readonly key: string;
  readonly writers: readonly StateWriter[];
  readonly readers: readonly StateReader[];
}

/** What there is in the state before a journey starts. */
const atStart: ReadonlySet<string> = new Set(['realm']);

/** Every state key that the nodes of a journey write or read, in alphabetical order. */
export function stateUse(journey: Journey, context: CheckContext): readonly StateKeyUse[] {
  const surveyed = survey(journey, context);
  const before = writtenBefore(surveyed);
  const uses = new Map<string, { writers: StateWriter[]; readers: StateReader[] }>();
  const useOf = (key: string) => {
    const use = uses.get(key) ?? { writers: [], readers: [] };
    uses.set(key, use);
    return use;
  };
  for (const node of surveyed.reached) {
    let there = before.get(node.node.id) ?? new Set<string>();
    for (const child of partsOf(node)) {
      const named = { nodeId: child.node.id, nodeName: child.node.displayName };
      for (const { key, required } of child.type?.reads ?? []) {
        const isWritten = there.has(key) || there.has(anything) || atStart.has(key);
        useOf(key).readers.push({ ...named, required, isWritten });
      }
      const written = writesOf(child);
      for (const { key, ...write } of written) useOf(key).writers.push({ ...named, ...write });
      there = new Set([...there, ...written.map(({ key }) => key)]);
    }
  }
  return [...uses].map(([key, use]) => ({ key, ...use })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

const partsOf = (node: SurveyedNode): readonly SurveyedChild[] =>
  node.children.length === 0 ? [node] : node.children;

/** Stands for keys that only a script or another journey knows. */
const anything = '*';

function writesOf({ type, validated }: SurveyedChild): (Omit<StateWriter, 'nodeId' | 'nodeName'> & {
  readonly key: string;
})[] {
  const named = isSettled(validated) ? (type?.namedWrites?.(validated.config as never) ?? []) : [];
  return [
    ...(type?.writes ?? []).map(({ key, scope, on = [] }) => ({ key, scope, on })),
    ...named.map((key) => ({ key, scope: 'shared' as const, on: [] })),
  ];
}

/** The keys that some way to each node has written. */
function writtenBefore({ nodes, journey }: Survey): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>([[journey.entryNodeId, new Set()]]);
  const open = [journey.entryNodeId];
  for (const id of open) {
    const node = nodes.get(id);
    for (const { outcome, target } of node?.exits ?? []) {
      if (node === undefined || target === undefined || target === successId || target === failureId)
        continue;
      const written = partsOf(node).flatMap((child) =>
        isOpaque(child)
          ? [anything]
          : writesOf(child)
              .filter(({ on }) => on.length === 0 || on.includes(outcome.id))
              .map(({ key }) => key),
      );
      const known = before.get(target);
      const all = new Set([...(known ?? []), ...(before.get(id) ?? []), ...written]);
      if (all.size === known?.size) continue;
      before.set(target, all);
      open.push(target);
    }
  }
  return before;
}

const isOpaque = ({ type, node }: SurveyedChild) =>
  type === undefined || type.writesAnything === true || innerJourneyName(node) !== undefined;
