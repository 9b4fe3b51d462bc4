import {
  emptyLayout,
  isJsonObject,
  type Json,
  type JsonObject,
  readJourney,
  readLayout,
  withLayout,
} from '@journeyman/node-schemas/run';
import type { JourneyFolders, StoredJourney } from '../journey-files/journey-folders.ts';
import type { Realm } from '../realms/realm.ts';
import type { LooseConfiguration } from './loose-configuration.ts';

/** The configuration of a node, and where in a journey's file it is. */
export interface NodePart {
  readonly id: string;
  readonly type: string;
  /** As it is kept; null: the journey names a node that nothing is kept of. */
  readonly config: JsonObject | null;
}

/** A journey of a realm as its files hold it. */
export interface FiledJourney {
  readonly name: string;
  readonly revision: string;
  /** A single-journey export, with the places of the layout in it. */
  readonly exported: JsonObject;
  /** The nodes that the tree names and those in its pages, by id. */
  readonly parts: ReadonlyMap<string, NodePart>;
}

/** What AM calls the configuration of a realm: what is in its journeys, and what is loose. */
export interface RealmContent {
  readonly journeys: readonly FiledJourney[];
  readonly looseNodes: readonly JsonObject[];
  readonly looseScripts: readonly JsonObject[];
}

/** Reads the configuration of realms. The files of a realm are read once for each time that it was loaded. */
export function createContentReader(
  folders: JourneyFolders,
  loose: LooseConfiguration,
): (realm: Realm) => Promise<RealmContent> {
  const known = new WeakMap<Realm, Promise<readonly FiledJourney[]>>();
  const journeysOf = (realm: Realm): Promise<readonly FiledJourney[]> => {
    const before = known.get(realm);
    if (before !== undefined) return before;
    const journeys = Promise.all(realm.journeys.all().map(({ name }) => folders.find(realm.name, name))).then(
      (stored) => stored.flatMap((each) => (each === undefined ? [] : filed(each))),
    );
    known.set(realm, journeys);
    journeys.catch(() => known.delete(realm));
    return journeys;
  };
  return async (realm) => {
    const [journeys, looseNodes, looseScripts] = await Promise.all([
      journeysOf(realm),
      loose.list(realm.name, 'node'),
      loose.list(realm.name, 'script'),
    ]);
    return { journeys, looseNodes, looseScripts };
  };
}

/** The nodes that an export names: those of its tree, and those in their pages. */
export function partsOf(exported: JsonObject): ReadonlyMap<string, NodePart> {
  const parts = new Map<string, NodePart>();
  const configs = { ...sectionOf(exported, 'nodes'), ...sectionOf(exported, 'innerNodes') };
  const add = (id: string, named: Json | undefined): NodePart => {
    const config = Object.hasOwn(configs, id) ? configs[id] : undefined;
    const part = {
      id,
      type: typeof named === 'string' ? named : (typeOf(config) ?? ''),
      config: isJsonObject(config) ? config : null,
    };
    parts.set(id, part);
    return part;
  };
  for (const [id, entry] of Object.entries(sectionOf(sectionOf(exported, 'tree'), 'nodes'))) {
    const { config } = add(id, isJsonObject(entry) ? entry.nodeType : undefined);
    for (const child of childrenOf(config)) if (!parts.has(child._id)) add(child._id, child.nodeType);
  }
  return parts;
}

/** What a page says of the nodes in it; nothing for any other configuration. */
export function childrenOf(config: JsonObject | null): readonly (JsonObject & { readonly _id: string })[] {
  const nodes = config?.nodes;
  return Array.isArray(nodes) ? nodes.filter(isChild) : [];
}

/** A configuration with a change to what it says of each node in it; one that is no page stays as it is. */
export function withChildren(
  config: JsonObject,
  change: (child: JsonObject & { readonly _id: string }) => JsonObject,
): JsonObject {
  const { nodes } = config;
  if (!Array.isArray(nodes)) return config;
  return { ...config, nodes: nodes.map((each: Json) => (isChild(each) ? change(each) : each)) };
}

/** A part of an export that holds things by id or name; empty where there is none. */
export function sectionOf(exported: JsonObject, name: string): JsonObject {
  const section = exported[name];
  return isJsonObject(section) ? section : {};
}

/** The type that a configuration says it is of. */
export function typeOf(config: Json | undefined): string | undefined {
  const type = isJsonObject(config) && isJsonObject(config._type) ? config._type._id : undefined;
  return typeof type === 'string' ? type : undefined;
}

/** The journey of a realm with a name. */
export function journeyIn({ journeys }: RealmContent, name: string): FiledJourney | undefined {
  return journeys.find((journey) => journey.name === name);
}

/** The nodes of a realm that have a configuration, each once; those in journeys first. */
export function nodesOf({ journeys, looseNodes }: RealmContent): readonly ConfiguredNode[] {
  const found = new Map<string, ConfiguredNode>();
  const add = (node: ConfiguredNode) => {
    const key = `${node.type}/${node.id}`;
    if (!found.has(key)) found.set(key, node);
  };
  for (const { parts } of journeys) for (const part of parts.values()) if (isConfigured(part)) add(part);
  for (const config of looseNodes) add({ id: String(config._id), type: typeOf(config) ?? '', config });
  return [...found.values()];
}

/** A node of a realm that has a configuration. */
export interface ConfiguredNode extends NodePart {
  readonly config: JsonObject;
}

/** The node of a type with an id; undefined if there is none. */
export function findNode(content: RealmContent, type: string, id: string): ConfiguredNode | undefined {
  for (const { parts } of content.journeys) {
    const part = parts.get(id);
    if (part !== undefined && part.type === type && isConfigured(part)) return part;
  }
  const config = content.looseNodes.find((node) => node._id === id && typeOf(node) === type);
  return config === undefined ? undefined : { id, type, config };
}

/** The scripts of a realm by id; those in journeys hold over loose ones. */
export function scriptsOf({ journeys, looseScripts }: RealmContent): ReadonlyMap<string, JsonObject> {
  const loose = looseScripts.map((script) => [String(script._id), script] as const);
  const inJourneys = journeys.flatMap(({ exported }) => Object.entries(sectionOf(exported, 'scripts')));
  return new Map([
    ...loose,
    ...inJourneys.flatMap(([id, script]) => (isJsonObject(script) ? [[id, script] as const] : [])),
  ]);
}

/** Undefined, as far as tools are concerned, while its file cannot be read. */
function filed({ name, revision, file, layout }: StoredJourney): FiledJourney[] {
  const read = readJourney(file, name);
  if (read.status === 'refused') return [];
  const places = layout === null ? undefined : readLayout(layout);
  const exported = withLayout(read.exported, places?.status === 'read' ? places.layout : emptyLayout);
  return [{ name, revision, exported, parts: partsOf(exported) }];
}

function isChild(value: Json): value is JsonObject & { readonly _id: string } {
  return isJsonObject(value) && typeof value._id === 'string';
}

function isConfigured(part: NodePart): part is ConfiguredNode {
  return part.config !== null;
}
