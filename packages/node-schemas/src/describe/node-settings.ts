import type { SurveyedChild, SurveyedNode } from '../checks/survey.ts';
import { isPlaceholder } from '../config/placeholder.ts';
import { isSameJson } from '../diff/comparable.ts';
import { type PropertySchema, valueText } from '../diff/value-text.ts';
import type { Json } from '../json.ts';
import { escaped } from '../markdown.ts';
import { isLocalised } from './localised-texts.ts';

/** Nodes with their types, and below each the settings that differ from their defaults; texts by locale are told elsewhere. */
export function nodeLines(
  nodes: readonly SurveyedNode[],
  scripts: ReadonlyMap<string, string>,
): readonly string[] {
  return nodes.flatMap((node) => [
    titleOf(node),
    ...settingLines(node, scripts),
    ...node.children.flatMap((child) =>
      [titleOf(child), ...settingLines(child, scripts)].map((line) => `  ${line}`),
    ),
  ]);
}

function titleOf({ node, type }: SurveyedChild): string {
  const typeName = type?.name ?? `${node.type || 'no type'}, which is not known here`;
  const isNamedLikeType = short(node.displayName) === short(typeName);
  return `- **${escaped(node.displayName)}**${isNamedLikeType ? '' : ` (${escaped(typeName)})`}`;
}

const short = (name: string) => name.replace(/ Node$/, '');

function settingLines(node: SurveyedChild, scripts: ReadonlyMap<string, string>): readonly string[] {
  return settingsOf(node).map(([property, value, schema]) => {
    const text = valueText(property, schema, value, (id) => scripts.get(id));
    return `  - ${escaped(schema.title ?? property)}: ${escaped(text)}`;
  });
}

/** In the order of the type, those that it does not know last. */
function settingsOf({ node, type }: SurveyedChild): readonly (readonly [string, Json, PropertySchema])[] {
  const schemas: Readonly<Record<string, PropertySchema>> = type?.config.properties ?? {};
  const known = Object.keys(schemas);
  const unknown = Object.keys(node.config).filter((property) => !Object.hasOwn(schemas, property));
  return [...known, ...unknown.sort()].flatMap((property) => {
    const value = node.config[property];
    const schema = (Object.hasOwn(schemas, property) ? schemas[property] : undefined) ?? {};
    if (value === undefined || value === null || isSameJson(value, schema.default as Json)) return [];
    const isToldElsewhere =
      (isLocalised(type, property) && !isPlaceholder(value)) || (property === 'nodes' && 'children' in node);
    return isToldElsewhere ? [] : [[property, value, schema] as const];
  });
}
