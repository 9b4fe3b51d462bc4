import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { keysOf, objectOf, ownValue } from './comparable.ts';
import { type MergeConflict, namedConflicts } from './merge-conflict.ts';
import { mergeJson, mergingWith, type RawConflict, type Versions } from './merge-json.ts';
import { fatesOfNodes } from './node-fates.ts';

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
  const merged = mergeJson(['trees', name], versions, mergingWith([], conflicts));
  return { merged, conflicts: namedConflicts(conflicts, [{}, {}, {}]) };
}

interface Exports {
  readonly base: JsonObject;
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
}

function mergeSingle(exports: Exports): Merged {
  const { decided, conflicts } = fatesOfNodes(exports);
  const found = [...conflicts];
  const merged = mergeJson([], exports, mergingWith(decided, found));
  const { base, ours, theirs } = exports;
  return { merged: objectOf(merged), conflicts: namedConflicts(found, [base, ours, theirs]) };
}
