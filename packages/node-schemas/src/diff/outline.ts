import type { SurveyedNode } from '../checks/survey.ts';
import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { oneLine } from '../one-line.ts';
import { comparable, objectOf, ownValue } from './comparable.ts';
import { type NodeParts, type Side, sideOf } from './side.ts';
import { type PropertySchema, valueText } from './value-text.ts';

/**
 * A journey as plain lines for people and for tools that compare lines: its settings, its nodes in the order of the flow with their
 * properties and where their outcomes lead, and what it depends on. Says nothing of ids, places, revisions and the order of keys.
 */
export function journeyOutline(exported: JsonObject): string {
  const side = sideOf(comparable(exported));
  const { nodes: _, entryNodeId: __, _id, uiConfig, ...settings } = side.tree;
  const blocks = [
    [
      `Journey ${side.journey.name}`,
      ...indented(valueLines({ ...settings, ...objectOf(uiConfig) }, {})),
      `  Start → ${side.nameOf(side.journey.entryNodeId)}`,
    ],
    ...[...side.nodes.values()]
      .filter(({ pageId }) => pageId === undefined)
      .map((node) => nodeLines(side, node)),
    ...dependencyBlocks(side.exported),
  ];
  return `${blocks.map((lines) => lines.map(oneLine).join('\n')).join('\n\n')}\n`;
}

function nodeLines(side: Side, node: NodeParts): readonly string[] {
  const type = nodeTypesById.get(node.type);
  const surveyed = side.surveyed.get(node.id);
  const onPage = surveyed?.children.flatMap((child) => side.nodes.get(child.node.id) ?? []) ?? [];
  const typeName = type?.name ?? node.type;
  const name = side.nameOf(node.id);
  return [
    name === typeName.replace(/ Node$/, '') ? name : `${name} (${typeName})`,
    ...indented([
      ...valueLines(node.config, type?.config.properties ?? {}, side.nameOfDependency),
      ...onPage.filter(({ pageId }) => pageId === node.id).flatMap((child) => nodeLines(side, child)),
      ...(surveyed === undefined ? [] : outcomeLines(side, surveyed)),
    ]),
  ];
}

function outcomeLines(side: Side, { node, exits }: SurveyedNode): readonly string[] {
  const listed = new Set(exits.map(({ outcome }) => outcome.id));
  const stale = Object.entries(node.connections).filter(([outcome]) => !listed.has(outcome));
  return [
    ...exits.map(({ outcome }) => {
      const target = ownValue(node.connections, outcome.id);
      return `${outcome.displayName} → ${target === undefined ? 'nothing' : side.nameOf(String(target))}`;
    }),
    ...stale.map(([outcome, target]) => `${outcome} (not an outcome now) → ${side.nameOf(target)}`),
  ];
}

function dependencyBlocks({
  tree: _,
  nodes: __,
  innerNodes: ___,
  ...parts
}: JsonObject): readonly string[][] {
  return Object.entries(parts).flatMap(([part, entries]) => {
    if (typeof entries !== 'object' || entries === null)
      return [[part, ...indented(valueLines({ [part]: entries }, {}))]];
    return Object.entries(entries as JsonObject).map(([id, entry]) => {
      const { name, script, ...rest } = objectOf(entry);
      const source = part === 'scripts' ? (scriptSource(script) ?? null) : null;
      const others = source === null && isJsonObject(entry) ? entry : rest;
      return [
        `${part}: ${typeof name === 'string' ? name : id}`,
        ...indented(isJsonObject(entry) ? valueLines(others, {}) : [valueText(id, {}, entry)]),
        ...(source === null ? [] : source.split(/\r\n|\r|\n/).map((line) => `  | ${line}`)),
      ];
    });
  });
}

/** A line for each property, and for those that hold others, one for each of these below it. */
function valueLines(
  values: JsonObject,
  schemas: Readonly<Record<string, PropertySchema>>,
  nameOf?: (id: string) => string | undefined,
): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const schema = Object.hasOwn(schemas, key) ? (schemas[key] ?? {}) : {};
    const title = schema.title ?? key;
    if (schema.format !== 'password' && isNested(value)) {
      const entries = Array.isArray(value)
        ? value.map((item: Json) => ['-', item] as const)
        : Object.entries(value);
      return [`${title}:`, ...indented(entries.flatMap(([name, item]) => valueLines({ [name]: item }, {})))];
    }
    const [first, ...rest] = valueText(key, schema, value, nameOf).split('\n');
    return [`${title}: ${first}`, ...indented(rest)];
  });
}

function isNested(value: Json): value is readonly Json[] | JsonObject {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
