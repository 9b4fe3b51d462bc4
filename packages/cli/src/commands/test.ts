import { namesIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import type { TestOptions } from '../test/test-command.ts';
import { UsageError } from '../usage-error.ts';

const reporters = ['text', 'junit', 'tap', 'json'] as const;

const help = `journeyman test [<path>…] [options]

Runs the scenarios of journeys, <Name>.scenarios.yaml beside each: the real engine in a made-up world, with a phone, where
time passes when a scenario says so. Exits with 1 if one fails, or if they take fewer of a journey's outcomes than policy.json
demands ("coverage", in percent).

  <path>                  files and folders with journeys and their scenarios; ./journeys if none is given. Journeys that run
                          those named are run too, and told
  --journey <name>        only this one's; may be given several times
  --scenario <text>       only those with this in their name; may be given several times
  --reporter <reporter>   text (if none is given), junit, tap or json
  --json                  the same as --reporter json
  --coverage              tells how many outcomes the scenarios take of every journey, and which they do not
  --coverage-svg <folder> draws each journey with the outcomes taken in green and the others in red
  --watch                 runs them again whenever a file changes that counts for them, the policy and realm above included
  --generate              prints scenarios that take outcomes not taken yet; read them before you keep them
  --write                 with --generate: puts them into the files
  --schema                prints the JSON Schema of a file of scenarios, by which editors complete it

  journeyman test                                        every scenario in ./journeys
  journeyman test --reporter junit > scenarios.xml       in a CI job
  journeyman test journeys/PushLogin --watch --coverage

One process runs them one after another: 5,000 take some five seconds on one core, and threads would hardly shorten that.
For an editor with YAML's language server, the first line of a file names the schema:

  # yaml-language-server: $schema=../../scenarios.schema.json

Over the wire, against ours or any AM that has the journeys:

  --url <base>            such as https://am.example.com/am; what cannot be done from outside is skipped, with the reason,
                          and what cannot be seen from outside is named: not compared
  --realm <realm>         the realm there; if none is given, the one that the journeys are in
  --concurrency <number>  how many scenarios at a time; 4 if none is given and each makes its own users, else 1

A server that runs with --demo has a phone too. JOURNEYMAN_ADMIN_PASSWORD, if it is set, is amadmin's, by whom users are made
and looked at, and the path is read of the traces that our service keeps.
`;

/** Runs scenarios. */
export const testCommand: Command = {
  summary: 'run the scenarios of journeys',
  help,
  options: {
    journey: { type: 'string', multiple: true },
    scenario: { type: 'string', multiple: true },
    reporter: { type: 'string' },
    json: { type: 'boolean' },
    coverage: { type: 'boolean' },
    'coverage-svg': { type: 'string' },
    watch: { type: 'boolean' },
    generate: { type: 'boolean' },
    write: { type: 'boolean' },
    schema: { type: 'boolean' },
    url: { type: 'string' },
    realm: { type: 'string' },
    concurrency: { type: 'string' },
  },
  operands: '[<path>…]',
  async run(values, paths) {
    if (values.schema === true) return printSchema(values, paths);
    const options = optionsOf(values, paths);
    const { testOnce, testOnChange } = await import('../test/test-command.ts');
    if (values.watch !== true) return testOnce(options);
    await testOnChange(options);
    return 0;
  },
};

async function printSchema(values: object, paths: readonly string[]): Promise<number> {
  const options = Object.keys(values).filter((option) => option !== 'json');
  if (paths.length + options.length > 1) throw new UsageError('--schema goes alone.');
  const { scenarioSchema } = await import('@journeyman/simulation');
  console.log(JSON.stringify(scenarioSchema, null, 2));
  return 0;
}

function optionsOf(values: Readonly<Record<string, unknown>>, paths: readonly string[]): TestOptions {
  const { url, realm, concurrency, coverage, generate, write, 'coverage-svg': pictures } = values;
  if (write === true && generate !== true) throw new UsageError('--write needs --generate.');
  const alone = generate === true ? '--generate' : url === undefined ? undefined : '--url';
  const second = [
    ...(url !== undefined && generate === true ? ['--url'] : []),
    ...(coverage === true ? ['--coverage'] : []),
    ...(pictures === undefined ? [] : ['--coverage-svg']),
  ][0];
  if (alone !== undefined && second !== undefined)
    throw new UsageError(`${alone} does not go with ${second}.`);
  if (url === undefined && (realm ?? concurrency) !== undefined) {
    throw new UsageError(`${realm === undefined ? '--concurrency' : '--realm'} needs --url.`);
  }
  return {
    paths: pathsOrUsual(paths),
    journeys: namesIn(values.journey),
    scenarios: namesIn(values.scenario),
    reporter: values.json === true ? 'json' : reporterOf(values.reporter),
    tellsCoverage: coverage === true,
    pictures: pictures === undefined ? undefined : String(pictures),
    proposals: generate !== true ? 'none' : write === true ? 'write' : 'print',
    ...(url === undefined
      ? {}
      : {
          server: {
            base: baseOf(String(url)),
            ...(realm === undefined ? {} : { realm: String(realm) }),
            ...(concurrency === undefined ? {} : { concurrency: countOf(concurrency) }),
          },
        }),
  };
}

function reporterOf(value: unknown): TestOptions['reporter'] {
  const reporter = reporters.find((each) => each === (value ?? 'text'));
  if (reporter !== undefined) return reporter;
  throw new UsageError(`--reporter is ${JSON.stringify(value)}; ${reporters.join(', ')} is expected.`);
}

function baseOf(url: string): string {
  if (URL.canParse(url) && /^https?:/.test(url)) return url.replace(/\/+$/, '');
  throw new UsageError(
    `--url is ${JSON.stringify(url)}; an address such as https://am.example.com/am is expected.`,
  );
}

function countOf(value: unknown): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--concurrency is ${JSON.stringify(value)}; a whole number from 1 is expected.`);
}
