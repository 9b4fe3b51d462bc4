import type { JsonObject } from '../json.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { isSameJson, keysOf, objectOf } from './comparable.ts';
import type { NodeChange, NodeEdit, OutcomeEdit, PropertyEdit } from './journey-diff.ts';
import { commentEdits } from './note-changes.ts';
import { propertyEdits } from './property-edits.ts';
import { isTarget, type NodeParts, type Side, targetAt } from './side.ts';
import type { PropertySchema } from './value-text.ts';

/** What is different about one node; undefined where nothing is. A node that is on one side only is added or removed. */
export function nodeChange(before: Side, after: Side, id: string): NodeChange | undefined {
  const old = before.nodes.get(id);
  const now = after.nodes.get(id);
  if (old === undefined && now === undefined) return undefined;
  if (now === undefined) return { ...headOf(before, old), status: 'removed', edits: [] };
  if (old === undefined)
    return { ...headOf(after, now), status: 'added', edits: ofAdded(before, after, now) };
  const edits = ofChanged(before, after, old, now);
  if (edits.length === 0) return undefined;
  return { ...(isNowhere(now) ? headOf(before, old) : headOf(after, now)), status: 'changed', edits };
}

function headOf(side: Side, node: NodeParts | undefined): Omit<NodeChange, 'status' | 'edits'> {
  const { id = '', type = '', pageId } = node ?? {};
  return {
    type: 'node',
    nodeId: id,
    name: side.nameOf(id),
    nodeType: nodeTypesById.get(type)?.name ?? type,
    ...(pageId === undefined ? {} : { page: side.nameOf(pageId) }),
  };
}

function ofAdded(before: Side, after: Side, node: NodeParts): readonly NodeEdit[] {
  const schemas = schemasOf(node.type);
  const atDefault = Object.entries(schemas).map(([key, schema]) => [key, schema.default ?? null] as const);
  const defaults = Object.fromEntries(atDefault) as JsonObject;
  const given = propertyEdits({}, node.config, { schemas, nameOf: after.nameOfDependency });
  return [
    ...given
      .filter(({ key }) => !isSameJson(node.config[key], defaults[key]))
      .map((edit) => ({ ...edit, before: null })),
    ...outcomeEdits(before, after, node.id).filter(({ after: target }) => target !== null),
  ];
}

function ofChanged(before: Side, after: Side, old: NodeParts, now: NodeParts): readonly NodeEdit[] {
  const outcomes = outcomeEdits(before, after, now.id);
  const isListingExplained = outcomes.some(({ status }) => status !== 'rewired');
  return [
    ...renamed(old, now),
    ...(old.type === now.type ? [] : [retyped(old.type, now.type)]),
    ...placed(before, after, old, now),
    ...propertyEdits(old.config, now.config, {
      schemas: { ...schemasOf(old.type), ...schemasOf(now.type) },
      nameOf: (value) => after.nameOfDependency(value) ?? before.nameOfDependency(value),
    }),
    ...reordered(before, after, now.id),
    ...outcomes,
    ...ownEdits(old, now, isListingExplained),
    ...commentEdits(before, after, now.id),
  ];
}

function retyped(before: string, after: string): NodeEdit {
  const nameOf = (type: string) => nodeTypesById.get(type)?.name ?? type;
  const isNameEnough = nameOf(before) !== nameOf(after);
  return {
    type: 'retyped',
    before: isNameEnough ? nameOf(before) : before,
    after: isNameEnough ? nameOf(after) : after,
  };
}

function schemasOf(type: string): Readonly<Record<string, PropertySchema>> {
  return nodeTypesById.get(type)?.config.properties ?? {};
}

/** Without a place a node has no name of its own. */
function renamed(old: NodeParts, now: NodeParts): readonly NodeEdit[] {
  if (old.name === now.name || isNowhere(old) || isNowhere(now)) return [];
  return [{ type: 'renamed', before: old.name, after: now.name }];
}

function placed(before: Side, after: Side, old: NodeParts, now: NodeParts): readonly NodeEdit[] {
  if (old.pageId === now.pageId && isNowhere(old) === isNowhere(now)) return [];
  const place = (side: Side, node: NodeParts) => {
    if (isNowhere(node)) return 'nowhere';
    return node.pageId === undefined ? null : side.nameOf(node.pageId);
  };
  return [{ type: 'placed', before: place(before, old), after: place(after, now) }];
}

/** Whether only the configuration of a node is in the file. */
function isNowhere({ pageId, entry }: NodeParts): boolean {
  return pageId === undefined && entry === undefined;
}

/** Whether those that are on the page on both sides come in another order. */
function reordered(before: Side, after: Side, id: string): readonly NodeEdit[] {
  const ids = (side: Side) => side.journey.nodes.get(id)?.children?.map((child) => child.id) ?? [];
  const stayed = (side: Side, other: Side) => ids(side).filter((child) => ids(other).includes(child));
  const old = stayed(before, after);
  const now = stayed(after, before);
  return isSameJson(old, now)
    ? []
    : [{ type: 'reordered', before: old.map(before.nameOf), after: now.map(after.nameOf) }];
}

/** The ways out that lead elsewhere, and those that only one side has. */
function outcomeEdits(before: Side, after: Side, id: string): readonly OutcomeEdit[] {
  const old = outcomeNames(before, id);
  const now = outcomeNames(after, id);
  const connected = (side: Side) => side.journey.nodes.get(id)?.connections ?? {};
  const outcomes = new Set([...now.keys(), ...old.keys(), ...keysOf(connected(before), connected(after))]);
  return [...outcomes].flatMap((outcomeId) => {
    const from = targetAt(before, id, outcomeId);
    const to = targetAt(after, id, outcomeId);
    const isGone = old.has(outcomeId) && !now.has(outcomeId);
    const isNew = !old.has(outcomeId) && now.has(outcomeId) && from === undefined;
    const isSame = from === to && (to === undefined || isTarget(before, to) === isTarget(after, to));
    if (isSame && !isGone && !isNew) return [];
    return [
      {
        type: 'outcome',
        status: isGone ? 'gone' : isNew ? 'new' : 'rewired',
        outcomeId,
        outcome: now.get(outcomeId) ?? old.get(outcomeId) ?? outcomeId,
        before: from === undefined ? null : before.nameOf(from),
        after: to === undefined || isGone ? null : after.nameOf(to),
      },
    ];
  });
}

function outcomeNames({ surveyed }: Side, id: string): ReadonlyMap<string, string> {
  const exits = surveyed.get(id)?.exits ?? [];
  return new Map(exits.map(({ outcome }) => [outcome.id, outcome.displayName]));
}

/** What AM keeps beside the configuration. The outcomes that it lists say nothing new where the outcomes themselves are told. */
function ownEdits(old: NodeParts, now: NodeParts, isListingExplained: boolean): readonly PropertyEdit[] {
  const told = [
    ...['displayName', 'nodeType', 'connections', '_id', '_type'],
    ...(isListingExplained ? ['_outcomes'] : []),
  ];
  const rest = ({ entry, listing, own }: NodeParts) =>
    without({ ...objectOf(entry), ...listing, ...own }, told);
  const typeOf = ({ own }: NodeParts) => without(objectOf(own._type), ['_id']);
  return [
    ...propertyEdits(rest(old), rest(now)),
    ...(old.type === now.type ? propertyEdits(typeOf(old), typeOf(now), { schemas: typeSchemas }) : []),
  ];
}

/** What AM notes of a node's type. */
const typeSchemas = {
  name: { title: 'Name of the type' },
  version: { title: 'Version of the type' },
  collection: { title: 'Collection' },
} as const;

function without(values: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}
