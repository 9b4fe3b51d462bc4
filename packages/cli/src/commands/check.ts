import { readFile, writeFile } from 'node:fs/promises';
import type { FoundJourney, Severity } from '@journeyman/node-schemas';
import type { Accepted } from '../check/baseline.ts';
import type { Finding } from '../check/findings.ts';
import { noJourneyIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { ownVersion } from '../own-version.ts';
import { UsageError } from '../usage-error.ts';

const levels = ['error', 'warning', 'note'] as const;
const formats = ['text', 'table', 'json', 'sarif'] as const;

const help = `journeyman check [<path>…] [options]

Checks journeys: everything that the designer's Problems show, and what lets in whom it should not, each with the way on
which it happens. Exits with 1 if there is a finding at the level or above.

  <path>             files and folders with journeys in any shape, or - for standard input; ./journeys if none is given
  --level <level>    error, warning (if none is given) or note: what is told, and fails
  --format <format>  text, table (how much was found in each journey), json or sarif (2.1.0, for code scanning)
  --json             the same as --format json: { "findings": [], "stale": [], "accepted": 0 }; with --update-baseline
                     { "baseline", "accepted" }
  --baseline <file>  findings that are accepted, each with a reason; it also tells which of them are gone
  --update-baseline  writes the findings into the baseline: new ones with the reason of --reason, gone ones dropped
  --reason <text>    why the new ones are accepted

What is demanded of journeys stands in policy.json in a folder above them, whichever of them are checked:

  { "journeys": { "PushLogin": { "factors": 2, "push": "number", "exceptions": [
    { "finding": "too-few-factors", "node": "MFA Registration Options", "outcome": "Skip", "reason": "until March" } ] } } }

  journeyman check                                  every journey in ./journeys
  journeyman check --format sarif > check.sarif     in a CI job
  journeyman check --baseline accepted.json --update-baseline --reason "as we found it"
`;

/** Checks journeys and tells what is wrong with them. */
export const checkCommand: Command = {
  summary: 'check journeys, and find what lets in whom it should not',
  help,
  options: {
    level: { type: 'string', default: 'warning' },
    format: { type: 'string' },
    json: { type: 'boolean' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    reason: { type: 'string' },
  },
  operands: '[<path>…]',
  async run(values, paths) {
    const level = oneOf(levels, '--level', values.level);
    const format = values.json === true ? 'json' : oneOf(formats, '--format', values.format ?? 'text');
    const baseline = baselineOption(values);
    const [{ loadNodeTypesOf }, { journeysInPlace }, { findingsIn }, { apart, baselineFor, readBaseline }] =
      await Promise.all([
        import('@journeyman/node-schemas'),
        import('../journeys-in-place.ts'),
        import('../check/findings.ts'),
        import('../check/baseline.ts'),
      ]);
    const where = pathsOrUsual(paths);
    const collection = await journeysInPlace(where);
    if (collection.journeys.length + collection.findings.length === 0) throw noJourneyIn(where);
    await loadNodeTypesOf(collection.journeys);
    const all = findingsIn(collection);
    const told = all.filter(({ severity }) => levels.indexOf(severity) <= levels.indexOf(level));
    const known = baseline === undefined ? [] : readBaseline(await textOf(baseline), baseline.file);
    if (baseline?.reason !== undefined) {
      await writeFile(baseline.file, baselineFor(told, known, baseline.reason));
      console.log(
        format === 'text' || format === 'table'
          ? `${baseline.file} accepts ${told.length} findings`
          : JSON.stringify({ baseline: baseline.file, accepted: told.length }, null, 2),
      );
      return 0;
    }
    // What is told at another level is not gone from the baseline.
    const { open } = apart(told, known);
    const { stale } = apart(all, known);
    const result = { open, stale, accepted: told.length - open.length };
    await print(format, {
      ...result,
      journeys: collection.journeys,
      levels: levels.slice(0, levels.indexOf(level) + 1),
      hidden: all.length - told.length,
    });
    return open.length > 0 ? 1 : 0;
  },
};

function oneOf<const Values extends readonly string[]>(
  values: Values,
  option: string,
  given: unknown,
): Values[number] {
  const value = values.find((each) => each === given);
  if (value !== undefined) return value;
  throw new UsageError(`${option} is ${JSON.stringify(given)}; ${values.join(', ')} is expected.`);
}

interface BaselineOption {
  readonly file: string;
  /** The reason for new entries; undefined: it is not to be written. */
  readonly reason: string | undefined;
}

function baselineOption(values: Readonly<Record<string, unknown>>): BaselineOption | undefined {
  const { baseline, reason, 'update-baseline': updates } = values;
  if (
    updates === true &&
    (typeof baseline !== 'string' || typeof reason !== 'string' || reason.trim() === '')
  ) {
    throw new UsageError('--update-baseline needs --baseline <file> and --reason <text>.');
  }
  if (updates !== true && reason !== undefined) throw new UsageError('--reason needs --update-baseline.');
  return typeof baseline === 'string' ? { file: baseline, reason: reason as string | undefined } : undefined;
}

/** One that is to be written need not be there yet. */
async function textOf({ file, reason }: BaselineOption): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    if (reason !== undefined) return '{ "accepted": [] }';
    throw new UsageError(`There is no baseline ${file}; --update-baseline with --reason writes one.`);
  }
}

interface Result {
  readonly open: readonly Finding[];
  readonly stale: readonly Accepted[];
  readonly accepted: number;
  readonly journeys: readonly FoundJourney[];
  /** Those that are told. */
  readonly levels: readonly Severity[];
  /** How many findings are below the level. */
  readonly hidden: number;
}

async function print(format: (typeof formats)[number], result: Result): Promise<void> {
  const { open, stale, accepted } = result;
  switch (format) {
    case 'json':
      console.log(JSON.stringify({ findings: open, stale, accepted }, null, 2));
      return;
    case 'sarif': {
      const { sarifLog } = await import('../check/sarif.ts');
      console.log(JSON.stringify(sarifLog(open, await ownVersion()), null, 2));
      return;
    }
    case 'table': {
      const [{ findingsTable }, { paint }] = await Promise.all([
        import('../check/report-table.ts'),
        import('../terminal.ts'),
      ]);
      process.stdout.write(findingsTable(result.journeys, open, result.levels, paint(process.stdout)));
      return;
    }
    case 'text': {
      const [{ findingsReport, summary }, { paint }] = await Promise.all([
        import('../check/report-text.ts'),
        import('../terminal.ts'),
      ]);
      const gone = stale.map(({ code, journey, node }) => `gone: ${[code, journey, node].join(' ').trim()}`);
      const others = [
        ...(accepted === 0 ? [] : [`${accepted} accepted`]),
        ...(result.hidden === 0 ? [] : [`${result.hidden} below the level`]),
      ];
      process.stdout.write(findingsReport(open, paint(process.stdout)));
      if (open.length > 0) console.log();
      for (const text of gone) console.log(`${text}; remove it from the baseline`);
      console.log([summary(open, result.journeys.length), ...others].join(', '));
    }
  }
}
