import { type SingleExport, singleExport } from '../journey/known-shapes.ts';
import { type Layout, layoutOf } from '../journey/layout.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Draft, JsonFile, WrappedFile } from './draft.ts';

/** The journeys of a file that holds all there is of each. */
export function draftsInFile(file: JsonFile, layouts: ReadonlyMap<string, JsonFile>): readonly Draft[] {
  const { trees } = file.value;
  if (isJsonObject(trees)) return Object.keys(trees).map((name) => draftOfMany(file, trees, name));
  const single = singleExport(file.value);
  if (single === undefined) return [];
  return [
    single.shape === 'frodo' && isOwnFile(file.path)
      ? ownDraft(file, layouts.get(file.path.replace(/\.journey\.json$/, '.layout.json')))
      : draftOfOne(file, single),
  ];
}

/** Whether a file is where our own folders keep a journey: `<Name>/<Name>.journey.json`. */
function isOwnFile(path: string): boolean {
  const [folder, name] = path.split('/').slice(-2);
  return name !== undefined && name === `${folder}.journey.json`;
}

const common = (file: JsonFile) => ({
  file: file.path,
  files: [file.path],
  warnings: [],
});

function draftOfOne(file: JsonFile, single: SingleExport): Draft {
  return {
    ...common(file),
    shape: single.shape,
    exported: single.exported,
    place: (path) => ({ file: file.path, path: single.place(path) }),
    wrap: (exported) => [{ path: file.path, content: { json: single.wrap(exported) } }],
  };
}

function draftOfMany(file: JsonFile, trees: JsonObject, name: string): Draft {
  const { meta } = file.value;
  const value = trees[name];
  const single = isJsonObject(value) ? singleExport(value) : undefined;
  const hasOwnMeta = single?.exported.meta !== undefined;
  return {
    ...common(file),
    shape: isFromConsole(file.value) ? 'ping' : 'frodo-multi',
    exported: {
      ...(meta === undefined ? {} : { meta }),
      ...(single === undefined ? { tree: value ?? null } : single.exported),
    },
    place: ([first, ...rest]) => ({
      file: file.path,
      path:
        first === 'meta' && !hasOwnMeta
          ? ['meta', ...rest]
          : [
              'trees',
              name,
              ...(single === undefined || first === undefined ? [] : single.place([first, ...rest])),
            ],
    }),
    wrap(exported) {
      const { meta: newMeta, ...rest } = exported;
      const kept = Object.fromEntries(Object.entries(trees).filter(([key]) => key !== name));
      const wrapped = (single ?? { wrap: (value) => value }).wrap(hasOwnMeta ? exported : rest);
      return [
        {
          path: file.path,
          content: {
            json: {
              ...file.value,
              ...(hasOwnMeta || newMeta === undefined ? {} : { meta: newMeta }),
              trees: { ...kept, [nameFor(name, single?.exported, exported)]: wrapped },
            },
          },
        },
      ];
    },
  };
}

/** The key of a journey among `trees`: it follows the name of the tree when that is edited. */
function nameFor(key: string, before: JsonObject | undefined, after: JsonObject): string {
  const old = isJsonObject(before?.tree) ? before.tree._id : undefined;
  const name = isJsonObject(after.tree) ? after.tree._id : undefined;
  return typeof name === 'string' && name !== old ? name : key;
}

function isFromConsole({ meta }: JsonObject): boolean {
  if (!isJsonObject(meta)) return false;
  return meta.treesSelectedForExport !== undefined || String(meta.exportTool).startsWith('platform-admin');
}

/** A journey of our own folder, whose places are in the layout file unless its own file has some. */
function ownDraft(file: JsonFile, layout: JsonFile | undefined): Draft {
  return {
    ...common(file),
    shape: 'journeyman',
    warnings: misnamed(file),
    files: [file.path, ...(layout === undefined ? [] : [layout.path])],
    exported: file.value,
    ...(layout === undefined ? {} : { layout: layout.value }),
    place: (path) => ({ file: file.path, path }),
    wrap(exported) {
      const renamed = renamedPath(file.path, file.value, exported);
      const at = (path: string, from: string) => (path === from ? { path } : { path, from });
      const places = layoutOf(exported);
      const keepsPlaces = hasPlaces(layoutOf(file.value));
      const staticNodes = isJsonObject(file.value.tree) ? file.value.tree.staticNodes : undefined;
      const journey: WrappedFile = {
        ...at(renamed, file.path),
        content: { json: keepsPlaces ? exported : withoutPlaces(exported, staticNodes) },
      };
      const oldLayout = layout?.path ?? file.path.replace(/\.journey\.json$/, '.layout.json');
      const newLayout = renamed.replace(/\.journey\.json$/, '.layout.json');
      const value = layout?.value ?? {};
      const moved = keepsPlaces || !hasPlaces(places);
      return moved && layout === undefined
        ? [journey]
        : [
            journey,
            { ...at(newLayout, oldLayout), content: { json: moved ? value : withPlaces(value, places) } },
          ];
    },
  };
}

/** The runtime finds a journey by its folder. */
function misnamed({ path, value: { tree } }: JsonFile): Draft['warnings'] {
  const folder = path.split('/').at(-2) ?? '';
  const name = isJsonObject(tree) ? tree._id : undefined;
  if (typeof name !== 'string' || name === folder) return [];
  const message = `Journey ${JSON.stringify(name)} is in folder ${JSON.stringify(folder)}; one of the same name is expected.`;
  return [{ place: { file: path, path: ['tree', '_id'] }, message }];
}

function renamedPath(path: string, before: JsonObject, after: JsonObject): string {
  const nameIn = ({ tree }: JsonObject) => (isJsonObject(tree) ? tree._id : undefined);
  const name = nameIn(after);
  if (typeof name !== 'string' || name === nameIn(before)) return path;
  return [...path.split('/').slice(0, -2), name, `${name}.journey.json`].join('/');
}

/** Without the places of nodes, and with those of Start, Success and Failure as the file has them. */
function withoutPlaces(exported: JsonObject, staticNodes: Json | undefined): JsonObject {
  if (!isJsonObject(exported.tree)) return exported;
  const { staticNodes: _, ...tree } = exported.tree;
  const nodes = Object.entries(objectOf(tree.nodes)).map(([id, node]) => {
    if (!isJsonObject(node)) return [id, node];
    const { x, y, ...rest } = node;
    return [id, rest];
  });
  return {
    ...exported,
    tree: {
      ...tree,
      nodes: Object.fromEntries(nodes),
      ...(staticNodes === undefined ? {} : { staticNodes }),
    },
  };
}

const withPlaces = (layout: JsonObject, { nodes, staticNodes }: Layout): JsonObject => ({
  ...layout,
  nodes: placed(objectOf(layout.nodes), nodes),
  staticNodes: placed(objectOf(layout.staticNodes), staticNodes),
});

/** What is said of a node besides its place stays. */
function placed(known: JsonObject, places: Layout['nodes']): JsonObject {
  const entries = Object.entries(places).map(([id, place]) => [id, { ...objectOf(known[id]), ...place }]);
  return { ...known, ...Object.fromEntries(entries) };
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const hasPlaces = ({ nodes, staticNodes }: Layout) =>
  Object.keys(nodes).length > 0 || Object.keys(staticNodes).length > 0;
