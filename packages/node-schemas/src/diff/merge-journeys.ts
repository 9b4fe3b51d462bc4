import { isEnd } from '../checks/survey.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { keysOf, objectOf, ownValue } from './comparable.ts';
import { type MergeConflict, namedConflicts } from './merge-conflict.ts';
import {
  isSameInEffect,
  type Merging,
  mergeJson,
  pathKey,
  type RawConflict,
  type Versions,
} from './merge-json.ts';

/** What came of a merge: ours is kept where there is a conflict. */
export interface Merged {
  readonly merged: JsonObject;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges what two sides made of a journey, node by node, property by property and outcome by outcome. Takes single-journey exports
 * and files with several under `trees`. Where both moved a node, ours holds and nobody is asked.
 */
export function mergeJourneys(base: JsonObject, ours: JsonObject, theirs: JsonObject): Merged {
  const names = keysOf(...[base, ours, theirs].map(({ trees }) => objectOf(trees)));
  if (!isJsonObject(ours.trees) || !isJsonObject(theirs.trees)) return mergeSingle({ base, ours, theirs });
  const { trees: _, ...baseRest } = base;
  const { trees: oursTrees, ...oursRest } = ours;
  const { trees: theirsTrees, ...theirsRest } = theirs;
  const rest = mergeSingle({ base: baseRest, ours: oursRest, theirs: theirsRest });
  const results = names.map((name) => {
    const [from, our, their] = [base.trees, oursTrees, theirsTrees].map((trees) =>
      ownValue(objectOf(trees), name),
    );
    return [name, mergeTree(name, { base: from, ours: our, theirs: their })] as const;
  });
  const trees = results.flatMap(([name, { merged }]) =>
    merged === undefined ? [] : [[name, merged] as const],
  );
  return {
    merged: { ...rest.merged, trees: Object.fromEntries(trees) },
    conflicts: [...rest.conflicts, ...results.flatMap(([, { conflicts }]) => conflicts)],
  };
}

function mergeTree(
  name: string,
  versions: Versions,
): { readonly merged: Json | undefined; readonly conflicts: readonly MergeConflict[] } {
  const { base, ours, theirs } = versions;
  if (isJsonObject(ours) && isJsonObject(theirs)) return mergeSingle({ base: objectOf(base), ours, theirs });
  const conflicts: RawConflict[] = [];
  const merging: Merging = {
    decided: new Set(),
    decidedIds: new Set(),
    conflict: (conflict) => void conflicts.push(conflict),
  };
  const merged = mergeJson(['trees', name], versions, merging);
  return { merged, conflicts: namedConflicts(conflicts, [{}, {}, {}]) };
}

interface Exports {
  readonly base: JsonObject;
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
}

function mergeSingle({ base, ours, theirs }: Exports): Merged {
  const { decided, decidedIds, conflicts } = fatesOfNodes({ base, ours, theirs });
  const merging: Merging = { decided, decidedIds, conflict: (conflict) => void conflicts.push(conflict) };
  // Where theirs removed the last node of a part, the part is still needed for those that stay.
  const parts = decided.size === 0 ? {} : { nodes: {}, innerNodes: {} };
  const merged = mergeJson([], { base, ours, theirs: { ...parts, ...theirs } }, merging);
  return { merged: objectOf(merged), conflicts: namedConflicts(conflicts, [base, ours, theirs]) };
}

/** Where the parts of a node are. */
const placesOfNodes = [['tree', 'nodes'], ['nodes'], ['innerNodes']] as const;

/**
 * Nodes that one side removed and the other changed or connected anew: they, and such connections, stay as ours has them, for all
 * parts of a node must have the same fate.
 */
function fatesOfNodes(exports: Exports): {
  readonly decided: Set<string>;
  readonly decidedIds: Set<string>;
  readonly conflicts: RawConflict[];
} {
  const decided = new Set<string>();
  const decidedIds = new Set<string>();
  const conflicts: RawConflict[] = [];
  const decide = (id: string) => {
    decidedIds.add(id);
    for (const place of placesOfNodes) decided.add(pathKey([...place, id]));
  };
  for (const id of nodeIds(exports.base)) {
    const base = partsOf(exports.base, id);
    const ours = partsOf(exports.ours, id);
    const theirs = partsOf(exports.theirs, id);
    if ((ours === undefined) === (theirs === undefined)) continue;
    const wanted = newConnections(exports, ours === undefined ? 'theirs' : 'ours', id);
    if (!isSameInEffect(base, ours ?? theirs)) {
      conflicts.push({ path: ['tree', 'nodes', id], base, ours, theirs });
    } else if (wanted.length > 0) {
      conflicts.push(...wanted);
    } else {
      continue;
    }
    decide(id);
    for (const { path } of wanted) decided.add(pathKey(path));
  }
  return { decided, decidedIds, conflicts };
}

function nodeIds(exported: JsonObject): readonly string[] {
  return keysOf(...placesOfNodes.map((place) => partAt(exported, place)));
}

function partsOf(exported: JsonObject, id: string): JsonObject | undefined {
  const parts = placesOfNodes.flatMap((place) => {
    const part = ownValue(partAt(exported, place), id);
    return part === undefined ? [] : [[place.join('.'), part] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

function partAt(exported: JsonObject, path: readonly string[]): JsonObject {
  return path.reduce<JsonObject>((part, key) => objectOf(part[key]), exported);
}

/** What one side newly leads to a node that the other removed. */
function newConnections(
  { base, ours, theirs }: Exports,
  side: 'ours' | 'theirs',
  id: string,
): readonly RawConflict[] {
  if (isEnd(id)) return [];
  const wanting = side === 'ours' ? ours : theirs;
  const entry = (exported: JsonObject) => objectOf(exported.tree).entryNodeId;
  const start = entry(wanting) === id && entry(base) !== id;
  const connection = (exported: JsonObject, from: string, outcome: string) =>
    ownValue(objectOf(objectOf(partAt(exported, ['tree', 'nodes'])[from]).connections), outcome);
  return [
    ...(start
      ? [{ path: ['tree', 'entryNodeId'], base: entry(base), ours: entry(ours), theirs: entry(theirs) }]
      : []),
    ...Object.entries(partAt(wanting, ['tree', 'nodes'])).flatMap(([from, node]) =>
      Object.entries(objectOf(objectOf(node).connections))
        .filter(([outcome, target]) => target === id && connection(base, from, outcome) !== id)
        .map(([outcome]) => ({
          path: ['tree', 'nodes', from, 'connections', outcome],
          base: connection(base, from, outcome),
          ours: connection(ours, from, outcome),
          theirs: connection(theirs, from, outcome),
        })),
    ),
  ];
}
