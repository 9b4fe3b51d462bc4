import { isTree } from '../journey/known-shapes.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { SourceFile } from './collection.ts';
import { configManagerFiles, safeName } from './config-manager-files.ts';
import type { Draft, JsonFile, Warning, WrappedFile } from './draft.ts';
import { nestedRealmOf } from './realm-of-path.ts';
import { type Assembled, assembled, type Part, type Parts } from './split-journey.ts';

/** The journeys in fr-config-manager's folders: `journeys/<name>/<name>.json` with `nodes/` beside it. */
export function configManagerDrafts(
  json: readonly JsonFile[],
  texts: ReadonlyMap<string, SourceFile>,
): readonly Draft[] {
  const nodeFiles = json.filter(
    ({ path, value }) => /(?:^|\/)nodes\//.test(path) && typeof value._id === 'string',
  );
  return json.flatMap((file) => {
    if (!isTree(file.value)) return [];
    const folder = above(file.path);
    const own = nodeFiles.filter(({ path }) => path.startsWith(`${folder}nodes/`));
    if (own.length === 0 && !/(?:^|\/)journeys\/$/.test(above(folder))) return [];
    return [draftOf(file, own, scriptsIn(`${above(above(folder))}scripts/`, json, texts))];
  });
}

function draftOf(file: JsonFile, nodeFiles: readonly JsonFile[], scripts: Parts['scripts']): Draft {
  const nodes = new Map(inOrder(file, nodeFiles).map((node) => [String(node.value._id), partOf(node)]));
  const journey = assembled(partOf(file), { nodes, scripts });
  const realm = nestedRealmOf(file.path);
  return {
    shape: 'fr-config-manager',
    ...(realm === undefined ? {} : { realm }),
    file: file.path,
    files: journey.files,
    exported: journey.exported,
    warnings: [...journey.warnings, ...missingSources(journey), ...leftovers(nodeFiles, journey)],
    place: journey.place,
    wrap: (exported) => wrap(exported, journey, above(above(above(file.path)))),
  };
}

const partOf = ({ path: file, value }: Pick<JsonFile, 'path' | 'value'>): Part => ({
  value,
  place: (path) => ({ file, path }),
});

/** The files of nodes, those last that are called what the tree calls the node: of two for one node, that one is read. */
function inOrder({ value: { nodes } }: JsonFile, files: readonly JsonFile[]): readonly JsonFile[] {
  const names = Object.entries(isJsonObject(nodes) ? nodes : {}).map(([id, node]) =>
    isJsonObject(node) ? safeName(`${node.displayName} - ${id}.json`) : '',
  );
  const isCurrent = ({ path }: JsonFile) => names.includes(path.split('/').at(-1) ?? '');
  return [...files.filter((file) => !isCurrent(file)), ...files.filter(isCurrent)];
}

/** Files of nodes that the journey has read from another file or has no use for, as a renamed node leaves them. */
function leftovers(nodeFiles: readonly JsonFile[], { files, exported }: Assembled): readonly Warning[] {
  const isUsed = (id: string) =>
    [exported.nodes, exported.innerNodes].some((nodes) => isJsonObject(nodes) && Object.hasOwn(nodes, id));
  return nodeFiles
    .filter(({ path }) => !files.includes(path))
    .map(({ path, value: { _id } }) => ({
      place: { file: path, path: ['_id'] },
      message: isUsed(String(_id))
        ? `Node ${_id} has another file, ${files.find((file) => file.includes(String(_id)))}, which is read instead; one file for each node is expected.`
        : `The journey has no node ${_id}; a file for each of its nodes, and no other, is expected.`,
    }));
}

/** The scripts of a realm. A source is read as lines, so that each has its place. */
function scriptsIn(
  folder: string,
  json: readonly JsonFile[],
  texts: ReadonlyMap<string, SourceFile>,
): Parts['scripts'] {
  return new Map(
    json.flatMap((config): [string, Part][] => {
      const { path: file, value } = config;
      const name = isJsonObject(value.script) ? value.script.file : undefined;
      if (!file.startsWith(`${folder}scripts-config/`) || typeof name !== 'string') return [];
      const content = texts.get(`${folder}${name}`);
      if (content === undefined) return [[String(value._id), partOf(config)]];
      return [
        [
          String(value._id),
          {
            value: { ...value, script: content.text.split('\n') },
            place: ([first, ...rest]) =>
              first === 'script' && rest.length > 0
                ? { file: content.path, path: rest }
                : { file, path: first === undefined ? [] : [first, ...rest] },
          },
        ],
      ];
    }),
  );
}

function missingSources({ exported, place }: Assembled): readonly Warning[] {
  const scripts = isJsonObject(exported.scripts) ? Object.entries(exported.scripts) : [];
  return scripts.flatMap(([id, script]) => {
    const source = isJsonObject(script) ? script.script : undefined;
    if (!isJsonObject(source)) return [];
    const message = `Script ${id} has no source; a file ${JSON.stringify(source.file)} is expected beside scripts-config.`;
    return [{ place: place(['scripts', id, 'script']), message }];
  });
}

/** A file whose node or script is called what it was keeps its path, whatever that is; scripts of other journeys stay. */
function wrap(exported: JsonObject, journey: Assembled, realmFolder: string): readonly WrappedFile[] {
  const before = configManagerFiles(journey.exported, realmFolder);
  const after = configManagerFiles(exported, realmFolder);
  const paths = new Map(before.map(({ part, path }) => [part.join(), path]));
  const kept = new Set(after.map(({ part }) => part.join()));
  const unused = before.filter(({ part }) => part[0] === 'scripts' && !kept.has(part.join()));
  return [...after, ...unused].flatMap((file): WrappedFile[] => {
    const { part, path, content } = file;
    const from = fileOfPart(part, journey);
    if (from === undefined) return [{ path, content }];
    if (paths.get(part.join()) === path) return [{ path: from, content }];
    return [{ path, from, content }];
  });
}

/** The file that a part was read from. */
function fileOfPart(
  [group = '', id = '', ...inside]: readonly string[],
  journey: Assembled,
): string | undefined {
  return journey.part([group, id])?.place(inside.length === 0 ? [] : [...inside, 0]).file;
}

/** The folder that a file or folder is in, with a `/` at its end; where files are read from is nothing, and above it `../`. */
function above(path: string): string {
  if (path === '' || path.endsWith('../')) return `${path}../`;
  return path.slice(0, path.replace(/\/$/, '').lastIndexOf('/') + 1);
}
