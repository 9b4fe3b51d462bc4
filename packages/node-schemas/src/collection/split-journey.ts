import type { JsonPath } from '../journey/position.ts';
import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { PlaceInFile, Warning } from './draft.ts';

/** A part of a journey that has a file of its own: a node or a script. */
export interface Part {
  readonly value: JsonObject;
  /** Where a part of `value` is. */
  place(path: JsonPath): PlaceInFile;
}

/** The parts that a realm has files for, by id. */
export interface Parts {
  readonly nodes: ReadonlyMap<string, Part>;
  readonly scripts: ReadonlyMap<string, Part>;
}

/** A journey put together from its tree and the parts that it uses. */
export interface Assembled {
  readonly exported: JsonObject;
  readonly files: readonly string[];
  /** A node without a file. */
  readonly warnings: readonly Warning[];
  place(path: JsonPath): PlaceInFile;
  part(path: JsonPath): Part | undefined;
}

/** Puts a journey together: its tree, the nodes of it, those in its pages, and the scripts that they run. */
export function assembled(tree: Part, parts: Parts): Assembled {
  const warnings: Warning[] = [];
  const find = (id: string, name: Json | undefined, place: PlaceInFile): [string, Part][] => {
    const part = parts.nodes.get(id);
    if (part !== undefined) return [[id, part]];
    const shown = typeof name === 'string' ? `${JSON.stringify(name)} (${id})` : JSON.stringify(id);
    warnings.push({
      place,
      message: `Node ${shown} has no file; one that holds its configuration is expected.`,
    });
    return [];
  };
  const nodes = new Map(
    Object.entries(objectOf(tree.value.nodes)).flatMap(([id, node]) =>
      find(id, objectOf(node).displayName, tree.place(['nodes', id])),
    ),
  );
  const innerNodes = new Map(
    [...nodes.values()].flatMap(({ value, place }) =>
      (Array.isArray(value.nodes) ? value.nodes : []).flatMap((child: Json, index) => {
        const { _id, displayName } = objectOf(child);
        return typeof _id === 'string' ? find(_id, displayName, place(['nodes', index])) : [];
      }),
    ),
  );
  const scripts = scriptsOf([...nodes.values(), ...innerNodes.values()], parts.scripts);
  const groups = { innerNodes, nodes, scripts };
  const part = ([first, id]: JsonPath) => {
    const key = String(id);
    if (first === 'tree') return tree;
    return first === 'nodes' || first === 'innerNodes' || first === 'scripts'
      ? groups[first].get(key)
      : undefined;
  };
  const place = (path: JsonPath) =>
    path[0] === 'tree' ? tree.place(path.slice(1)) : (part(path) ?? tree).place(path.slice(2));
  const used = [tree, ...nodes.values(), ...innerNodes.values(), ...scripts.values()];
  return {
    exported: {
      innerNodes: valuesOf(innerNodes),
      nodes: valuesOf(nodes),
      scripts: valuesOf(scripts),
      tree: tree.value,
    },
    files: [...new Set(used.flatMap((one) => [one.place([]).file, one.place(['script', 0]).file]))],
    warnings,
    place,
    part,
  };
}

/** The scripts that nodes name by id, and the libraries that those require by name. */
function scriptsOf(nodes: readonly Part[], scripts: Parts['scripts']): ReadonlyMap<string, Part> {
  const byName = new Map([...scripts].map(([id, { value }]) => [value.name, id]));
  const found = new Map<string, Part>();
  const queue = nodes.map(({ value }) => value.script);
  for (const id of queue) {
    const script = typeof id === 'string' && !found.has(id) ? scripts.get(id) : undefined;
    if (typeof id !== 'string' || script === undefined) continue;
    found.set(id, script);
    const source = scriptSource(script.value.script) ?? '';
    for (const [, , name = ''] of source.matchAll(/\brequire\(\s*(['"])([^'"\n]+)\1\s*\)/g)) {
      queue.push(byName.get(name));
    }
  }
  return found;
}

const valuesOf = (parts: ReadonlyMap<string, Part>): JsonObject =>
  Object.fromEntries([...parts].map(([id, { value }]) => [id, value]));

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
