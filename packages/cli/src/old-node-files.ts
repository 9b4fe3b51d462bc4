import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isJsonObject, parseJson, type SourceFile } from '@journeyman/node-schemas';

/**
 * What an earlier export to fr-config-manager's folders has left of the journeys that are written: files of nodes that get another
 * name now, or that are no longer there. fr-config-manager would push both. Whatever else is among them is not ours.
 */
export function oldNodeFiles(out: string, files: readonly SourceFile[]): readonly string[] {
  const written = new Set(files.map(({ path }) => join(out, path)));
  return files.flatMap(({ path }) => {
    const folder = /^(.*\/journeys\/[^/]+\/)[^/]+\.json$/.exec(path)?.[1];
    if (folder === undefined) return [];
    const ids = new Set(
      files.flatMap((file) => (file.path.startsWith(`${folder}nodes/`) ? idOf(file.text) : [])),
    );
    return jsonFilesBelow(join(out, folder, 'nodes')).filter((file) => {
      const [id] = written.has(file) ? [] : idOf(readFileSync(file, 'utf8'));
      return id !== undefined && (ids.has(id) || basename(file).endsWith(` - ${id}.json`));
    });
  });
}

/** Removes the file of a node, and the folder of its page if nothing else is in it. */
export async function removeNodeFile(path: string): Promise<void> {
  await rm(path);
  const folder = dirname(path);
  if (basename(folder) !== 'nodes' && (await readdir(folder)).length === 0) await rmdir(folder);
}

/** The id of the node that a text is the configuration of. */
function idOf(text: string): readonly string[] {
  const parsed = parseJson(text);
  const { _id, _type } = parsed.status === 'parsed' && isJsonObject(parsed.value) ? parsed.value : {};
  return typeof _id === 'string' && isJsonObject(_type) ? [_id] : [];
}

function jsonFilesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name, parentPath }) => join(parentPath, name));
}
