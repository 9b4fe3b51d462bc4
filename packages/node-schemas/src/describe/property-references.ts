import type { SurveyedChild } from '../checks/survey.ts';
import { isPlaceholder } from '../config/placeholder.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Reference } from './reference.ts';
import { themeOf } from './themes.ts';

/** The names that people have given, by id. */
export interface KnownNames {
  readonly scripts: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
}

/** Something that a property of a node names. */
export type Named = Pick<Reference, 'kind' | 'id' | 'name' | 'how'> & { readonly property: string };

/** What the properties of a node name, those that it leaves at their default too. */
export function namedByProperties(
  { node, type, validated }: SurveyedChild,
  names: KnownNames,
): readonly Named[] {
  return Object.entries(validated?.config ?? node.config).flatMap(([property, value]) => [
    ...sessionProperties(node.type, property, value).map(
      (named): Named => ({ kind: 'session property', ...named, id: named.name, property }),
    ),
    ...(isName(value) ? namedBy(property, value, formatOf(type?.config.properties[property]), names) : []),
  ]);
}

const isName = (value: Json): value is string =>
  typeof value === 'string' && value !== '' && value !== '[Empty]' && !isPlaceholder(value);

const formatOf = (schema: unknown) => (schema as { readonly format?: string } | undefined)?.format;

function namedBy(
  property: string,
  id: string,
  format: string | undefined,
  { scripts, themes }: KnownNames,
): readonly Named[] {
  if (format === 'script' || scripts.has(id))
    return [{ kind: 'script', id, name: scripts.get(id) ?? id, how: 'runs', property }];
  if (format === 'journey') return [{ kind: 'journey', id, name: id, how: 'runs', property }];
  if (property === 'emailTemplateName')
    return [{ kind: 'e-mail template', id, name: id, how: 'sends', property }];
  const theme = property === 'stage' ? themeOf(id) : undefined;
  return theme === undefined
    ? []
    : [{ kind: 'theme', id: theme, name: themes.get(theme) ?? theme, how: 'chooses', property }];
}

function sessionProperties(
  type: string,
  property: string,
  value: Json,
): readonly Pick<Named, 'name' | 'how'>[] {
  if (type === 'SetSessionPropertiesNode' && property === 'properties' && isJsonObject(value)) {
    return Object.keys(value).map((name) => ({ name, how: 'sets' }));
  }
  if (type === 'RemoveSessionPropertiesNode' && property === 'propertyNames' && Array.isArray(value)) {
    return value.map((name) => ({ name: String(name), how: 'removes' }));
  }
  return [];
}
