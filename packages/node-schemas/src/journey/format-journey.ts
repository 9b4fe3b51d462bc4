import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { withoutFirstVersions } from './first-version.ts';
import { failureId, startId, successId } from './journey.ts';
import { type Layout, layoutIfDrawn, withLayout } from './layout.ts';
import { withScriptLines, withScriptTexts } from './script-source.ts';

/**
 * The canonical text of a single-journey export, as it is kept in git: keys sorted at every depth as frodo sorts them, lists as
 * they are, scripts as lists of lines, two spaces, a newline at the end; without revisions, what a tool notes of its export, who
 * changed what when, first versions of node types, and coordinates, which a layout keeps.
 */
export function formatJourney(exported: JsonObject): string {
  return canonicalText(withScriptLines(withoutFirstVersions(withoutPlaces(withoutHistory(exported)))));
}

/** The text of an export for AM and its tools: the canonical form, but with the places of a layout and scripts as AM has them. */
export function formatExport(exported: JsonObject, layout: Layout): string {
  return canonicalText(exportedWith(exported, layout));
}

/** An export for AM and its tools: with the places of a layout in it, and scripts as AM has them. */
export function exportedWith(exported: JsonObject, layout: Layout): JsonObject {
  return withScriptTexts(withLayout(withoutPlaces(exported), layout));
}

/** The text of a layout file, in the same form as a journey's; empty where nobody has drawn the journey. */
export function formatLayout(layout: Layout): string {
  return canonicalText(layoutIfDrawn(layout));
}

/** A JSON value with its keys sorted at every depth and without revisions. */
export function canonicalText(value: Json): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

/** An export without what its tool notes of it, and without what servers remember of changes to what a journey uses. */
export function withoutHistory({ meta, ...parts }: JsonObject): JsonObject {
  const noted = isJsonObject(meta) ? without(meta, provenance) : {};
  const kept = Object.entries(parts).map(([key, part]) => [key, isSettings(key) ? part : withoutDates(part)]);
  return { ...Object.fromEntries(kept), ...(Object.keys(noted).length === 0 ? {} : { meta: noted }) };
}

/** What frodo and the administration console note of an export; whatever else is there, somebody has put there. */
const provenance = [
  'exportDate',
  'exportTool',
  'exportToolVersion',
  'exportedBy',
  'innerTreesIncluded',
  'origin',
  'originAmVersion',
  'treesSelectedForExport',
];

/** There a key of such a name would be an outcome's or a setting's. */
const isSettings = (key: string) => key === 'tree' || key === 'nodes' || key === 'innerNodes';

const history = [
  'createdBy',
  'createdDate',
  'creationDate',
  'lastChangeBy',
  'lastChangeDate',
  'lastChangedBy',
  'lastChangedDate',
  'lastModifiedBy',
  'lastModifiedDate',
  'modified',
  'modifiedDate',
];

function withoutDates(part: Json): Json {
  const cleaned = (entity: Json) => (isJsonObject(entity) ? without(entity, history) : entity);
  if (Array.isArray(part)) return part.map(cleaned);
  if (!isJsonObject(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([id, entity]) => [id, cleaned(entity)]));
}

/** AM's tools fill the places in where these three have none, but stumble where they are not there at all. */
const unplaced: JsonObject = { [startId]: {}, [successId]: {}, [failureId]: {} };

function withoutPlaces(exported: JsonObject): JsonObject {
  const { tree } = exported;
  if (!isJsonObject(tree)) return exported;
  const nodes = isJsonObject(tree.nodes) ? tree.nodes : {};
  const bare = Object.entries(nodes).map(([id, node]) => [
    id,
    isJsonObject(node) ? without(node, ['x', 'y']) : node,
  ]);
  return { ...exported, tree: { ...tree, nodes: Object.fromEntries(bare), staticNodes: unplaced } };
}

const without = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => key !== '_rev')
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}
