import { canRun, type FoundJourney, type Severity } from '@journeyman/node-schemas';
import { type Paint, table } from '../terminal.ts';
import type { Finding } from './findings.ts';

const titles: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };

/** How much was found at the levels in each journey, and in each file that is none; with the types that are not run here. */
export function findingsTable(
  journeys: readonly FoundJourney[],
  findings: readonly Finding[],
  levels: readonly Severity[],
  colours: Paint,
): string {
  const counts = (group: readonly Finding[]) =>
    levels.map((level) => String(group.filter(({ severity }) => severity === level).length));
  const ofJourney = Map.groupBy(findings, (finding) => journeyOf(finding, journeys));
  const ofFile = Map.groupBy(ofJourney.get(undefined) ?? [], ({ file }) => file);
  const rows = [
    ...journeys.map((found) => [
      found.file,
      found.name,
      found.realm,
      found.shape,
      String(found.journey.nodes.size),
      ...counts(ofJourney.get(found) ?? []),
      typesNotRun(found).join(' '),
    ]),
    ...[...ofFile].map(([file, group]) => [file, '', '', '', '', ...counts(group), '']),
  ];
  const columns = levels.map((level) => titles[level]);
  const head = ['File', 'Journey', 'Realm', 'Shape', 'Nodes', ...columns, 'Not run here'];
  return table(head, rows, colours);
}

/** The journey that a finding is about; of a file that holds one journey, that one. */
function journeyOf({ file, journey }: Finding, journeys: readonly FoundJourney[]): FoundJourney | undefined {
  const inFile = journeys.filter((found) => found.files.includes(file));
  if (journey !== undefined) return inFile.find(({ name }) => name === journey);
  return inFile.length === 1 ? inFile[0] : undefined;
}

/** Known or not. */
function typesNotRun({ journey }: FoundJourney): readonly string[] {
  const nodes = [...journey.nodes.values()].flatMap((node) => [node, ...(node.children ?? [])]);
  return [...new Set(nodes.map(({ type }) => type))].filter((type) => !canRun(type)).sort();
}
