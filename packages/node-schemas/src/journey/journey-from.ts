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
    const tree = this.object(exported.tree, ['tree']);
    const at = (key: string) => ['tree', key];
    const entries = Object.entries(this.object(tree.nodes, at('nodes')));
    const configs: Configs = {
      nodes: this.object(exported.nodes, ['nodes']),
      innerNodes: this.object(exported.innerNodes, ['innerNodes']),
    };
    const name = this.text(tree._id, at('_id'));
    if (!name)
      this.faults.push({
        path: at('_id'),
        message: 'The journey has no name; "_id" in "tree" is expected to be it.',
      });
    const resource = this.text(tree.identityResource, at('identityResource'));
    return {
      name: name ?? '',
      description: this.text(tree.description, at('description')) ?? '',
      enabled: this.flag(tree.enabled, at('enabled'), true),
      innerTreeOnly: this.flag(tree.innerTreeOnly, at('innerTreeOnly'), false),
      mustRun: this.flag(tree.mustRun, at('mustRun'), false),
      noSession: this.flag(tree.noSession, at('noSession'), false),
      // The console writes the word where there is none.
      ...(resource === undefined || resource === 'null' ? {} : { identityResource: resource }),
      ...this.minutes(tree, 'maximumSessionTime'),
      ...this.minutes(tree, 'maximumIdleTime'),
      ...this.minutes(tree, 'treeTimeout'),
      entryNodeId: this.text(tree.entryNodeId, at('entryNodeId')) ?? '',
      nodes: new Map(entries.map(([id, entry]) => [id, this.node(id, entry, configs)])),
    };
  }

  private node(id: string, value: Json, configs: Configs): JourneyNode {
    const path = ['tree', 'nodes', id];
    const entry = this.object(value, path);
    const raw = own(configs.nodes, id);
    const type = this.text(entry.nodeType, [...path, 'nodeType']) ?? typeOf(raw) ?? '';
    const child = this.child(id, type, entry.displayName, [...path, 'displayName'], raw, ['nodes', id]);
    const children = this.children(id, type, child.config, configs);
    const last = children?.at(-1);
    const connections = Object.entries(this.object(entry.connections, [...path, 'connections'])).flatMap(
      ([outcome, value]) => {
        const target = this.text(value, [...path, 'connections', outcome]);
        return target === undefined ? [] : [[ofPage(outcome, last), target] as const];
      },
    );
    const outcomes = child.outcomes?.map((outcome) => ({ ...outcome, id: ofPage(outcome.id, last) }));
    return {
      ...child,
      ...(outcomes === undefined ? {} : { outcomes }),
      connections: Object.fromEntries(connections),
      ...(children === undefined ? {} : { children }),
    };
  }

  private children(id: string, type: string, config: JsonObject, configs: Configs): PageChild[] | undefined {
    const list = config.nodes;
    const isPage =
      type === 'PageNode' || (Array.isArray(list) && list.some((child) => isJsonObject(child) && child._id));
    if (!isPage) return undefined;
    const path = ['nodes', id, 'nodes'];
    if (list !== undefined && list !== null && !Array.isArray(list)) {
      this.faults.push({ path, message: `A list of nodes is expected, not ${kindOf(list)}.` });
    }
    return (Array.isArray(list) ? list : []).map((value: Json, index) => {
      const child = this.object(value, [...path, index]);
      const childId = this.text(child._id, [...path, index, '_id']) ?? '';
      const inInner = Object.hasOwn(configs.innerNodes, childId);
      const raw = own(inInner ? configs.innerNodes : configs.nodes, childId);
      const childType = this.text(child.nodeType, [...path, index, 'nodeType']) ?? typeOf(raw) ?? '';
      const name = [...path, index, 'displayName'];
      return this.child(childId, childType, child.displayName, name, raw, [
        inInner ? 'innerNodes' : 'nodes',
        childId,
      ]);
    });
  }

  private child(
    id: string,
    type: string,
    displayName: Json | undefined,
    namePath: JsonPath,
    raw: Json | undefined,
    configPath: JsonPath,
  ): PageChild {
    const config = this.object(raw, configPath);
    const outcomes = outcomesIn(config._outcomes);
    return {
      id,
      type,
      displayName: this.text(displayName, namePath) ?? type,
      config: settingsOf(type, config),
      ...(raw === undefined || raw === null ? { configMissing: true as const } : {}),
      ...(outcomes === undefined ? {} : { outcomes }),
    };
  }

  private object(value: Json | undefined, path: JsonPath): JsonObject {
    if (value === undefined || value === null) return {};
    if (isJsonObject(value)) return value;
    this.faults.push({ path, message: `An object in braces is expected, not ${kindOf(value)}.` });
    return {};
  }

  private text(value: Json | undefined, path: JsonPath): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    this.faults.push({ path, message: `A text in double quotes is expected, not ${kindOf(value)}.` });
    return undefined;
  }

  private flag(value: Json | undefined, path: JsonPath, otherwise: boolean): boolean {
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'boolean') return value;
    this.faults.push({ path, message: `true or false is expected, not ${kindOf(value)}.` });
    return otherwise;
  }

  private minutes<Key extends string>(tree: JsonObject, key: Key): { readonly [K in Key]?: number } {
    const value = tree[key];
    if (value === undefined || value === null) return {};
    if (typeof value === 'number') return { [key]: value } as { [K in Key]: number };
    this.faults.push({
      path: ['tree', key],
      message: `A number of minutes is expected, not ${kindOf(value)}.`,
    });
    return {};
  }
}

interface Configs {
  readonly nodes: JsonObject;
  readonly innerNodes: JsonObject;
}

/** Ids come from files, so none may be taken for what every object has. */
const own = (values: JsonObject, key: string) => (Object.hasOwn(values, key) ? values[key] : undefined);

/** Named instead of the value, which may be a secret in the wrong place. */
function kindOf(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : value === null ? 'null' : `a ${typeof value}`;
}

function typeOf(raw: Json | undefined): string | undefined {
  const type = isJsonObject(raw) && isJsonObject(raw._type) ? raw._type._id : undefined;
  return typeof type === 'string' ? type : undefined;
}

/** What is configured: the keys that start with an underscore are AM's own, and a page's stage of `"null"` is none. */
function settingsOf(type: string, config: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(config).filter(
      ([key, value]) => !key.startsWith('_') && !(type === 'PageNode' && key === 'stage' && value === 'null'),
    ),
  );
}

function outcomesIn(value: Json | undefined): Outcome[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value
    .filter(isJsonObject)
    .flatMap(({ id, displayName }) =>
      typeof id === 'string' ? [{ id, displayName: typeof displayName === 'string' ? displayName : id }] : [],
    );
}

/** A page of version 2 puts the id of its last child before the outcome's own. */
function ofPage(outcome: string, last: PageChild | undefined): string {
  return last !== undefined && outcome.startsWith(`${last.id}-`)
    ? outcome.slice(last.id.length + 1)
    : outcome;
}
