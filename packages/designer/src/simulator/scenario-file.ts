import type { FileFinding, Journey } from '@journeyman/node-schemas';
import {
  appendScenario,
  type Coverage,
  coverageOf,
  readScenarios,
  runScenario,
  type Scenario,
  type ScenarioResult,
  type ScenarioWords,
} from '@journeyman/simulation';
import { create } from 'zustand';
import { download } from '../files/download.ts';
import type { JourneyFiles, StoredScenarios } from '../files/journey-files.ts';

/** The scenarios of the journey that is open, and how they went. */
export interface ScenarioFile {
  /** Null: there is no file, or it has not been read yet. */
  readonly stored: StoredScenarios | null;
  readonly results: ReadonlyMap<string, ScenarioResult>;
}

const unread: ScenarioFile = { stored: null, results: new Map() };

/** Reads the file of scenarios. */
export const useScenarioFile = create<ScenarioFile>()(() => unread);

/** Where the file is kept, and of which journey it is. */
export interface ScenarioPlace {
  readonly files: JourneyFiles;
  readonly realm: string;
  readonly journey: string;
}

/** Reads the scenarios of a journey; a place that has none, or cannot be reached, counts as empty. */
export async function openScenarios({ files, realm, journey }: ScenarioPlace): Promise<void> {
  useScenarioFile.setState(unread);
  const opened = await files.openScenarios(realm, journey);
  useScenarioFile.setState({ stored: opened.status === 'opened' ? opened.scenarios : null });
}

/** Puts a scenario at the end of the file; gives the key of what went wrong, or null. */
export async function saveScenario(
  { files, realm, journey }: ScenarioPlace,
  scenario: ScenarioWords,
): Promise<SaveFault | null> {
  const { stored } = useScenarioFile.getState();
  const text = appendScenario(stored?.text ?? '', scenario);
  const saved = await files.saveScenarios(realm, journey, text, stored?.revision ?? null);
  switch (saved.status) {
    case 'saved':
      useScenarioFile.setState({ stored: saved.scenarios });
      return null;
    case 'conflict':
      useScenarioFile.setState({ stored: saved.theirs });
      return { key: 'simulator.scenario.conflict' };
    case 'refused':
      return { message: saved.message };
    case 'signed-out':
      return { key: 'simulator.scenario.signedOut' };
    case 'unreachable':
      return { key: 'simulator.scenario.unreachable' };
  }
}

/** Why a scenario was not saved: in the words of the place, or by the key of ours. */
export type SaveFault = { readonly key: string } | { readonly message: string };

/** Hands the file with one more scenario to the browser. */
export function downloadScenario(journey: string, scenario: ScenarioWords): void {
  const text = appendScenario(useScenarioFile.getState().stored?.text ?? '', scenario);
  download(`${journey}.scenarios.yaml`, text, 'application/yaml');
}

/** The scenarios of a file, or what is wrong with it. */
export function scenariosIn(
  stored: StoredScenarios | null,
  journey: string,
  journeys: ReadonlyMap<string, Journey>,
): { readonly scenarios: readonly Scenario[]; readonly findings: readonly FileFinding[] } {
  if (stored === null) return { scenarios: [], findings: [] };
  const read = readScenarios(stored.text, journey, journeys);
  return read.status === 'read'
    ? { scenarios: read.scenarios, findings: [] }
    : { scenarios: [], findings: read.findings };
}

/** Runs scenarios against the journeys as they are drawn, and keeps what came of each. */
export async function runScenarios(
  scenarios: readonly Scenario[],
  journeys: ReadonlyMap<string, Journey>,
): Promise<void> {
  for (const scenario of scenarios) {
    const result = await runScenario(scenario, journeys);
    useScenarioFile.setState(({ results }) => ({ results: new Map([...results, [scenario.name, result]]) }));
  }
}

/** What the scenarios that were run have taken of a journey's outcomes; null: none was run. */
export function coverageIn(results: ScenarioFile['results'], journey: Journey): Coverage | null {
  if (results.size === 0) return null;
  const passes = [...results.values()].flatMap(({ steps }) => steps.flatMap((step) => step.passes));
  return coverageOf(journey, passes);
}
