import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FoundJourney, Json, SourceFile, WritableShape } from '@journeyman/node-schemas';
import { oneLine } from '@journeyman/node-schemas/one-line';
import { fileText } from '../checked-text.ts';
import {
  chooseJourneys,
  journeysOfRealm,
  namesIn,
  pathsOrUsual,
  realmIn,
  severalJourneys,
} from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const shapes = [
  'frodo',
  'frodo-multi',
  'ping',
  'fr-config-manager',
] as const satisfies readonly WritableShape[];

const help = `journeyman export [<path>…] --to <shape> [options]

Writes journeys for AM's own tools, with the places of their nodes, and scripts as those tools have them. A file that comes in
that shape, with just the journeys that go into one, is written as it came, byte for byte; in a file below --out that has them
already, only what is different changes. fr-config-manager's files of nodes that have another name now, or are gone from a
journey that is written, are removed.

  <path>            files and folders with journeys in any shape, or - for standard input; ./journeys if none is given
  --to <shape>      frodo              a file for each journey: frodo journey import -f <file>
                    frodo-multi        one file with all: frodo journey import -a -f <file>. Without -a, frodo imports
                                       only the first journey of the file; -i <name> chooses another
                    ping               one file for the administration console's import
                    fr-config-manager  folders below realms/: fr-config-push journeys
  --out <folder>    where to write; - or nothing prints, if it is one file
  --journey <name>  only this one, with the journeys that it runs; may be given several times
  --realm <realm>   only journeys of this realm, such as /alpha
  --no-inner        without the journeys that the chosen ones run (frodo-multi, ping)
  --json            prints { "files": [{ "path", "text" }], "removed": [], "findings": [] }; with --out, the paths alone

  journeyman export --to frodo --out exports --realm /
  journeyman export --to ping --journey PushLogin --realm /alpha > PushLogin.json
`;

/** Writes journeys in the shape of another tool. */
export const exportCommand: Command = {
  summary: 'write journeys for frodo, fr-config-manager or the console',
  help,
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    journey: { type: 'string', multiple: true },
    realm: { type: 'string' },
    'no-inner': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  operands: '[<path>…]',
  async run(values, paths) {
    const where = pathsOrUsual(paths);
    const realm = realmIn(values.realm);
    const shape = shapes.find((one) => one === values.to);
    if (shape === undefined) {
      const given = values.to === undefined ? 'is missing' : `is ${JSON.stringify(values.to)}`;
      throw new UsageError(`--to ${given}; ${shapes.join(', ')} is expected.`);
    }
    const [{ loadAllNodeTypes }, { journeysInPlace }, { findingsText }, { paint }] = await Promise.all([
      import('@journeyman/node-schemas'),
      import('../journeys-in-place.ts'),
      import('../findings-text.ts'),
      import('../terminal.ts'),
    ]);
    const { journeys, findings, files: sources, others } = await journeysInPlace(where);
    if (values.json !== true) process.stderr.write(findingsText(findings, paint(process.stderr)));
    const chosen = chooseJourneys(journeysOfRealm(journeys, realm, where), namesIn(values.journey));
    if (shape === 'fr-config-manager') tellLeftOut(chosen);
    await loadAllNodeTypes();
    const all = [...journeys, ...others];
    const groups = await groupsOf(chosen, all, shape, values['no-inner'] !== true);
    const written = await Promise.all(groups.map((group) => filesOf(group, shape, sources, values.out)));
    const files = eachOnce(written.flat(), shape);
    const removed = shape === 'fr-config-manager' ? await removeOldNodeFiles(files, values.out) : [];
    const listed = await put(files, chosen, values.out, values.json === true);
    if (values.json === true) console.log(JSON.stringify({ files: listed, removed, findings }, null, 2));
    else for (const path of removed) console.log(oneLine(`removed ${path}`));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** What fr-config-manager keeps of a journey, and what an export says of itself. */
const kept = ['innerNodes', 'meta', 'nodes', 'origin', 'scripts', 'tree'];

/** It keeps themes and the like by realm, in folders that have nothing to do with journeys, and what nobody knows nowhere. */
function tellLeftOut(journeys: readonly FoundJourney[]): void {
  for (const { name, exported } of journeys) {
    const parts = Object.entries(exported).filter(([part, value]) => !kept.includes(part) && !isEmpty(value));
    if (parts.length === 0) continue;
    const names = parts.map(([part]) => part).join(', ');
    console.error(oneLine(`Journey ${JSON.stringify(name)} is written without its ${names}.`));
  }
}

const isEmpty = (value: Json) =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** Journeys that are written together. */
interface Group {
  readonly realm: string;
  readonly journeys: readonly FoundJourney[];
  /** Those that are there because others run them. */
  readonly inner: readonly string[];
}

async function groupsOf(
  chosen: readonly FoundJourney[],
  all: readonly FoundJourney[],
  shape: WritableShape,
  takesInner: boolean,
): Promise<readonly Group[]> {
  if (shape !== 'frodo-multi' && shape !== 'ping') {
    return chosen.map((journey) => ({ realm: journey.realm, journeys: [journey], inner: [] }));
  }
  const { withInnerJourneys } = await import('@journeyman/node-schemas');
  return [...Map.groupBy(chosen, ({ realm }) => realm)].map(([realm, selected]) => {
    const candidates = all.filter((journey) => journey.realm === realm);
    const journeys = takesInner ? withInnerJourneys(selected, candidates).journeys : selected;
    refuseNamesakes(journeys);
    const inner = journeys.filter((journey) => !selected.includes(journey)).map(({ name }) => name);
    return { realm, journeys, inner };
  });
}

/** One file holds one journey of a name; which one is for people to say. */
function refuseNamesakes(journeys: readonly FoundJourney[]): void {
  for (const [name, [first, ...others]] of Map.groupBy(journeys, (journey) => journey.name)) {
    if (first === undefined || others.length === 0) continue;
    const files = [...new Set([first, ...others].map(({ file }) => file))].join(' and ');
    throw new UsageError(
      `There are ${others.length + 1} journeys ${JSON.stringify(name)} of realm ${first.realm}, in ${files}; one of a name is expected. Give fewer paths.`,
    );
  }
}

/** The files of a group: as they were read, if they had that shape; else in the words of the file that they replace. */
async function filesOf(
  { realm, journeys, inner }: Group,
  shape: WritableShape,
  sources: readonly SourceFile[],
  out: unknown,
): Promise<readonly SourceFile[]> {
  const { folderOfRealm, keptFiles, writeJourneys } = await import('@journeyman/node-schemas');
  const files = writeJourneys(journeys, shape, { realm, inner });
  const read = new Set(journeys.flatMap((journey) => journey.files));
  const own = sources.filter(({ path }) => read.has(path));
  if (shape === 'fr-config-manager')
    return filesBelow(folderOfRealm(realm) || 'realms/root/', keptFiles(own, shape, journeys)) ?? files;
  // What is read from several files is not in the words of any of them.
  const keptText = (one: readonly SourceFile[]) =>
    one.length === 1 ? keptFiles(one, shape, journeys)?.[0]?.text : undefined;
  return files.map(({ path, text }) => {
    const replaced = out === undefined || out === '-' ? [] : fileAt(join(String(out), path));
    return { path, text: keptText(own) ?? keptText(replaced) ?? text };
  });
}

/** Files with their paths from the folder of a realm on; undefined where one is not below it. */
function filesBelow(
  folder: string,
  files: readonly SourceFile[] | undefined,
): readonly SourceFile[] | undefined {
  const placed = files?.map(({ path, text }) => ({
    start: `/${path}`.lastIndexOf(`/${folder}`),
    path,
    text,
  }));
  if (placed?.some(({ start }) => start < 0)) return undefined;
  return placed?.map(({ start, path, text }) => ({ path: path.slice(start), text }));
}

const fileAt = (path: string): readonly SourceFile[] =>
  existsSync(path) ? [{ path, text: fileText(path) }] : [];

/** Journeys that run the same script share its file. Any other path that is there twice is wrong usage. */
function eachOnce(files: readonly SourceFile[], shape: WritableShape): readonly SourceFile[] {
  const byPath = new Map<string, SourceFile>();
  for (const file of files) {
    const other = byPath.get(file.path);
    if (other !== undefined && !(shape === 'fr-config-manager' && other.text === file.text)) {
      throw new UsageError(
        `Two journeys would be written to ${file.path}; choose by --realm or --journey, or give fewer paths.`,
      );
    }
    byPath.set(file.path, file);
  }
  return [...byPath.values()];
}

/** Before the new ones are written: a file system may take two names for one. */
async function removeOldNodeFiles(files: readonly SourceFile[], out: unknown): Promise<readonly string[]> {
  if (out === undefined || out === '-') return [];
  const { oldNodeFiles, removeNodeFile } = await import('../old-node-files.ts');
  const old = oldNodeFiles(String(out), files);
  for (const path of old) await removeNodeFile(path);
  return old;
}

/** Writes files, or prints one. Gives what `--json` lists of them. */
async function put(
  files: readonly SourceFile[],
  journeys: readonly FoundJourney[],
  out: unknown,
  asJson: boolean,
): Promise<readonly Partial<SourceFile>[]> {
  if (out === undefined || out === '-') {
    if (!asJson) process.stdout.write(onlyOne(files, journeys).text);
    return files;
  }
  const paths = files.map(({ path, text }) => ({ path: join(String(out), path), text }));
  for (const { path, text } of paths) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    if (!asJson) console.log(path);
  }
  return paths.map(({ path }) => ({ path }));
}

function onlyOne(files: readonly SourceFile[], journeys: readonly FoundJourney[]): SourceFile {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first;
  throw journeys.length > 1
    ? severalJourneys(journeys)
    : new UsageError(`These are ${files.length} files; --out <folder> is expected.`);
}
