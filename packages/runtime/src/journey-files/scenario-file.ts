import { join } from 'node:path';
import type { FileFinding, Journey } from '@journeyman/node-schemas';
import { type Expected, isExpected, revisionOfTexts, textOf, writeWhole } from './text-files.ts';

/** The scenarios of a journey, as `<Name>.scenarios.yaml` has them. They may be wrong: somebody may have written them by hand. */
export type StoredScenarios = {
  readonly text: string;
  /** Changes with the text. */
  readonly revision: string;
};

/** What became of a change of scenarios. */
export type ScenariosChange =
  | { readonly status: 'done'; readonly scenarios: StoredScenarios; readonly isNew: boolean }
  /** Something else is there than was believed; undefined: nothing is. */
  | { readonly status: 'stale'; readonly current: StoredScenarios | undefined }
  | { readonly status: 'refused'; readonly message: string; readonly findings: readonly FileFinding[] };

/** Scenarios that are to be written, and what they are checked against. */
export interface WrittenScenarios {
  readonly text: string;
  /** The journeys of the realm. */
  readonly journeys: ReadonlyMap<string, Journey>;
}

/** Reads the scenarios that stand beside a journey in its folder. */
export async function readScenarioFile(folder: string, name: string): Promise<StoredScenarios | undefined> {
  const text = await textOf(join(folder, `${name}.scenarios.yaml`));
  return text === null ? undefined : { text, revision: revisionOfTexts([text]) };
}

/** Writes the scenarios of a journey as they are given, if they can be read. */
export async function saveScenarioFile(
  folder: string,
  name: string,
  { text, journeys }: WrittenScenarios,
  expected: Expected,
): Promise<ScenariosChange> {
  const current = await readScenarioFile(folder, name);
  if (!isExpected(current, expected)) return { status: 'stale', current };
  // Only here: YAML and the simulation are a sixth of what a service would load, and most never write a scenario.
  const { readScenarios } = await import('@journeyman/simulation');
  const read = readScenarios(text, name, journeys);
  if (read.status === 'refused') {
    const { findings } = read;
    const message = findings.map(({ line, message: told }) => `Line ${line}: ${told}`).join(' ');
    return { status: 'refused', message, findings };
  }
  if (current?.text !== text) await writeWhole(join(folder, `${name}.scenarios.yaml`), text);
  const scenarios = { text, revision: revisionOfTexts([text]) };
  return { status: 'done', scenarios, isNew: current === undefined };
}
