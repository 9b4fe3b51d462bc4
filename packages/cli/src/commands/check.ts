import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { oneLine } from '@journeyman/node-schemas/one-line';
import type { Accepted, Baseline } from '../check/baseline.ts';
import type { Checked, Compared } from '../check/compare-baseline.ts';
import type { Finding } from '../check/findings.ts';
import { noJourneyIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { readNamedFile } from '../named-file.ts';
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
                     { "baseline", "accepted", "kept", "findings": [] }
  --baseline <file>  findings that are accepted, each with a reason: an entry is for one finding, as severe as it is. It also
                     tells which of them are gone, of the journeys that are checked and the levels that are told
  --update-baseline  writes the findings into the baseline: new ones with the reason of --reason, gone ones dropped. What is
                     of other journeys and levels stays. A file that cannot be read is never accepted
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
    const [{ loadNodeTypesOf }, { journeysInPlace }, { findingsIn }] = await Promise.all([
      import('@journeyman/node-schemas'),
      import('../journeys-in-place.ts'),
      import('../check/findings.ts'),
    ]);
    const where = pathsOrUsual(paths);
    const collection = await journeysInPlace(where);
    const { journeys, others } = collection;
    if (journeys.length + collection.findings.length === 0) throw noJourneyIn(where);
    await loadNodeTypesOf(journeys);
    const findings = findingsIn(collection);
    const told = levels.slice(0, levels.indexOf(level) + 1);
    const checked: Checked = { paths: where, journeys, others, findings, levels: told };
    const isTold = ({ severity }: Finding) => told.includes(severity);
    if (baseline?.reason !== undefined) return update(baseline.file, baseline.reason, checked, format);
    const { open, stale } =
      baseline === undefined
        ? { open: findings.filter(isTold), stale: [] }
        : await beside(baseline.file, checked);
    const hidden = findings.filter((finding) => !isTold(finding)).length;
    const accepted = findings.length - hidden - open.length;
    await print(format, { ...checked, open, stale, accepted, hidden });
    return open.length > 0 ? 1 : 0;
  },
};

/** What a baseline does not accept, and what of it is gone. */
async function beside(file: string, checked: Checked): Promise<Compared> {
  const { compared } = await import('../check/compare-baseline.ts');
  if (!existsSync(file))
    throw new UsageError(`There is no baseline ${file}; --update-baseline with --reason writes one.`);
  const found = compared(await baselineIn(file), checked);
  tellUnclear(found.unclear, file);
  return found;
}

/** Writes a baseline anew, or a new one. What no baseline accepts is told, and fails. */
async function update(
  file: string,
  reason: string,
  checked: Checked,
  format: (typeof formats)[number],
): Promise<number> {
  const { isUnreadable, renewed } = await import('../check/compare-baseline.ts');
  const known = existsSync(file) ? await baselineIn(file) : { file, accepted: [] };
  const { text, accepted, kept } = renewed(known, checked, reason);
  const findings = checked.findings.filter(isUnreadable);
  await writeFile(file, text);
  if (format === 'text' || format === 'table') {
    await printReport(findings);
    const others = kept === 0 ? '' : `, and ${kept} of what was not checked or told, as before`;
    console.log(`${file} accepts ${accepted} findings${others}`);
    if (findings.length > 0) console.log(neverAccepted);
  } else {
    console.log(JSON.stringify({ baseline: file, accepted, kept, findings }, null, 2));
  }
  return findings.length > 0 ? 1 : 0;
}

async function baselineIn(file: string): Promise<Baseline> {
  const { readBaseline } = await import('../check/baseline.ts');
  return readBaseline(await readNamedFile(file), file);
}

const neverAccepted = 'A file that cannot be read is never accepted: mend it, or leave it out.';

/** On standard error, where it is in the way of no format. */
function tellUnclear(unclear: readonly Accepted[], file: string): void {
  const vague = unclear.filter(({ code }) => code !== 'unreadable-file');
  if (vague.length < unclear.length) console.error(`${file}: ${neverAccepted}`);
  if (vague.length === 0) return;
  const codes = [...new Set(vague.map(({ code }) => code))].join(', ');
  console.error(
    `${file}: ${vague.length} of "accepted" (${oneLine(codes)}) do not say which finding they mean, and accept none. Write them anew with --update-baseline and --reason.`,
  );
}

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

interface Result extends Checked {
  readonly open: readonly Finding[];
  readonly stale: readonly Accepted[];
  readonly accepted: number;
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
      console.log(JSON.stringify(sarifLog(open, result.findings, await ownVersion()), null, 2));
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
      const { summary } = await import('../check/report-text.ts');
      const others = [
        ...(accepted === 0 ? [] : [`${accepted} accepted`]),
        ...(result.hidden === 0 ? [] : [`${result.hidden} below the level`]),
      ];
      await printReport(open);
      for (const { code, journey, file, node } of stale) {
        const about = [code, journey || file, node].join(' ').trim();
        console.log(`gone: ${oneLine(about)}; remove it from the baseline`);
      }
      console.log([summary(open, result.journeys.length), ...others].join(', '));
    }
  }
}

async function printReport(findings: readonly Finding[]): Promise<void> {
  const [{ findingsReport }, { paint }] = await Promise.all([
    import('../check/report-text.ts'),
    import('../terminal.ts'),
  ]);
  process.stdout.write(findingsReport(findings, paint(process.stdout)));
  if (findings.length > 0) console.log();
}
