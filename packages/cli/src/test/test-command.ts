import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { type CollectionFinding, loadAllNodeTypes } from '@journeyman/node-schemas';
import { noJourneyIn } from '../choose-journeys.ts';
import { findingsText } from '../findings-text.ts';
import { homeOf } from '../home-of.ts';
import { type JourneysInPlace, journeysInPlace } from '../journeys-in-place.ts';
import { pathsBelow } from '../paths-below.ts';
import { paint } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { coveragePicture } from './coverage-picture.ts';
import { outerSuites } from './outer-suites.ts';
import { progressOn } from './progress.ts';
import { appendProposals, proposalsFor, proposalsText } from './propose.ts';
import { jsonReport } from './reporters/json.ts';
import { junitReport } from './reporters/junit.ts';
import type { Reporter } from './reporters/report.ts';
import { tapReport } from './reporters/tap.ts';
import { textReport } from './reporters/text.ts';
import type { Rehearsed } from './run-suites.ts';
import { type Suite, suitesIn, type Unreadable } from './suites.ts';
import { judged, policyOf, runSuites, unreadableRun, wantedSuites } from './test-run.ts';
import type { SuiteRun, SuiteTitle, Verdict } from './verdict.ts';
import { rerunOnChange } from './watch.ts';
import { runOverWire, type Server } from './wire.ts';

/** What `journeyman test` is to do. */
export interface TestOptions {
  readonly paths: readonly string[];
  /** Names of journeys; none means all. */
  readonly journeys: readonly string[];
  /** Parts of names of scenarios; none means all. */
  readonly scenarios: readonly string[];
  readonly reporter: 'text' | 'junit' | 'tap' | 'json';
  readonly tellsCoverage: boolean;
  /** The folder for pictures of the coverage. */
  readonly pictures: string | undefined;
  readonly proposals: 'none' | 'print' | 'write';
  /** The server to run against; absent: the engine here. */
  readonly server?: Server;
}

const reporters: Readonly<Record<TestOptions['reporter'], Reporter>> = {
  text: textReport,
  junit: junitReport,
  tap: tapReport,
  json: jsonReport,
};

/** Runs scenarios once; gives the exit code. */
export async function testOnce(options: TestOptions): Promise<number> {
  const startedMs = performance.now();
  await loadAllNodeTypes();
  const found = await find(options);
  const { errors, orphans } = found;
  const ran = await run(found, options);
  if (ran === undefined) {
    process.stderr.write(findingsText(orphans.flatMap(errorsOf), paint(process.stderr)));
    return errors.length + orphans.length > 0 ? 1 : 0;
  }

  const runs = [...ran, ...orphans.map(unreadableRun)];
  if (options.pictures !== undefined) await drawCoverage(runs, options.pictures);
  const { tellsCoverage, reporter } = options;
  const report = { runs, ms: performance.now() - startedMs, tellsCoverage };
  process.stdout.write(reporters[reporter](report, paint(process.stdout)));
  const hasFailed = runs.some(({ verdicts }) => verdicts.some(({ status }) => status === 'failed'));
  return hasFailed || errors.length > 0 ? 1 : 0;
}

/** What there is to run, and what is wrong with the journeys. */
interface Found {
  readonly collection: JourneysInPlace;
  readonly errors: readonly CollectionFinding[];
  /** Those that are wanted, and where whole journeys are, those of the journeys that run them. */
  readonly suites: readonly Suite[];
  readonly all: readonly Suite[];
  readonly orphans: readonly Unreadable[];
}

/** Finds it; what is wrong is told at once. */
async function find(options: TestOptions): Promise<Found> {
  const files = options.paths.filter(isOfScenarios);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new UsageError(`There is no file or folder ${missing}.`);
  const paths = placesOf(options);
  const collection = await journeysInPlace(paths);
  const errors = collection.findings.filter(({ severity }) => severity === 'error');
  process.stderr.write(findingsText(errors, paint(process.stderr)));
  const { suites: all, orphans } = suitesIn(collection);
  if (all.length + orphans.length === 0) throw noJourneyIn(paths);
  const named = new Set(files.map((file) => relative('.', file)));
  const isWanted = ({ file }: SuiteTitle) =>
    files.length < options.paths.length || named.has(relative('.', file));
  const isPartial = options.journeys.length + options.scenarios.length > 0;
  const suites = wantedSuites(all, options).filter(isWanted);
  const needsOuter = options.scenarios.length + files.length === 0 && options.server === undefined;
  return {
    collection,
    errors,
    suites: needsOuter ? [...suites, ...(await outerSuites(suites, collection))] : suites,
    all,
    orphans: isPartial ? [] : orphans.filter(isWanted),
  };
}

const isOfScenarios = (path: string) => path.endsWith('.scenarios.yaml');

/** A file of scenarios stands for the journey beside it. */
const placesOf = ({ paths }: TestOptions) =>
  paths.map((path) => (isOfScenarios(path) ? dirname(path) : path));

const errorsOf = ({ file, findings }: Unreadable) =>
  findings.map((finding): CollectionFinding => ({ ...finding, file, severity: 'error' }));

/** Runs scenarios now and after each change of what counts for them, until the process is told to stop. */
export async function testOnChange(options: TestOptions): Promise<void> {
  const colours = paint(process.stdout);
  const places = placesOf(options);
  const watched = new Set([...places, ...places.flatMap((path) => homeOf(path) ?? [])]);
  await rerunOnChange([...watched], async () => {
    try {
      await testOnce(options);
    } catch (error) {
      // What is wrong may be mended with the next change.
      const message = error instanceof Error ? error.message : String(error);
      console.log(error instanceof UsageError ? message : `The run broke off: ${message}.`);
    }
    console.log(colours('dim', 'waiting for changes'));
  });
}

/** Undefined: scenarios were proposed, and there is nothing to report. */
async function run(
  { collection, suites, all }: Found,
  { server, scenarios, proposals }: TestOptions,
): Promise<readonly SuiteRun[] | undefined> {
  const total = suites.reduce((sum, suite) => sum + suite.scenarios.length, 0);
  const progress = progressOn(process.stderr, total);
  const told = ({ name }: Verdict) => progress.told(name);
  try {
    if (server !== undefined) return await runOverWire(suites, all, server, told);
    const rehearsed = await runSuites(suites, told);
    const runs = judged(rehearsed, policyOf(collection), scenarios.length > 0);
    if (proposals === 'none') return runs;
    progress.clear();
    await propose(rehearsed, runs, proposals);
    return undefined;
  } finally {
    progress.clear();
  }
}

async function propose(
  rehearsed: readonly Rehearsed[],
  runs: readonly SuiteRun[],
  how: 'print' | 'write',
): Promise<void> {
  for (const [index, { suite, passes }] of rehearsed.entries()) {
    const missing = runs[index]?.coverage?.missing ?? [];
    const proposals = missing.length === 0 ? [] : await proposalsFor(suite, passes);
    if (proposals.length === 0) continue;
    if (how === 'print') {
      console.log(proposalsText(suite, proposals));
    } else {
      await appendProposals(suite, proposals);
      console.log(`${suite.file}: ${proposals.length} added`);
    }
  }
}

async function drawCoverage(runs: readonly SuiteRun[], folder: string): Promise<void> {
  const pictures = runs.flatMap((each) =>
    each.coverage === undefined
      ? []
      : [{ journey: each.suite.found, picture: coveragePicture(each.suite, each.coverage) }],
  );
  const journeys = pictures.map(({ journey }) => journey);
  for (const [index, { path }] of pathsBelow(folder, journeys, '.coverage.svg').entries()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, pictures[index]?.picture ?? '');
  }
}
