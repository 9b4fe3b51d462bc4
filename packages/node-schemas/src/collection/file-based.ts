import type { JsonPath } from '../journey/position.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { SourceFile } from './collection.ts';
import type { Draft, JsonFile } from './draft.ts';
import { assembled, type Part } from './split-journey.ts';

/**
 * The journeys of AM's file-based configuration: `services/realm/<realm>/<type in lower case>/1.0/organizationconfig/default`
 * has a file for each node, and one for each journey where the type is `authenticationtreesservice`.
 */
export function fileBasedDrafts(
  json: readonly JsonFile[],
  texts: ReadonlyMap<string, SourceFile>,
): readonly Draft[] {
  const entities = json.flatMap((file) => entityIn(file, texts) ?? []);
  return entities
    .filter(({ service }) => service === 'authenticationtreesservice')
    .map((tree) => {
      const parts = (isScript: boolean) =>
        new Map(
          entities
            .filter(
              (entity) => entity.root === tree.root && (entity.service === 'scriptingservice') === isScript,
            )
            .map((entity) => [entity.id, entity] as const),
        );
      const { place, ...journey } = assembled(tree, { nodes: parts(false), scripts: parts(true) });
      return {
        shape: 'file-based' as const,
        file: tree.file,
        files: journey.files,
        exported: journey.exported,
        warnings: journey.warnings,
        place,
      };
    });
}

interface Entity extends Part {
  readonly file: string;
  /** The folder of the realm. */
  readonly root: string;
  /** A type of node, or of configuration, in lower case. */
  readonly service: string;
  readonly id: string;
}

function entityIn(
  { path: file, value: { data } }: JsonFile,
  texts: ReadonlyMap<string, SourceFile>,
): Entity | undefined {
  const [, root, service, name] =
    /^(.*?)([^/]+)\/\d+\.\d+\/organizationconfig\/default\/(?:.*\/)?([^/]+)\.json$/.exec(file) ?? [];
  if (root === undefined || service === undefined || name === undefined || !isJsonObject(data))
    return undefined;
  const id = service === 'authenticationtreesservice' ? nameIn(data, name) : name;
  const content = service === 'scriptingservice' ? contentOf(data.script, file, texts) : undefined;
  return {
    file,
    root,
    service,
    id,
    value: {
      ...data,
      _id: id,
      ...(Array.isArray(data.nodes) ? { nodes: data.nodes.map(childOf) } : {}),
      ...(content === undefined ? {} : { script: content.text.split('\n') }),
    },
    place: ([first, ...rest]: JsonPath) =>
      content !== undefined && first === 'script' && rest.length > 0
        ? { file: content.path, path: rest }
        : { file, path: ['data', ...(first === undefined ? [] : [first, ...rest])] },
  };
}

/** `default/Name`; the file has it in lower case. */
function nameIn({ _id }: JsonObject, file: string): string {
  return typeof _id === 'string' ? _id.replace(/^default\//, '') : file;
}

/** A child of a page is `id:type:display name`. */
function childOf(child: Json): Json {
  if (typeof child !== 'string') return child;
  const [_id = '', nodeType = '', ...displayName] = child.split(':');
  return { _id, nodeType, displayName: displayName.join(':') };
}

/** The file that AM puts in where it reads a script: `{ "$base64:encode": { "$inline": "file" } }`. */
function contentOf(
  script: Json | undefined,
  file: string,
  texts: ReadonlyMap<string, SourceFile>,
): SourceFile | undefined {
  const encoded = isJsonObject(script) ? script['$base64:encode'] : undefined;
  const name = isJsonObject(encoded) ? encoded.$inline : undefined;
  return typeof name === 'string' ? texts.get([...file.split('/').slice(0, -1), name].join('/')) : undefined;
}
