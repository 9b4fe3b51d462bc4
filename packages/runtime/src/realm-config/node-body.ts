import {
  holdsPlaceholder,
  isJsonObject,
  type Json,
  type JsonObject,
  journeyFrom,
  type NodeType,
  nodeTypesById,
  outcomesOfNode,
  validateConfig,
} from '@journeyman/node-schemas/run';
import { AmError } from '../http/am-error.ts';
import { withRevision } from './content-revision.ts';
import {
  type ConfiguredNode,
  childrenOf,
  findNode,
  type RealmContent,
  scriptsOf,
  withChildren,
} from './realm-content.ts';
import { versionIn, withVersion } from './versions.ts';

/** The configuration of a node in a page, by its id and type. */
export type FindChild = (id: string, type: string) => JsonObject | undefined;

/** Finds the nodes of pages in the configuration of a realm. */
export function childrenIn(content: RealmContent): FindChild {
  return (id, type) => findNode(content, type, id)?.config;
}

/** A node as AM answers it: with its type, its version, and the outcomes that its configuration has; never a secret. */
export function nodeBody({ id, type, config }: ConfiguredNode, child: FindChild): JsonObject {
  const known = nodeTypesById.get(type);
  return withRevision({
    ...withChildren(config, (node) => withVersion(node, 'nodeVersion')),
    ...hiddenSecrets(known, config),
    _id: id,
    _type: withVersion(typeEntry(type, config._type), 'version'),
    _outcomes: outcomesIn(type, config, child),
  });
}

/** The outcomes of a node: as its configuration lists them where they are the right ones, else as its type computes them. */
export function outcomesIn(type: string, config: JsonObject, child: FindChild): Json {
  const innerNodes = childrenOf(config).flatMap(({ _id, nodeType }) => {
    const found = typeof nodeType === 'string' ? child(_id, nodeType) : undefined;
    return found === undefined ? [] : [[_id, found] as const];
  });
  const alone = { displayName: type, nodeType: type, connections: {} };
  const node = journeyFrom({
    tree: { _id: '', nodes: { node: alone } },
    nodes: { node: config },
    innerNodes: Object.fromEntries(innerNodes),
  }).nodes.get('node');
  const computed = node === undefined ? [] : outcomesOfNode(node, nodeTypesById);
  const listed = new Set(node?.outcomes?.map(({ id }) => id));
  const isListed = listed.size === computed.length && computed.every(({ id }) => listed.has(id));
  return isListed && config._outcomes !== undefined
    ? config._outcomes
    : computed.map(({ id, displayName }) => ({ id, displayName }));
}

/** The version of a node's type that it is of. */
export function versionOf({ config }: ConfiguredNode): string {
  return versionIn(config._type, 'version');
}

/** What a caller wants a node to be. */
export interface WantedNode {
  readonly type: string;
  /** As the address names it; absent: as the body does. */
  readonly version?: string;
  readonly id: string;
  readonly body: JsonObject;
}

/**
 * A node as a journey's file keeps it. Throws `not-found` for a type that is not known here, and `bad-request` with AM's words
 * for what is not an attribute of it or has the wrong value.
 */
export function nodeFrom(
  { type, version, id, body }: WantedNode,
  content: RealmContent,
  child = childrenIn(content),
): JsonObject {
  const known = nodeTypesById.get(type);
  if (known === undefined) throw new AmError('not-found', `Resource '${type}/${id}' not found`);
  const before = findNode(content, type, id)?.config;
  const { _id: _, _type, _outcomes, ...given } = body;
  const attributes = { ...given, ...keptSecrets(known, given, before) };
  requireKnown(Object.keys(attributes), Object.keys(known.config.properties));
  requireValid(known, attributes, content);
  const named = typeEntry(type, _type);
  const config = {
    ...attributes,
    _id: id,
    _type: version === undefined ? named : { ...named, version },
    ...(_outcomes === undefined ? {} : { _outcomes }),
  };
  return { ...config, _outcomes: outcomesIn(type, config, child) };
}

/** Throws AM's `bad-request` for an attribute that is not among those that there are, and lists these. */
export function requireKnown(given: readonly string[], valid: readonly string[]): void {
  if (given.every((name) => valid.includes(name))) return;
  throw new AmError('bad-request', 'Invalid attribute specified.', { validAttributes: [...valid] });
}

/** AM's `bad-request` for the value of an attribute, by its title, with what is expected. */
export function invalidValue(title: string, message: string): AmError {
  return new AmError('bad-request', `Data validation failed for the attribute, ${title}`, { message });
}

function requireValid(type: NodeType, attributes: JsonObject, content: RealmContent): void {
  for (const { severity, property, message } of validateConfig(type, attributes).problems) {
    if (severity === 'error') throw invalidValue(titleOf(type, property), message);
  }
  for (const property of Object.keys(attributes)) {
    const value = attributes[property];
    if (typeof value !== 'string' || value === '[Empty]' || holdsPlaceholder(value)) continue;
    if (formatOf(type, property) === 'script' && !scriptsOf(content).has(value)) {
      throw invalidValue(titleOf(type, property), `There is no script ${value} in this realm.`);
    }
    if (formatOf(type, property) === 'journey' && !content.journeys.some(({ name }) => name === value)) {
      throw invalidValue(
        titleOf(type, property),
        `There is no journey ${JSON.stringify(value)} in this realm.`,
      );
    }
  }
}

/** What AM keeps of a node's type with the node. */
function typeEntry(type: string, given: Json | undefined): JsonObject {
  const said = isJsonObject(given) ? given : {};
  return { name: nodeTypesById.get(type)?.name ?? type, collection: true, ...said, _id: type };
}

/** A placeholder is no secret: its value is elsewhere. */
function hiddenSecrets(type: NodeType | undefined, config: JsonObject): Record<string, null> {
  const secrets = Object.keys(config).filter(
    (key) =>
      type !== undefined && formatOf(type, key) === 'password' && !holdsPlaceholder(config[key] ?? null),
  );
  return Object.fromEntries(secrets.map((key) => [key, null]));
}

/** Whoever sends back what was answered does not mean to remove the secret. */
function keptSecrets(type: NodeType, given: JsonObject, before: JsonObject | undefined): JsonObject {
  const secrets = Object.entries(given).flatMap(([key, value]) => {
    const secret = formatOf(type, key) === 'password' && value === null ? before?.[key] : undefined;
    return secret === undefined ? [] : [[key, secret] as const];
  });
  return Object.fromEntries(secrets);
}

function titleOf(type: NodeType, property: string): string {
  return attributeOf(type, property)?.title ?? property;
}

function formatOf(type: NodeType, property: string): string | undefined {
  return attributeOf(type, property)?.format;
}

function attributeOf(type: NodeType, property: string): { title?: string; format?: string } | undefined {
  return Object.hasOwn(type.config.properties, property) ? type.config.properties[property] : undefined;
}
