import type { JsonObject } from '../json.ts';
import { failureId, type Journey, successId } from './journey.ts';
import { readJourney } from './read-journey.ts';

/** A node of a journey that is built for a test; its display name is its id too. */
export interface BuiltNode {
  readonly type: string;
  readonly config?: JsonObject;
  /** Outcome to the name of a node, `Success` or `Failure`. */
  readonly to?: Readonly<Record<string, string>>;
  /** The nodes of a page, by name. */
  readonly children?: Readonly<Record<string, Omit<BuiltNode, 'to' | 'children'>>>;
  /** Ids of the outcomes that the file lists. */
  readonly outcomes?: readonly string[];
}

/** What a journey that is built for a test consists of. Start leads to the first node unless `tree.entryNodeId` says otherwise. */
export interface BuiltJourney {
  readonly name?: string;
  readonly tree?: JsonObject;
  readonly nodes: Readonly<Record<string, BuiltNode>>;
}

/** A single-journey export for a test. */
export function journeyExport({ name = 'Login', tree = {}, nodes }: BuiltJourney): JsonObject {
  const entries = Object.entries(nodes);
  const children = entries.flatMap(([, node]) => Object.entries(node.children ?? {}));
  return {
    innerNodes: Object.fromEntries(children.map(([id, child]) => [id, configOf(id, child)])),
    nodes: Object.fromEntries(entries.map(([id, node]) => [id, configOf(id, node)])),
    tree: {
      _id: name,
      entryNodeId: entries[0]?.[0] ?? failureId,
      nodes: Object.fromEntries(
        entries.map(([id, { type, to = {} }]) => [
          id,
          {
            displayName: id,
            nodeType: type,
            connections: Object.fromEntries(
              Object.entries(to).map(([outcome, target]) => [outcome, idOf(target)]),
            ),
          },
        ]),
      ),
      ...tree,
    },
  };
}

/** A journey for a test. */
export function journeyOf(built: BuiltJourney): Journey {
  const read = readJourney(JSON.stringify(journeyExport(built)));
  if (read.status === 'refused') throw new Error(read.findings.map(({ message }) => message).join(' '));
  return read.journey;
}

function configOf(id: string, { type, config = {}, children, outcomes }: BuiltNode): JsonObject {
  return {
    _id: id,
    _type: { _id: type, name: type, collection: true },
    ...(outcomes === undefined
      ? {}
      : { _outcomes: outcomes.map((outcome) => ({ id: outcome, displayName: outcome })) }),
    ...config,
    ...(children === undefined
      ? {}
      : {
          nodes: Object.entries(children).map(([childId, child]) => ({
            _id: childId,
            nodeType: child.type,
            displayName: childId,
          })),
        }),
  };
}

const idOf = (name: string) => (name === 'Success' ? successId : name === 'Failure' ? failureId : name);
