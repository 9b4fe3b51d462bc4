import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { WrappedFile } from './draft.ts';

/** A file of a journey in fr-config-manager's folders, and the part of the export that it is for, such as `['nodes', id]`. */
export interface ConfigManagerFile extends WrappedFile {
  readonly part: readonly string[];
}

/**
 * The files of a journey in fr-config-manager's folders, below `realms/<realm>/` as it is given: the tree, a file for each node, those of a page
 * in a folder named like it, and scripts in two files each.
 */
export function configManagerFiles(exported: JsonObject, realmFolder: string): readonly ConfigManagerFile[] {
  const tree = objectOf(exported.tree);
  const name = textOf(tree._id) ?? '';
  const folder = `${realmFolder}journeys/${safeName(name)}`;
  const nodes = objectOf(exported.nodes);
  const innerNodes = objectOf(exported.innerNodes);
  const placed = objectOf(tree.nodes);
  const fileOf = (part: readonly string[], path: string, json: Json) => ({ part, path, content: { json } });
  return [
    fileOf(['tree'], `${folder}/${/[\\/]/.test(name) ? safeName(name) : name}.json`, tree),
    ...Object.entries(nodes).flatMap(([id, node]) => {
      const path = `${folder}/nodes/${nodeName(objectOf(placed[id]).displayName, id, node)}`;
      const children = objectOf(node).nodes;
      return [
        fileOf(['nodes', id], `${path}.json`, node),
        ...(Array.isArray(children) ? children : []).flatMap((child: Json) => {
          const { _id, displayName } = objectOf(child);
          const config =
            typeof _id === 'string' && Object.hasOwn(innerNodes, _id) ? innerNodes[_id] : undefined;
          return typeof _id === 'string' && config !== undefined
            ? [fileOf(['innerNodes', _id], `${path}/${nodeName(displayName, _id, config)}.json`, config)]
            : [];
        }),
      ];
    }),
    ...Object.entries(objectOf(exported.scripts)).flatMap(([id, script]) =>
      scriptFiles(id, objectOf(script), `${realmFolder}scripts`),
    ),
  ];
}

/** A script as two files: what it is, and its source. */
function scriptFiles(id: string, script: JsonObject, folder: string): ConfigManagerFile[] {
  const source = scriptSource(script.script);
  const file = `scripts-content/${safeName(textOf(script.context) ?? 'UNKNOWN')}/${safeName(textOf(script.name) ?? id)}.js`;
  const json = source === undefined ? script : { ...script, script: { file } };
  return [
    { part: ['scripts', id], path: `${folder}/scripts-config/${safeName(id)}.json`, content: { json } },
    ...(source === undefined
      ? []
      : [{ part: ['scripts', id, 'script'], path: `${folder}/${file}`, content: { text: source } }]),
  ];
}

const nodeName = (displayName: Json | undefined, id: string, node: Json) => {
  const type = objectOf(objectOf(node)._type);
  return safeName(`${textOf(displayName) ?? textOf(type.name) ?? textOf(type._id) ?? ''} - ${id}`);
};

/** What file systems refuse, percent-encoded as fr-config-manager does; a name of dots alone would be another folder. */
export function safeName(name: string): string {
  if (/^\.+$/.test(name)) return name.replaceAll('.', '%2E');
  return name.replaceAll(/[/?<>\\:*|"\p{Cc}]/gu, (character) => encodeURIComponent(character));
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);
