import { layoutOf } from '../journey/layout.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { comparable, isSameJson, keysOf, objectOf, ownValue } from './comparable.ts';
import { dependencyChanges, otherChange } from './dependency-changes.ts';
import type {
  JourneyChange,
  JourneyDiff,
  NodeChange,
  OtherChange,
  PropertyEdit,
  StartChange,
} from './journey-diff.ts';
import { settings } from './journey-settings.ts';
import { newIds, withIds } from './new-ids.ts';
import { nodeChange } from './node-edits.ts';
import { noteChanges } from './note-changes.ts';
import { propertyEdits } from './property-edits.ts';
import { isTarget, type Side, sideOf } from './side.ts';

/**
 * What is different between two single-journey exports, of which null stands for one that is not there. The order of keys, the
 * spelling of numbers, revisions and what an export says of itself do not count, and places are counted apart.
 */
export function diffJourneys(before: JsonObject | null, after: JsonObject | null): JourneyDiff {
  if (before === null || after === null) return wholeDiff(before, after);
  const now = sideOf(comparable(after));
  const first = sideOf(comparable(before));
  const ids = newIds(first.journey, now.journey);
  const old = ids === undefined ? first : sideOf(withIds(first.exported, ids));
  const notes = noteChanges(old, now);
  const nodes = nodeIdsInOrder(old, now).flatMap((id) => nodeChange(old, now, id) ?? []);
  const told = [
    ...journeyChanges(old, now),
    ...startChanges(old, now),
    ...nodes,
    ...notes.changes,
    ...dependencyChanges(old.exported, now.exported),
  ];
  const changes = told.length === 0 ? untoldChanges([], old.exported, now.exported) : told;
  const isSame = changes.length === 0 && ids === undefined;
  return {
    status: isSame ? 'same' : 'changed',
    name: now.journey.name,
    nodes: now.nodes.size,
    changes,
    moved: movedOnly(ids === undefined ? before : withIds(before, ids), after, nodes) + notes.moved,
    newIds: ids !== undefined,
  };
}

function wholeDiff(before: JsonObject | null, after: JsonObject | null): JourneyDiff {
  const only = after ?? before;
  const side = only === null ? undefined : sideOf(comparable(only));
  return {
    status: after !== null ? 'added' : before !== null ? 'removed' : 'same',
    name: side?.journey.name ?? '',
    nodes: side?.nodes.size ?? 0,
    changes: [],
    moved: 0,
    newIds: false,
  };
}

function journeyChanges(before: Side, after: Side): readonly JourneyChange[] {
  const { nodes: _, entryNodeId: __, uiConfig: old, ...from } = before.tree;
  const { nodes: ___, entryNodeId: ____, uiConfig: now, ...to } = after.tree;
  const edits: readonly PropertyEdit[] = [
    ...propertyEdits(from, to, { schemas: settings }),
    ...propertyEdits(withoutNotes(old), withoutNotes(now), { schemas: { categories: { title: 'Tags' } } }),
  ];
  return edits.length === 0 ? [] : [{ type: 'journey', edits }];
}

function withoutNotes(uiConfig: Json | undefined): JsonObject {
  const { annotations: _, ...rest } = objectOf(uiConfig);
  return rest;
}

function startChanges(before: Side, after: Side): readonly StartChange[] {
  const from = before.journey.entryNodeId;
  const to = after.journey.entryNodeId;
  return from === to && isTarget(before, from) === isTarget(after, to)
    ? []
    : [{ type: 'start', before: before.nameOf(from), after: after.nameOf(to) }];
}

/** In the order of the flow as it is now; what is gone comes after what went before it. */
function nodeIdsInOrder(before: Side, after: Side): readonly string[] {
  const ids = [...after.nodes.keys()];
  const known = new Set(ids);
  let place = 0;
  for (const id of before.nodes.keys()) {
    if (known.has(id)) place = ids.indexOf(id) + 1;
    else ids.splice(place++, 0, id);
  }
  return ids;
}

/** What is left where nothing that has a name is different: every value, by its path. */
function untoldChanges(
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): readonly OtherChange[] {
  if (isSameJson(withoutPlaces(path, before), withoutPlaces(path, after))) return [];
  if (!isJsonObject(before) || !isJsonObject(after)) return [otherChange(path, before, after)];
  return keysOf(before, after).flatMap((key) =>
    untoldChanges([...path, key], ownValue(before, key), ownValue(after, key)),
  );
}

/** The notes, whose places are counted apart, are told in full where anything else is different about them. */
function withoutPlaces(path: readonly string[], value: Json | undefined): Json | undefined {
  const isNotes = path.join('.') === 'tree.uiConfig.annotations.structural';
  if (!isNotes || !Array.isArray(value)) return value;
  return value.map((note: Json) => {
    const { x: _, y: __, w: ___, h: ____, ...rest } = objectOf(note);
    return rest;
  });
}

function movedOnly(before: JsonObject, after: JsonObject, changes: readonly NodeChange[]): number {
  const [old, now] = [before, after].map((exported) => {
    const { nodes, staticNodes } = layoutOf(exported);
    return new Map(Object.entries({ ...nodes, ...staticNodes }));
  });
  for (const { nodeId } of changes) now?.delete(nodeId);
  const moved = [...(now ?? [])].filter(([id, { x, y }]) => {
    const from = old?.get(id);
    return from !== undefined && (from.x !== x || from.y !== y);
  });
  return moved.length;
}
