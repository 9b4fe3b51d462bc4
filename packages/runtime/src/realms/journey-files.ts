import { makeRunnable, standardRegistry } from '@journeyman/engine';
import {
  checkJourney,
  type Journey,
  type JourneyNode,
  type JourneyTexts,
  loadAllNodeTypes,
  type PageChild,
  type Problem,
  type ReadJourney,
  readJourney,
  unknownTypesOf,
} from '@journeyman/node-schemas/run';
import type { CatalogueEntry } from './journey-catalogue.ts';
import { fillPlaceholders } from './placeholders.ts';
import type { RealmConfiguration } from './realm-configuration.ts';
import type { RealmFiles } from './realm-files.ts';

/** Something wrong with a file of a realm, or with a folder that should hold some. */
export interface FileFault {
  /** With a warning, all of the file is in force. */
  readonly severity: 'error' | 'warning';
  /** From the folder of journeys, such as `PushLogin/PushLogin.journey.json`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** The journeys of a realm as its files are now, and what is wrong with those files. */
export interface LoadedJourneys {
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  readonly faults: readonly FileFault[];
}

/**
 * Makes the journeys of a realm from its files. One that cannot be started now stays startable as it was in `before`;
 * one whose file has gone is gone.
 */
export async function loadJourneys(
  files: RealmFiles,
  configuration: RealmConfiguration,
  environment: Readonly<Record<string, string | undefined>>,
  before: ReadonlyMap<string, CatalogueEntry>,
): Promise<LoadedJourneys> {
  const faults: FileFault[] = [];
  const broken = (file: string, line: number, reason: string) =>
    faults.push({ severity: 'error', file, line, reason });
  const entries = new Map<string, CatalogueEntry>();
  const read = new Map<
    string,
    { journey: Journey; source: ReadJourney; path: string; texts: JourneyTexts }
  >();
  const keepAsBefore = (name: string, reasons: readonly string[], journey?: Journey) =>
    entries.set(name, {
      ...before.get(name),
      ...(journey && { journey }),
      name,
      problems: reasons.map((reason) => unreadable(name, reason)),
    });
  for (const { file, layout } of files.journeys) {
    const name = nameOf(file.path);
    if (layout !== undefined && 'reason' in layout) broken(layout.path, 1, layout.reason);
    if ('reason' in file) {
      broken(file.path, 1, file.reason);
      keepAsBefore(name, [file.reason]);
      continue;
    }
    const source = readJourney(file.text, name);
    if (source.status === 'refused') {
      for (const { line, message } of source.findings) broken(file.path, line, message);
      keepAsBefore(
        name,
        source.findings.map(({ message }) => message),
      );
      continue;
    }
    const { journey, faults: missing } = fillNodes(source.journey, environment);
    for (const { path, reason } of missing) broken(file.path, source.locate(path).line, reason);
    if (missing.length > 0) {
      keepAsBefore(
        name,
        missing.map(({ reason }) => reason),
        journey,
      );
      continue;
    }
    const texts = { file: file.text, layout: layout !== undefined && 'text' in layout ? layout.text : null };
    read.set(journey.name, { journey, source, path: file.path, texts });
  }
  const journeys = new Map([...read].map(([name, { journey }]) => [name, journey]));
  // The types that are not run are four times as many as the others, and most realms have none of them.
  if ([...journeys.values()].some((journey) => unknownTypesOf(journey).length > 0)) await loadAllNodeTypes();
  const services = new Set(Object.keys(configuration.services));
  for (const [name, { journey, source, path, texts }] of read) {
    const problems = checkJourney(journey, { journeys, services });
    const errors = problems.filter(({ severity }) => severity === 'error');
    for (const { path: at, nodeName, nodeId, message } of errors) {
      const node = nodeName === undefined ? '' : `${nodeName} (${nodeId}): `;
      broken(path, source.locate(at).line, `${node}${message}`);
    }
    faults.push(...unrunnable(problems, path, source));
    const runs: Pick<CatalogueEntry, 'runnable' | 'source'> =
      errors.length === 0
        ? { runnable: makeRunnable(journey, standardRegistry), source: texts }
        : runsOf(before.get(name));
    entries.set(name, {
      name,
      journey,
      problems,
      ...(texts.layout === null ? {} : { layout: texts.layout }),
      ...runs,
    });
  }
  return { entries, faults };
}

function runsOf({
  runnable,
  source,
}: Partial<CatalogueEntry> = {}): Pick<CatalogueEntry, 'runnable' | 'source'> {
  return { ...(runnable && { runnable }), ...(source && { source }) };
}

/** One warning for all nodes of a journey that are not run here. */
function unrunnable(problems: readonly Problem[], file: string, source: ReadJourney): FileFault[] {
  const nodes = problems.filter(({ code }) => code === 'cannot-run');
  const [first] = nodes;
  if (first === undefined) return [];
  const names = nodes.map(({ nodeName, nodeId }) => `${nodeName} (${nodeId})`).join(', ');
  const reason = `This runtime cannot run ${names}: the journey is served, and breaks where it comes to such a node.`;
  return [{ severity: 'warning', file, line: source.locate(first.path).line, reason }];
}

/** A journey folder is named like the journey in it. */
function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.journey\.json$/, '');
}

function unreadable(journey: string, message: string): Problem {
  return { code: 'unreadable-file', severity: 'error', journey, message, path: [] };
}

interface MissingValue {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

function fillNodes(
  journey: Journey,
  environment: Readonly<Record<string, string | undefined>>,
): { journey: Journey; faults: readonly MissingValue[] } {
  const faults: MissingValue[] = [];
  const fill = <Node extends PageChild>(node: Node, section: 'nodes' | 'innerNodes'): Node => {
    const { value, missing } = fillPlaceholders(node.config, environment);
    for (const { placeholder, path } of missing) {
      faults.push({
        path: [section, node.id, ...path],
        reason: `${node.displayName} (${node.id}): ${path[0]} needs ${placeholder}, which the environment does not have.`,
      });
    }
    return { ...node, config: value };
  };
  const nodes = [...journey.nodes].map(([id, node]): [string, JourneyNode] => {
    const filled = fill(node, 'nodes');
    const children = node.children?.map((child) => fill(child, 'innerNodes'));
    return [id, children === undefined ? filled : { ...filled, children }];
  });
  return { journey: { ...journey, nodes: new Map(nodes) }, faults };
}
