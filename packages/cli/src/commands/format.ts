import { writeFile } from 'node:fs/promises';
import type { FoundJourney, SourceFile } from '@journeyman/node-schemas';
import { noJourneyIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';

const help = `journeyman format [<path>…] [--check] [--json]

Brings the files of journeys into their canonical form: keys sorted, scripts as lists of lines, no revisions and no dates,
places of nodes in the layout file. The same journey is then always the same text, and a diff shows what was changed.

  <path>    folders or files of our own shape, <Name>/<Name>.journey.json; ./journeys if none is given
  --check   writes nothing; exits with 1 if a file is not in that form
  --json    prints { "changed": [path], "left": [path], "findings": [] }; left are files of other tools' shapes

  journeyman format                     every journey in ./journeys
  journeyman format --check journeys    in a CI job: are the files as they are to be?
`;

/** Brings journey files into their canonical form. */
export const formatCommand: Command = {
  summary: 'bring journey files into their canonical form',
  help,
  options: { check: { type: 'boolean' }, json: { type: 'boolean' } },
  operands: '[<path>…]',
  async run({ check, json }, paths) {
    const where = pathsOrUsual(paths);
    const [{ journeysAt }, { findingsText }, { paint }] = await Promise.all([
      import('../journeys-at.ts'),
      import('../findings-text.ts'),
      import('../terminal.ts'),
    ]);
    const { journeys, findings, files } = await journeysAt(where);
    if (journeys.length + findings.length === 0) throw noJourneyIn(where);
    const changed = await changedFiles(journeys, files);
    if (check !== true) {
      for (const { path, text } of changed) await writeFile(path, text);
    }
    const others = journeys.filter(({ shape }) => shape !== 'journeyman');
    const left = [...new Set(others.map(({ file }) => file))];
    if (json === true) {
      console.log(JSON.stringify({ changed: changed.map(({ path }) => path), left, findings }, null, 2));
    } else {
      process.stderr.write(findingsText(findings, paint(process.stderr)));
      for (const { path } of changed) console.log(check === true ? `not in canonical form: ${path}` : path);
      if (left.length > 0) console.error(leftText(left));
    }
    const hasErrors = findings.some(({ severity }) => severity === 'error');
    return hasErrors || (check === true && changed.length > 0) ? 1 : 0;
  },
};

function leftText(files: readonly string[]): string {
  const [first = '', ...more] = files;
  const left =
    more.length === 0
      ? `${first} is left as it is`
      : `${files.length} files, such as ${first}, are left as they are`;
  return `${left}: of the shape of another tool. journeyman import takes journeys into our own.`;
}

async function changedFiles(
  journeys: readonly FoundJourney[],
  files: readonly SourceFile[],
): Promise<readonly SourceFile[]> {
  const { formatJourney, formatLayout } = await import('@journeyman/node-schemas');
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return journeys
    .filter(({ shape, file }) => shape === 'journeyman' && file !== '-')
    .flatMap(({ file, exported, layout }) => [
      { path: file, text: formatJourney(exported) },
      { path: file.replace(/\.journey\.json$/, '.layout.json'), text: formatLayout(layout) },
    ])
    .filter(({ path, text }) => texts.get(path) !== text);
}
