import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Outcome } from '../node-type.ts';
import type { Fault } from './choose-journey.ts';
import type { Journey, JourneyNode, PageChild } from './journey.ts';
import type { JsonPath } from './position.ts';

/**
 * The journey that a single-journey export holds. What is not of the expected kind is taken as missing; an export that
 * `readJourney` gave has nothing of the sort.
 */
export function journeyFrom(exported: JsonObject): Journey {
  return interpretExport(exported).journey;
}

/** The journey that a single-journey export holds, and what in it is of another kind than expected. */
export function interpretExport(exported: JsonObject): {
  readonly journey: Journey;
  readonly faults: readonly Fault[];
} {
  const reader = new Reader();
  return { journey: reader.journey(exported), faults: reader.faults };
}

/** Reads values of expected kinds and remembers those that are of another. */
class Reader {
  readonly faults: Fault[] = [];

  journey(exported: JsonObject): Journey {
    const tree = this.object(exported, 'tree', []);
    const path = ['tree'];
    const entries = this.object(tree, 'nodes', path);
    const configs: Configs = {
      nodes: this.object(exported, 'nodes', []),
      innerNodes: this.object(exported, 'innerNodes', []),
    };
    const name = this.text(tree, '_id', path);
    if (!name)
      this.faults.push({
        path: ['tree', '_id'],
        message: 'The journey has no name; "_id" in "tree" is expected to be it.',
      });
    const nullWords = nullWordsIn(tree, ['description', 'identityResource']);
    const given = nullWords === undefined ? tree : without(tree, nullWords);
    const resource = this.text(given, 'identityResource', path);
    return {
      name: name ?? '',
      description: this.text(given, 'description', path) ?? '',
      enabled: this.flag(tree, 'enabled', path) ?? true,
      innerTreeOnly: this.flag(tree, 'innerTreeOnly', path) ?? false,
      mustRun: this.flag(tree, 'mustRun', path) ?? false,
      noSession: this.flag(tree, 'noSession', path) ?? false,
      ...(resource === undefined ? {} : { identityResource: resource }),
      ...this.minutes(tree, 'maximumSessionTime', path),
      ...this.minutes(tree, 'maximumIdleTime', path),
      ...this.minutes(tree, 'treeTimeout', path),
      entryNodeId: this.text(tree, 'entryNodeId', path) ?? '',
      ...(nullWords === undefined ? {} : { nullWords }),
      nodes: new Map(Object.keys(entries).map((id) => [id, this.node(id, entries[id] ?? null, configs)])),
    };
  }

  private node(id: string, value: Json, configs: Configs): JourneyNode {
    const path = ['tree', 'nodes', id];
    const entry = this.asObject(value, path);
    const child = this.child(id, entry, path, configs, 'nodes');
    const children = this.children(child, configs);
    const given = this.object(entry, 'connections', path);
    if (children === undefined) return { ...child, connections: this.connections(given, path, undefined) };
    const last = children.at(-1);
    const outcomes = child.outcomes?.map((outcome) => ({ ...outcome, id: ofPage(outcome.id, last) }));
    return {
      ...child,
      ...(outcomes === undefined ? {} : { outcomes }),
      connections: this.connections(given, path, last),
      children,
    };
  }

  private connections(
    given: JsonObject,
    path: JsonPath,
    last: PageChild | undefined,
  ): JourneyNode['connections'] {
    if (last === undefined && hasTextsOnly(given)) return given;
    const place = [...path, 'connections'];
    return Object.fromEntries(
      Object.keys(given).flatMap((outcome) => {
        const target = this.text(given, outcome, place);
        return target === undefined ? [] : [[ofPage(outcome, last), target]];
      }),
    );
  }

  private children({ id, type, config }: PageChild, configs: Configs): PageChild[] | undefined {
    const list = config.nodes;
    const isPage =
      type === 'PageNode' || (Array.isArray(list) && list.some((child) => isJsonObject(child) && child._id));
    if (!isPage) return undefined;
    const path = ['nodes', id, 'nodes'];
    if (list !== undefined && list !== null && !Array.isArray(list))
      this.wrong('A list of nodes', list, path);
    return (Array.isArray(list) ? list : []).map((value: Json, index) => {
      const place = [...path, index];
      const entry = this.asObject(value, place);
      const childId = this.text(entry, '_id', place) ?? '';
      const part = Object.hasOwn(configs.innerNodes, childId) ? 'innerNodes' : 'nodes';
      return this.child(childId, entry, place, configs, part);
    });
  }

  /** A node as the tree or its page lists it, with its configuration in a part of the export. */
  private child(
    id: string,
    entry: JsonObject,
    path: JsonPath,
    configs: Configs,
    part: keyof Configs,
  ): PageChild {
    const raw = own(configs[part], id);
    const type = this.text(entry, 'nodeType', path) ?? typeOf(raw) ?? '';
    const config = this.asObject(raw, [part, id]);
    const outcomes = outcomesIn(config._outcomes);
    const nullWords = type === 'PageNode' ? nullWordsIn(config, ['stage']) : undefined;
    return {
      id,
      type,
      displayName: this.text(entry, 'displayName', path) ?? type,
      config: settingsOf(nullWords === undefined ? config : without(config, nullWords)),
      ...(nullWords === undefined ? {} : { nullWords }),
      ...(raw === undefined || raw === null ? { configMissing: true as const } : {}),
      ...(outcomes === undefined ? {} : { outcomes }),
    };
  }

  private object(from: JsonObject, key: string, path: JsonPath): JsonObject {
    const value = from[key];
    return isJsonObject(value) ? value : this.asObject(value, [...path, key]);
  }

  private asObject(value: Json | undefined, path: JsonPath): JsonObject {
    if (isJsonObject(value)) return value;
    if (value !== undefined && value !== null) this.wrong('An object in braces', value, path);
    return {};
  }

  private text(from: JsonObject, key: string, path: JsonPath): string | undefined {
    const value = from[key];
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null) this.wrong('A text in double quotes', value, [...path, key]);
    return undefined;
  }

  private flag(from: JsonObject, key: string, path: JsonPath): boolean | undefined {
    const value = from[key];
    if (typeof value === 'boolean') return value;
    if (value !== undefined && value !== null) this.wrong('true or false', value, [...path, key]);
    return undefined;
  }

  private minutes<Key extends string>(
    from: JsonObject,
    key: Key,
    path: JsonPath,
  ): { readonly [K in Key]?: number } {
    const value = from[key];
    if (typeof value === 'number') return { [key]: value } as { [K in Key]: number };
    if (value !== undefined && value !== null) this.wrong('A number of minutes', value, [...path, key]);
    return {};
  }

  private wrong(expected: string, found: Json, path: JsonPath): void {
    this.faults.push({ path, message: `${expected} is expected, not ${kindOf(found)}.` });
  }
}

interface Configs {
  readonly nodes: JsonObject;
  readonly innerNodes: JsonObject;
}

/** Ids come from files, so none may be taken for what every object has. */
const own = (values: JsonObject, key: string) => (Object.hasOwn(values, key) ? values[key] : undefined);

function hasTextsOnly(values: JsonObject): values is { readonly [key: string]: string } {
  for (const key in values) {
    if (typeof values[key] !== 'string') return false;
  }
  return true;
}

/** Named instead of the value, which may be a secret in the wrong place. */
function kindOf(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : value === null ? 'null' : `a ${typeof value}`;
}

function typeOf(raw: Json | undefined): string | undefined {
  const type = isJsonObject(raw) && isJsonObject(raw._type) ? raw._type._id : undefined;
  return typeof type === 'string' ? type : undefined;
}

/** Those of the properties that are the word "null", which AM's console writes where there is nothing. */
function nullWordsIn(values: JsonObject, properties: readonly string[]): readonly string[] | undefined {
  const found = properties.filter((property) => values[property] === 'null');
  return found.length === 0 ? undefined : found;
}

function without(values: JsonObject, properties: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !properties.includes(key)));
}

/** What is configured: the keys that start with an underscore are AM's own. */
function settingsOf(config: JsonObject): JsonObject {
  const settings: Record<string, Json> = {};
  for (const key in config) {
    if (!key.startsWith('_')) settings[key] = config[key] ?? null;
  }
  return settings;
}

function outcomesIn(value: Json | undefined): readonly Outcome[] | undefined {
  if (!Array.isArray(value)) return undefined;
  if (value.every(isOutcome)) return value;
  const outcomes: Outcome[] = [];
  for (const item of value) {
    const { id, displayName } = isJsonObject(item) ? item : {};
    if (typeof id === 'string')
      outcomes.push({ id, displayName: typeof displayName === 'string' ? displayName : id });
  }
  return outcomes;
}

function isOutcome(value: Json): value is { id: string; displayName: string } {
  return isJsonObject(value) && typeof value.id === 'string' && typeof value.displayName === 'string';
}

/** A page of version 2 puts the id of its last child before the outcome's own. */
function ofPage(outcome: string, last: PageChild | undefined): string {
  return last !== undefined && outcome.startsWith(`${last.id}-`)
    ? outcome.slice(last.id.length + 1)
    : outcome;
}
