import type { ErrorObject } from 'ajv';
import type { TSchema } from 'typebox';
import type { JsonPath } from '../journey/position.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { NodeType } from '../node-type.ts';
import { expectation } from './expectation.ts';
import { isKnownLocale } from './locale.ts';
import { holdsPlaceholder, isPlaceholder } from './placeholder.ts';
import { validatorOf } from './validators.ts';

/** Something wrong with a configuration. An unknown property is a note: newer and older versions of AM have others. */
export interface ConfigProblem {
  readonly severity: 'error' | 'note';
  /** The key of the property. */
  readonly property: string;
  /** Where it is in the configuration; starts with `property`. */
  readonly path: JsonPath;
  readonly message: string;
}

/** A configuration as it is used, and what is wrong with it. */
export interface ValidatedConfig {
  /**
   * A copy, with defaults where nothing is said and unknown properties kept. It satisfies the type's schema if there is no error
   * and `hasPlaceholders` is false.
   */
  readonly config: JsonObject;
  /** Values of the environment are still to be filled in. */
  readonly hasPlaceholders: boolean;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Checks the configuration of a node against its type. Keys that start with an underscore are not configuration; a null is as good
 * as nothing; a placeholder of the environment stands for any value. The given configuration is never changed.
 */
export function validateConfig(type: NodeType, given: JsonObject): ValidatedConfig {
  const config: Record<string, Json> = {};
  const unknown: string[] = [];
  for (const key in given) {
    const value = given[key] ?? null;
    if (key.startsWith('_') || value === null) continue;
    config[key] = copyOf(value);
    if (!Object.hasOwn(type.config.properties, key)) unknown.push(key);
  }
  const schemaErrors = validatorOf(type)(config);
  const errors = schemaErrors.filter((error) => !standsAtPlaceholder(config, error));
  const problems = [
    ...distinct(errors.map((error) => problemOf(type, config, error))),
    ...localeProblems(type, config),
    ...(schemaErrors.length === 0 ? ownProblems(type, config) : []),
    ...unknown.map((property) => unknownProblem(type, property)),
  ];
  return { config, hasPlaceholders: holdsPlaceholder(config), problems };
}

/** So that defaults that are filled in are not written into the file's own value. */
function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

function problemOf(type: NodeType, config: JsonObject, error: ErrorObject): ConfigProblem {
  const inner = pathOf(error);
  if (error.keyword === 'required' && inner.length === 0) {
    const property = String(error.params.missingProperty);
    return wrong([property], `${titled(type, property)} is missing; ${expected(type, property)}`);
  }
  const [property, ...rest] = inner;
  if (property === undefined) return wrong([''], 'The configuration is wrong.');
  const schema = schemaOf(type, property);
  const found = isSecret(schema) ? 'wrong' : brief(valueAt(config, inner));
  if (error.keyword === 'required') {
    const lacking = `lacks ${JSON.stringify(error.params.missingProperty)}${placeOf(rest)}`;
    return wrong(inner, `${titled(type, property)} ${lacking}; it is required there.`);
  }
  return wrong(inner, `${titled(type, property)} is ${found}${placeOf(rest)}; ${expected(type, property)}`);
}

const placeOf = (path: readonly string[]) =>
  path.length === 0 ? '' : ` at ${path.map((part) => JSON.stringify(part)).join(', ')}`;

const wrong = (path: readonly string[], message: string): ConfigProblem => ({
  severity: 'error',
  property: path[0] ?? '',
  path,
  message,
});

function localeProblems(type: NodeType, config: JsonObject): ConfigProblem[] {
  return localeMapsOf(type).flatMap((property) => {
    const texts = config[property];
    if (typeof texts !== 'object' || texts === null || isPlaceholder(texts)) return [];
    return Object.keys(texts)
      .filter((locale) => !isKnownLocale(locale))
      .map((locale) => wrong([property, locale], 'Invalid locale provided'));
  });
}

const localeMaps = new WeakMap<NodeType, readonly string[]>();

/** The properties that have texts by locale. */
function localeMapsOf(type: NodeType): readonly string[] {
  const { properties } = type.config;
  const known =
    localeMaps.get(type) ??
    Object.keys(properties).filter((key) => formatOf(properties[key]) === 'locale-map');
  localeMaps.set(type, known);
  return known;
}

function ownProblems(type: NodeType, config: JsonObject): ConfigProblem[] {
  return (type.validate?.(config as never) ?? [])
    .filter(({ property }) => !holdsPlaceholder(config[property]))
    .map(({ property, message }) =>
      wrong([property], /^\p{Ll}/u.test(message) ? `${titled(type, property)} ${message}.` : message),
    );
}

function unknownProblem(type: NodeType, property: string): ConfigProblem {
  return {
    severity: 'note',
    property,
    path: [property],
    message: `${type.name} has no property ${JSON.stringify(property)}; it is kept, but does nothing here. Check its spelling.`,
  };
}

/** Whether the wrong value is one that the environment will replace, or lies in one. */
function standsAtPlaceholder(config: JsonObject, error: ErrorObject): boolean {
  const path = pathOf(error);
  return path.some((_, index) => isPlaceholder(valueAt(config, path.slice(0, index + 1))));
}

/** One complaint for one place is enough. */
function distinct(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const byPlace = new Map(problems.map((problem) => [JSON.stringify(problem.path), problem]));
  return [...byPlace.values()];
}

const pathOf = (error: ErrorObject): string[] =>
  error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function valueAt(config: JsonObject, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value === null || value === undefined ? undefined : (value as Record<string, unknown>)[key],
    config,
  );
}

const schemaOf = (type: NodeType, property: string): TSchema | undefined => type.config.properties[property];

const formatOf = (schema: TSchema | undefined) => (schema as { format?: string } | undefined)?.format;

const isSecret = (schema: TSchema | undefined) => formatOf(schema) === 'password';

function titled(type: NodeType, property: string): string {
  const title = (schemaOf(type, property) as { title?: string } | undefined)?.title;
  return title === undefined ? property : `${title} (${property})`;
}

function expected(type: NodeType, property: string): string {
  const schema = schemaOf(type, property);
  return schema === undefined ? 'another value is expected.' : `${expectation(schema)} is expected.`;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
