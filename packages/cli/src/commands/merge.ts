import { writeFile } from 'node:fs/promises';
import type { Json, JsonObject } from '@journeyman/node-schemas';
import { oneLine } from '@journeyman/node-schemas/one-line';
import { fileText } from '../checked-text.ts';
import type { Command } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const help = `journeyman merge <base> <ours> <theirs> [<name>] [--json]

Merges what two sides made of a journey file, node by node, property by property and outcome by outcome, and writes the outcome
to <ours>. Where both changed the same, or one removed a node that the other changed or connected, ours is kept, a sentence on
standard error names it, and the exit code is 1.

  <name>   what messages call the file
  --json   prints { "name", "file", "merged", "conflicts": [{ "type", "subject", "nodeId", "part", "path", "base", "ours",
           "theirs", "target", "message" }] }; "file" was written, "merged" says that nothing is in conflict, "target" of an
           outcome is { "by", "fate" }: which side took away the node that the other leads it to, as "removed" or "moved to Page"

It is a merge driver for git; journeyman diff --help says how to set it up:

  git config merge.journey.driver "npx journeyman merge %O %A %B %P"
`;

/** Merges two sides' changes of a journey file. */
export const mergeCommand: Command = {
  summary: 'merge two sides of a journey file, as a driver for git',
  help,
  options: { json: { type: 'boolean' } },
  operands: '<base> <ours> <theirs> [<name>]',
  async run({ json }, operands) {
    const [basePath, oursPath, theirsPath, givenName, ...others] = operands;
    if (basePath === undefined || oursPath === undefined || theirsPath === undefined || others.length > 0) {
      throw new UsageError('Three files are expected, and a name: <base> <ours> <theirs> [<name>].');
    }
    const name = givenName ?? oursPath;
    const { conflictText, loadAllNodeTypes, mergeJourneys } = await import('@journeyman/node-schemas');
    await loadAllNodeTypes();
    const oursText = fileText(oursPath);
    const base = await objectIn(fileText(basePath), `${name}, before both`);
    const ours = await objectIn(oursText, `${name}, ours`);
    const theirs = await objectIn(fileText(theirsPath), `${name}, theirs`);
    requireOneShape(name, [base, ours, theirs]);
    const { merged, conflicts } = mergeJourneys(base, ours, theirs);
    await writeFile(oursPath, await textLike(oursText, ours, merged));
    const told = conflicts.map((conflict) => ({ ...conflict, message: conflictText(conflict) }));
    if (json === true) {
      const result = { name, file: oursPath, merged: told.length === 0, conflicts: told };
      console.log(JSON.stringify(result, null, 2));
    } else {
      for (const { message } of told) console.error(oneLine(`${name}: ${message}`));
    }
    return conflicts.length > 0 ? 1 : 0;
  },
};

/** Whether a file holds one journey or several is seen from its keys alone, and nothing of one is found in the other. */
function requireOneShape(name: string, sides: readonly JsonObject[]): void {
  const haveMany = sides
    .filter((side) => Object.keys(side).length > 0)
    .map(({ trees }) => trees !== undefined);
  if (new Set(haveMany).size < 2) return;
  throw new UsageError(
    `${name}: one side has a journey under "tree", another has journeys under "trees"; the same on all sides is expected. ` +
      'journeyman export brings one into the shape of the other.',
  );
}

/** Git gives an empty file where there was none. */
async function objectIn(text: string, name: string): Promise<JsonObject> {
  if (text.trim() === '') return {};
  const { isJsonObject, parseJson } = await import('@journeyman/node-schemas');
  const parsed = parseJson(text);
  if (parsed.status === 'refused') {
    const { line, column, message } = parsed.finding;
    throw new UsageError(`${name}:${line}:${column}: ${message}`);
  }
  if (!isJsonObject(parsed.value)) throw new UsageError(`${name}: an object in braces is expected.`);
  return parsed.value;
}

/** In canonical form if it was so, else with all that did not change as it was written. */
async function textLike(text: string, before: Json, after: Json): Promise<string> {
  const { canonicalText, editsBetween, rewriteText } = await import('@journeyman/node-schemas');
  if (text === '' || text === canonicalText(before)) return canonicalText(after);
  return rewriteText(text, editsBetween(before, after));
}
