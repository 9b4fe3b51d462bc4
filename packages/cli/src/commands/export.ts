import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FoundJourney, SourceFile, WritableShape } from '@journeyman/node-schemas';
import { chooseJourneys, namesIn, severalJourneys } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const shapes = [
  'frodo',
  'frodo-multi',
  'ping',
  'fr-config-manager',
] as const satisfies readonly WritableShape[];

const help = `journeyman export <path>… --to <shape> [options]

Writes journeys for AM's own tools, with the places of their nodes, and scripts as those tools have them.

  <path>            files and folders with journeys in any shape, or - for standard input
  --to <shape>      frodo              a file for each journey: frodo journey import -f <file>
                    frodo-multi        one file with all: frodo journey import -a -f <file>. Without -a, frodo imports
                                       only the first journey of the file; -i <name> chooses another
                    ping               one file for the administration console's import
                    fr-config-manager  folders below realms/: fr-config-push journeys
  --out <folder>    where to write; - or nothing prints, if it is one file
  --journey <name>  only this one, with the journeys that it runs; may be given several times
  --realm <realm>   only journeys of this realm, such as /alpha
  --no-inner        without the journeys that the chosen ones run (frodo-multi, ping)
  --json            prints { "files": [{ "path", "text" }] }; with --out, the paths alone

  journeyman export journeys --to frodo --out exports --realm /
  journeyman export journeys --to ping --journey PushLogin --realm /alpha > PushLogin.json
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
  operands: '<path>…',
  async run(values, paths) {
    const shape = shapes.find((one) => one === values.to);
    if (shape === undefined) {
      const given = values.to === undefined ? 'is missing' : `is ${JSON.stringify(values.to)}`;
      throw new UsageError(`--to ${given}; ${shapes.join(', ')} is expected.`);
    }
    const [{ journeysAt }, { findingsText }, { paint }] = await Promise.all([
      import('../journeys-at.ts'),
      import('../findings-text.ts'),
      import('../terminal.ts'),
    ]);
    const { journeys, findings } = await journeysAt(paths);
    process.stderr.write(findingsText(findings, paint(process.stderr)));
    const inRealm = journeys.filter(({ realm }) => values.realm === undefined || realm === values.realm);
    const chosen = chooseJourneys(inRealm, namesIn(values.journey));
    if (chosen.length === 0) throw new UsageError(`There is no journey in ${paths.join(', ')}.`);
    if (shape === 'fr-config-manager') tellLeftOut(chosen);
    const files = await filesOf(chosen, inRealm, shape, values['no-inner'] !== true);
    await put(files, chosen, values.out, values.json === true);
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** fr-config-manager keeps these by realm, in folders that have nothing to do with journeys. */
const leftOutParts = [
  'circlesOfTrust',
  'emailTemplates',
  'nodeTypes',
  'saml2Entities',
  'socialIdentityProviders',
  'themes',
  'variable',
];

function tellLeftOut(journeys: readonly FoundJourney[]): void {
  for (const { name, exported } of journeys) {
    const parts = leftOutParts.filter((part) => Object.keys(exported[part] ?? {}).length > 0);
    if (parts.length > 0)
      console.error(`Journey ${JSON.stringify(name)} is written without its ${parts.join(', ')}.`);
  }
}

async function filesOf(
  chosen: readonly FoundJourney[],
  all: readonly FoundJourney[],
  shape: (typeof shapes)[number],
  takesInner: boolean,
): Promise<readonly SourceFile[]> {
  const { loadAllNodeTypes, withInnerJourneys, writeJourneys } = await import('@journeyman/node-schemas');
  await loadAllNodeTypes();
  const files = [...new Set(chosen.map(({ realm }) => realm))].flatMap((realm) => {
    const selected = chosen.filter((journey) => journey.realm === realm);
    const inOneFile = shape === 'frodo-multi' || shape === 'ping';
    const candidates = all.filter((journey) => journey.realm === realm);
    const journeys = takesInner && inOneFile ? withInnerJourneys(selected, candidates).journeys : selected;
    const inner = journeys.filter((journey) => !selected.includes(journey)).map(({ name }) => name);
    return writeJourneys(journeys, shape, { realm, inner });
  });
  const twice = files.find(({ path }, index) => files.findIndex((file) => file.path === path) < index);
  if (twice !== undefined) {
    throw new UsageError(
      `Two journeys would be written to ${twice.path}; choose by --realm or --journey, or give fewer paths.`,
    );
  }
  return files;
}

async function put(
  files: readonly SourceFile[],
  journeys: readonly FoundJourney[],
  out: unknown,
  asJson: boolean,
): Promise<void> {
  const prints = out === undefined || out === '-';
  if (!prints) {
    for (const { path, text } of files) {
      const target = join(String(out), path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
  if (asJson) {
    const listed = prints ? files : files.map(({ path }) => ({ path: join(String(out), path) }));
    console.log(JSON.stringify({ files: listed }, null, 2));
    return;
  }
  const [first, ...others] = files;
  if (prints && others.length > 0) {
    throw journeys.length > 1
      ? severalJourneys(journeys)
      : new UsageError(`These are ${files.length} files; --out <folder> is expected.`);
  }
  if (prints) process.stdout.write(first?.text ?? '');
  else for (const { path } of files) console.log(join(String(out), path));
}
