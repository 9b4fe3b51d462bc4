import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { CollectionFinding, FoundJourney, SourceFile } from '@journeyman/node-schemas';
import { noJourneyIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';

const help = `journeyman format [<path>…] [--check] [--json]

Brings the files of journeys into their canonical form: keys sorted, scripts as lists of lines, no revisions, nothing of the export,
places of nodes in the layout file. The same journey is then always the same text, and a diff shows what was changed.
What a layout says besides stays in it. One that cannot be read is an error, and stays as it is with its journey.

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
    const { journeys, findings: found, files } = await journeysAt(withLayouts(where));
    if (journeys.length + found.length === 0) throw noJourneyIn(where);
    const ours = journeys.filter(({ shape, file }) => shape === 'journeyman' && file !== '-');
    const { changed, findings } = await formatted(ours, files, found);
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

const layoutFileOf = (file: string) => file.replace(/\.journey\.json$/, '.layout.json');

/** Whoever names the file of a journey means the layout beside it too. */
function withLayouts(paths: readonly string[]): readonly string[] {
  const layouts = paths.filter((path) => path.endsWith('.journey.json')).map(layoutFileOf);
  return [...new Set([...paths, ...layouts.filter((path) => existsSync(path))])];
}

/** Which files are to be written, and what was found: of a layout all of it is an error, for writing it would lose what it says. */
async function formatted(
  journeys: readonly FoundJourney[],
  files: readonly SourceFile[],
  found: readonly CollectionFinding[],
): Promise<{ readonly changed: readonly SourceFile[]; readonly findings: readonly CollectionFinding[] }> {
  const [{ formatJourney }, { layoutFault, layoutText }] = await Promise.all([
    import('@journeyman/node-schemas'),
    import('../layout-text.ts'),
  ]);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const layouts = new Set(journeys.map(({ file }) => layoutFileOf(file)));
  const findings = [
    ...found.map((finding) =>
      layouts.has(finding.file) ? { ...finding, severity: 'error' as const } : finding,
    ),
    ...[...layouts].flatMap((file) => layoutFault(file, texts.get(file)) ?? []),
  ];
  const faulty = new Set(findings.map(({ file }) => file));
  const changed = journeys
    .filter(({ file }) => !faulty.has(layoutFileOf(file)))
    .flatMap(({ file, exported, layout }) => [
      { path: file, text: formatJourney(exported) },
      { path: layoutFileOf(file), text: layoutText(layout, texts.get(layoutFileOf(file))) },
    ])
    .filter(({ path, text }) => texts.get(path) !== text);
  return { changed, findings };
}
