import { isJsonObject, type Json, type JsonObject, scriptSource } from '@journeyman/node-schemas/run';
import { outcomesIn } from './node-body.ts';
import { childrenOf, findNode, type RealmContent, scriptsOf, sectionOf, typeOf } from './realm-content.ts';

/** A journey whose file holds all that it names, and the nodes that the file held and the journey no longer names. */
export interface AssembledJourney {
  readonly exported: JsonObject;
  readonly left: readonly JsonObject[];
}

/**
 * Brings what belongs into a journey's file into it: the configuration of the nodes that its tree and its pages name, which may
 * be loose or in another journey so far, and the scripts that these refer to. A node in `innerNodes` holds over one in `nodes`.
 */
export function assembleJourney(draft: JsonObject, content: RealmContent): AssembledJourney {
  const kept = { ...sectionOf(draft, 'nodes'), ...sectionOf(draft, 'innerNodes') };
  const find = (id: string, type: Json | undefined): JsonObject | undefined => {
    const own = Object.hasOwn(kept, id) ? kept[id] : undefined;
    if (isJsonObject(own) && (typeOf(own) ?? type) === type) return own;
    return typeof type === 'string' ? findNode(content, type, id)?.config : undefined;
  };
  const named = new Map<string, JsonObject>();
  const inPages = new Map<string, JsonObject>();
  for (const [id, entry] of Object.entries(sectionOf(sectionOf(draft, 'tree'), 'nodes'))) {
    const type = isJsonObject(entry) ? entry.nodeType : undefined;
    const config = find(id, type);
    if (config === undefined) continue;
    const children = childrenOf(config);
    for (const { _id, nodeType } of children) {
      const child = find(_id, nodeType);
      if (child !== undefined) inPages.set(_id, child);
    }
    // The outcomes of a page are those of a node in it, which may have changed.
    const isPage = children.length > 0 && typeof type === 'string' && config._outcomes !== undefined;
    const outcomes = isPage ? { _outcomes: outcomesIn(type, config, (child) => inPages.get(child)) } : {};
    named.set(id, { ...config, ...outcomes });
  }
  // Assigned one by one, a node with the id `__proto__` would be lost.
  const nodes = Object.fromEntries(named);
  const innerNodes = Object.fromEntries(inPages);
  const scripts = { ...scriptsNeeded({ nodes, innerNodes }, content), ...sectionOf(draft, 'scripts') };
  const hasScripts = draft.scripts !== undefined || Object.keys(scripts).length > 0;
  const left = Object.entries(kept).flatMap(([id, config]) => {
    const isNamed = named.has(id) || inPages.has(id);
    return isNamed || !isJsonObject(config) || typeOf(config) === undefined ? [] : [{ ...config, _id: id }];
  });
  return { exported: { ...draft, nodes, innerNodes, ...(hasScripts ? { scripts } : {}) }, left };
}

/** The scripts of a realm whose ids occur in the nodes of an export, and the libraries that these load by name. */
export function scriptsNeeded(
  exported: JsonObject,
  content: RealmContent,
): Readonly<Record<string, JsonObject>> {
  const known = scriptsOf(content);
  const wanted = new Set<string>();
  for (const text of texts([sectionOf(exported, 'nodes'), sectionOf(exported, 'innerNodes')])) {
    if (known.has(text)) wanted.add(text);
  }
  for (const id of wanted) {
    const source = scriptSource(known.get(id)?.script) ?? '';
    const libraries = source.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g);
    for (const [, name] of libraries) {
      for (const [other, script] of known) if (script.name === name) wanted.add(other);
    }
  }
  return Object.fromEntries([...known].filter(([id]) => wanted.has(id)));
}

/** Every text in a value. */
function* texts(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* texts(each);
  }
}
