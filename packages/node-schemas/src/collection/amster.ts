import { isJsonObject, type JsonObject } from '../json.ts';
import type { Draft, JsonFile, WrappedFile } from './draft.ts';
import { realmOfPath } from './realm-of-path.ts';
import { type Assembled, assembled, type Part } from './split-journey.ts';

interface Entity {
  readonly file: JsonFile;
  readonly type: string;
  readonly realm: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** The journeys of an Amster export: a file for each entity, told by its `metadata`. */
export function amsterDrafts(json: readonly JsonFile[]): readonly Draft[] {
  const entities = json.flatMap((file) => entityIn(file) ?? []);
  return entities
    .filter(({ type }) => type === 'AuthTree')
    .map((tree) =>
      draftOf(
        tree,
        entities.filter(({ realm }) => realm === tree.realm),
      ),
    );
}

function entityIn(file: JsonFile): Entity | undefined {
  const { metadata, data } = file.value;
  if (!isJsonObject(metadata) || !isJsonObject(data) || typeof metadata.entityType !== 'string')
    return undefined;
  const realm = typeof metadata.realm === 'string' ? metadata.realm : realmOfPath(file.path);
  return {
    file,
    type: metadata.entityType,
    realm: realm.replace(/^\/root(?=\/|$)/, '') || '/',
    data,
    metadata,
  };
}

function draftOf(tree: Entity, entities: readonly Entity[]): Draft {
  const parts = (keep: (entity: Entity) => boolean) =>
    new Map(entities.filter(keep).map((entity) => [idOf(entity), partOf(entity)]));
  const journey = assembled(partOf(tree), {
    nodes: parts(({ type }) => type !== 'AuthTree' && type !== 'Scripts'),
    scripts: parts(({ type }) => type === 'Scripts'),
  });
  return {
    shape: 'amster',
    ...(typeof tree.metadata.realm === 'string' ? { realm: tree.realm } : {}),
    file: tree.file.path,
    files: journey.files,
    exported: journey.exported,
    warnings: journey.warnings,
    place: journey.place,
    wrap: (exported) => wrap(exported, journey, tree, entities),
  };
}

const idOf = ({ data, metadata }: Entity) => String(data._id ?? metadata.entityId);

/** Entities of old versions leave out what their metadata says. */
function partOf(entity: Entity): Part {
  const { file, type, data } = entity;
  return {
    value: { _id: idOf(entity), ...(type === 'AuthTree' ? {} : { _type: { _id: type } }), ...data },
    place: (path) => ({ file: file.path, path: ['data', ...path] }),
  };
}

function wrap(
  exported: JsonObject,
  journey: Assembled,
  tree: Entity,
  entities: readonly Entity[],
): readonly WrappedFile[] {
  const folder = tree.file.path.split('/').slice(0, -2);
  const byFile = new Map(entities.map(({ file }) => [file.path, file.value]));
  const fileOf = (group: string, id: string, value: JsonObject): WrappedFile => {
    const type =
      group === 'scripts' ? 'Scripts' : isJsonObject(value._type) ? String(value._type._id) : group;
    const path = journey.part([group, id])?.place([]).file ?? [...folder, type, `${id}.json`].join('/');
    const metadata = { ...tree.metadata, entityType: type, entityId: id };
    return { path, content: { json: { metadata, ...byFile.get(path), data: value } } };
  };
  const groups = ['nodes', 'innerNodes', 'scripts'].flatMap((group) => {
    const values = exported[group];
    return Object.entries(isJsonObject(values) ? values : {}).flatMap(([id, value]) =>
      isJsonObject(value) ? [fileOf(group, id, value)] : [],
    );
  });
  return isJsonObject(exported.tree) ? [fileOf('tree', '', exported.tree), ...groups] : groups;
}
