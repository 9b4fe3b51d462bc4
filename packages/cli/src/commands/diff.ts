import type { CollectionFinding, FoundJourney, JourneyDiff, JsonObject } from '@journeyman/node-schemas';
import { namesIn } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import type { JourneyPair } from '../diff-sides.ts';
import { readNamedFile } from '../named-file.ts';
import { UsageError } from '../usage-error.ts';

const formats = ['text', 'markdown', 'json', 'svg'] as const;

const help = `journeyman diff <before> [<after>] [options]
journeyman diff --textconv <file>

Tells what a journey does differently: nodes added, removed, renamed, configured and connected otherwise, in the order of the
flow. What does not matter, such as places, revisions and the order of keys, is passed over or counted. Exits with 1 if
journeys differ.

  <before> <after>     files and folders with journeys in any shape, or revisions of git
  --format <format>    text, markdown (for a pull request), json, or svg (a picture of one journey)
  --json               the same as --format json: { "journeys": [], "findings": [] }
  --journey <name>     only this one; may be given several times
  --textconv           prints one file as plain lines that compare well

  journeyman diff main                              that revision against the working copy of ./journeys
  journeyman diff HEAD~1 journeys/PushLogin         a revision of a path against the path
  journeyman diff main:journeys/PushLogin export.journey.json --format svg > change.svg

git shows changes of journeys as lines for people, and merges them node by node, with these lines in .gitattributes

  *.journey.json  diff=journey  merge=journey
  *.layout.json   merge=journey

and these commands:

  git config diff.journey.textconv "npx journeyman diff --textconv"
  git config merge.journey.name "journeys, node by node"
  git config merge.journey.driver "npx journeyman merge %O %A %B %P"
`;

/** Tells what is different between two states of journeys. */
export const diffCommand: Command = {
  summary: 'tell what a change of journeys does',
  help,
  options: {
    format: { type: 'string' },
    json: { type: 'boolean' },
    journey: { type: 'string', multiple: true },
    textconv: { type: 'boolean' },
  },
  operands: '<before> [<after>]',
  async run(values, operands) {
    const format = formatOf(values);
    const { loadAllNodeTypes } = await import('@journeyman/node-schemas');
    await loadAllNodeTypes();
    if (values.textconv === true) return textconv(operands);
    const [{ diffSides, pairsOf }, { findingsText }, { paint }] = await Promise.all([
      import('../diff-sides.ts'),
      import('../findings-text.ts'),
      import('../terminal.ts'),
    ]);
    const sides = await diffSides(operands);
    const findings = sides.flatMap((side) => side.findings).filter(({ severity }) => severity === 'error');
    if (format !== 'json') process.stderr.write(findingsText(findings, paint(process.stderr)));
    // All of the other side would be told as added or removed.
    const isUnreadable = sides.some(({ journeys }) => journeys.length === 0) && findings.length > 0;
    const compared = isUnreadable ? [] : await compare(chosen(pairsOf(...sides), namesIn(values.journey)));
    if (format === 'json') console.log(jsonText(compared, findings));
    else if (!isUnreadable) await print(format, compared);
    return findings.length > 0 || compared.some(({ diff }) => diff.status !== 'same') ? 1 : 0;
  },
};

interface Compared extends JourneyPair {
  readonly diff: JourneyDiff;
}

function formatOf({ json, format }: Readonly<Record<string, unknown>>): (typeof formats)[number] {
  const given = json === true ? 'json' : (format ?? 'text');
  const known = formats.find((one) => one === given);
  if (known !== undefined) return known;
  throw new UsageError(`--format is ${JSON.stringify(given)}; one of ${formats.join(', ')} is expected.`);
}

function chosen(pairs: readonly JourneyPair[], names: readonly string[]): readonly JourneyPair[] {
  const has = ({ before, after }: JourneyPair, name: string) => before?.name === name || after?.name === name;
  const missing = names.find((name) => !pairs.some((pair) => has(pair, name)));
  if (missing !== undefined) {
    const found =
      pairs.map(({ before, after }) => JSON.stringify((after ?? before)?.name)).join(', ') || 'none';
    throw new UsageError(`There is no journey ${JSON.stringify(missing)}; found: ${found}.`);
  }
  return names.length === 0 ? pairs : pairs.filter((pair) => names.some((name) => has(pair, name)));
}

async function compare(pairs: readonly JourneyPair[]): Promise<readonly Compared[]> {
  const { diffJourneys, withLayout } = await import('@journeyman/node-schemas');
  const placed = (found: FoundJourney | null): JsonObject | null =>
    found === null ? null : withLayout(found.exported, found.layout);
  return pairs.map((pair) => ({ ...pair, diff: diffJourneys(placed(pair.before), placed(pair.after)) }));
}

async function print(
  format: Exclude<(typeof formats)[number], 'json'>,
  compared: readonly Compared[],
): Promise<void> {
  const { diffMarkdown } = await import('@journeyman/node-schemas');
  const different = compared.filter(({ diff }) => diff.status !== 'same' || diff.moved > 0);
  const none = `No changes in ${compared.length === 1 ? '1 journey' : `${compared.length} journeys`}\n`;
  switch (format) {
    case 'text':
      process.stdout.write(different.length === 0 ? none : await coloured(different));
      return;
    case 'markdown':
      process.stdout.write(
        different.length === 0 ? none : different.map(({ diff }) => diffMarkdown(diff)).join('\n'),
      );
      return;
    case 'svg':
      process.stdout.write(await picture(different));
  }
}

function jsonText(compared: readonly Compared[], findings: readonly CollectionFinding[]): string {
  return JSON.stringify(
    { journeys: compared.map(({ realm, diff }) => ({ realm, ...diff })), findings },
    null,
    2,
  );
}

async function coloured(compared: readonly Compared[]): Promise<string> {
  const [{ diffText }, { paint }] = await Promise.all([
    import('@journeyman/node-schemas'),
    import('../terminal.ts'),
  ]);
  const colours = paint(process.stdout);
  const styles = { '+': 'green', '-': 'red', '~': 'yellow', '@': 'cyan' } as const;
  const line = (text: string) => {
    const sign = /^ {2}(?: {4})?([-+~@])/.exec(text)?.[1];
    if (sign === undefined) return text.startsWith(' ') || text === '' ? text : colours('bold', text);
    return colours(styles[sign as keyof typeof styles], text);
  };
  return compared.map(({ diff }) => diffText(diff).split('\n').map(line).join('\n')).join('\n');
}

async function picture(different: readonly Compared[]): Promise<string> {
  const { drawDiff } = await import('@journeyman/node-schemas');
  const [only, ...others] = different;
  if (only === undefined || others.length > 0) {
    const names = different.map(({ diff }) => diff.name).join(', ') || 'none';
    throw new UsageError(
      `A picture is of one journey that differs; these do: ${names}. --journey <name> chooses.`,
    );
  }
  const { before, after } = only;
  return drawDiff(before?.exported ?? null, after?.exported ?? null, {
    ...(before === null ? {} : { before: before.layout }),
    ...(after === null ? {} : { after: after.layout }),
  });
}

/** A file that holds no journey is printed as it is, for git asks about whatever stands in the path. */
async function textconv(operands: readonly string[]): Promise<number> {
  const [path, ...others] = operands;
  if (path === undefined || others.length > 0) throw new UsageError('--textconv takes one file.');
  const { journeyOutline, readCollection } = await import('@journeyman/node-schemas');
  const text = await readNamedFile(path);
  const { journeys } = readCollection([{ path, text }]);
  process.stdout.write(
    journeys.length === 0 ? text : journeys.map(({ exported }) => journeyOutline(exported)).join('\n'),
  );
  return 0;
}
