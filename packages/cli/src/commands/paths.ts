import type { FoundJourney, JourneyPath, JourneyPaths } from '@journeyman/node-schemas';
import { wayText } from '../check/way-text.ts';
import { chooseJourneys, namesIn } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import type { Paint } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const help = `journeyman paths <path>… [options]

Lists every distinct way through a journey: what is asked on it, which factors are proven, and where it ends. Loops are
walked once; ↺ marks a node that may be come by again. A journey that a node runs is one step.

  <path>            files and folders with journeys in any shape, or - for standard input
  --journey <name>  only this one; may be given several times
  --to <end>        only ways to success, or to failure
  --limit <number>  how many ways of a journey are listed at most (100)
  --json            prints [{ "journey", "realm", "paths": [], "hasMore" }]

  journeyman paths journeys --journey PushLogin --to success
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
  operands: '<path>…',
  async run({ journey, to, limit, json }, paths) {
    const options = { limit: limitOf(limit), ...endOf(to) };
    const [{ journeysAt }, { contextOf }, { loadAllNodeTypes, pathsOf }, { findingsText }, { paint }] =
      await Promise.all([
        import('../journeys-at.ts'),
        import('../check/findings.ts'),
        import('@journeyman/node-schemas'),
        import('../findings-text.ts'),
        import('../terminal.ts'),
      ]);
    await loadAllNodeTypes();
    const collection = await journeysAt(paths);
    const { journeys } = collection;
    const errors = collection.findings.filter(({ severity }) => severity === 'error');
    process.stderr.write(findingsText(errors, paint(process.stderr)));
    if (journeys.length === 0) throw new UsageError(`There is no journey in ${paths.join(', ')}.`);
    const found = chooseJourneys(journeys, namesIn(journey)).map((each) => {
      const others = journeys.filter(({ realm }) => realm === each.realm);
      const context = contextOf(each.realm, others, collection, undefined);
      return { found: each, ...pathsOf(each.journey, context, options) };
    });
    if (json === true) {
      const listed = found.map(({ found: { name, realm }, ...rest }) => ({ journey: name, realm, ...rest }));
      console.log(JSON.stringify(listed, null, 2));
    } else {
      const colours = paint(process.stdout);
      console.log(found.map((each) => journeyText(each.found, each, colours)).join('\n'));
    }
    return errors.length > 0 ? 1 : 0;
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

function journeyText(
  { name, realm }: FoundJourney,
  { paths, hasMore }: JourneyPaths,
  colours: Paint,
): string {
  const count = `${paths.length}${hasMore ? ' and more' : ''} ${paths.length === 1 && !hasMore ? 'way' : 'ways'}`;
  const head = `${colours('bold', name)}${realm === '/' ? '' : ` in ${realm}`}: ${count}\n`;
  return [head, ...paths.map((path, index) => pathText(path, index + 1, colours))].join('');
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
    ...(asks.length === 0 ? [] : [colours('dim', `     asks: ${asks.join(', ')}`), '\n']),
  ].join('');
}
