import type { FoundJourney, JourneyPath, JourneyPaths } from '@journeyman/node-schemas';
import { oneLine } from '@journeyman/node-schemas/one-line';
import { wayText } from '../check/way-text.ts';
import { chooseJourneys, namesIn, noJourneyIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import type { Paint } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const help = `journeyman paths [<path>…] [options]

Lists every distinct way through a journey: what is asked on it, which factors are proven, and where it ends. Loops are
walked once; ↺ marks a node that may be come by again. A journey that a node runs is one step. Where there are more ways
than the limit, the shortest to Success and to Failure are among those listed.

  <path>            files and folders with journeys in any shape, or - for standard input; ./journeys if none is given
  --journey <name>  only this one; may be given several times
  --to <end>        only ways to success, or to failure
  --limit <number>  how many ways of a journey are listed at most (100)
  --json            prints { "journeys": [{ "name", "realm", "file", "paths": [], "hasMore", "leftOut", "isCounted" }],
                    "findings": [] }; "leftOut" is how many ways were not listed, or where "isCounted" is false, how many of
                    these were counted

  journeyman paths --journey PushLogin --to success
`;

/** Lists the ways through journeys. */
export const pathsCommand: Command = {
  summary: 'list every way through a journey and what is proven on it',
  help,
  options: {
    journey: { type: 'string', multiple: true },
    to: { type: 'string' },
    limit: { type: 'string', default: '100' },
    json: { type: 'boolean' },
  },
  operands: '[<path>…]',
  async run({ journey, to, limit, json }, paths) {
    const where = pathsOrUsual(paths);
    const options = { limit: limitOf(limit), ...endOf(to) };
    const [{ journeysInPlace }, { contextOf }, { loadAllNodeTypes, pathsOf }, { findingsText }, { paint }] =
      await Promise.all([
        import('../journeys-in-place.ts'),
        import('../check/findings.ts'),
        import('@journeyman/node-schemas'),
        import('../findings-text.ts'),
        import('../terminal.ts'),
      ]);
    await loadAllNodeTypes();
    const collection = await journeysInPlace(where);
    const { journeys } = collection;
    const findings = collection.findings.filter(({ severity }) => severity === 'error');
    if (json !== true) process.stderr.write(findingsText(findings, paint(process.stderr)));
    if (journeys.length === 0) throw noJourneyIn(where);
    const all = [...journeys, ...collection.others];
    const found = chooseJourneys(journeys, namesIn(journey)).map((each) => {
      const inRealm = all.filter(({ realm }) => realm === each.realm);
      const context = contextOf(each.realm, inRealm, collection, undefined);
      return { found: each, ...pathsOf(each.journey, context, options) };
    });
    if (json === true) {
      const listed = found.map(({ found: { name, realm, file }, ...rest }) => ({
        name,
        realm,
        file,
        ...rest,
      }));
      console.log(JSON.stringify({ journeys: listed, findings }, null, 2));
    } else {
      const colours = paint(process.stdout);
      console.log(found.map((each) => journeyText(each.found, each, colours)).join('\n'));
    }
    return findings.length > 0 ? 1 : 0;
  },
};

function limitOf(value: unknown): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new UsageError(`--limit is ${JSON.stringify(value)}; a whole number from 1 is expected.`);
}

function endOf(value: unknown): { readonly end?: JourneyPath['end'] } {
  if (value === undefined) return {};
  if (value === 'success' || value === 'failure') return { end: value };
  throw new UsageError(`--to is ${JSON.stringify(value)}; success or failure is expected.`);
}

function journeyText({ name, realm }: FoundJourney, found: JourneyPaths, colours: Paint): string {
  const head = `${colours('bold', oneLine(name))}${realm === '/' ? '' : oneLine(` in ${realm}`)}: ${countText(found)}\n`;
  return [head, ...found.paths.map((path, index) => pathText(path, index + 1, colours))].join('');
}

/** How many ways are listed, and how many are not: `100 ways, 12 more left out`. */
function countText({ paths, leftOut, isCounted, hasMore }: JourneyPaths): string {
  const listed = `${paths.length} ${paths.length === 1 ? 'way' : 'ways'}`;
  if (!hasMore) return listed;
  return `${listed}, ${isCounted ? '' : 'more than '}${leftOut} more left out (--limit)`;
}

function pathText({ end, steps, factors }: JourneyPath, number: number, colours: Paint): string {
  const asks = steps.flatMap((step) => step.asks);
  const points = steps.map(({ nodeName, again, ...step }) => ({
    ...step,
    node: `${nodeName}${again ? '↺' : ''}`,
  }));
  const proven = factors.length === 0 ? 'nothing proven' : factors.join(' + ');
  const [title, style] = end === 'success' ? (['Success', 'green'] as const) : (['Failure', 'red'] as const);
  return [
    `${String(number).padStart(3)}. ${colours(style, title)}, ${proven}\n`,
    `     ${wayText(points, title)}\n`,
    ...(asks.length === 0 ? [] : [colours('dim', `     asks: ${oneLine(asks.join(', '))}`), '\n']),
  ].join('');
}
