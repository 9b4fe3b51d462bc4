import type { FileFinding, Journey, Policy } from '@journeyman/node-schemas';
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
import type { Failure, JourneyFiles, StoredScenarios } from '../files/journey-files.ts';
import {
  dropScenarioEdit,
  keepScenarioEdit,
  keyOf,
  type ScenariosOf,
  scenarioEditOf,
} from './scenario-edits.ts';

/** The scenarios of the journey that is open, and how they went. */
export interface ScenarioFile {
  /** Null: there is no file, or `unread` says that this is not known. */
  readonly stored: StoredScenarios | null;
  /** Why it is not known what is in the file: it is on its way, or could not be read; null: it is known. */
  readonly unread: 'reading' | SaveFault | null;
  /** Where it was read. */
  readonly place: ScenarioPlace | null;
  readonly results: ReadonlyMap<string, ScenarioResult>;
}

/** Reads the file of scenarios. */
export const useScenarioFile = create<ScenarioFile>()(() => ({
  stored: null,
  unread: 'reading',
  place: null,
  results: new Map(),
}));

/** Where the file is kept, and of which journey it is. */
export interface ScenarioPlace extends ScenariosOf {
  readonly files: JourneyFiles;
  /** Whether the journey has no file yet, and so no scenarios. */
  readonly isNew?: boolean;
}

/** Reads the scenarios of a journey; gives why that could not be done, or null. What was read of them before counts on then. */
export async function openScenarios(place: ScenarioPlace): Promise<SaveFault | null> {
  if (!isSamePlace(useScenarioFile.getState().place, place)) {
    useScenarioFile.setState({ stored: null, unread: 'reading', place, results: new Map() });
  }
  const opened = place.isNew
    ? ({ status: 'missing' } as const)
    : await place.files.openScenarios(place.realm, place.journey);
  const fault = opened.status === 'opened' || opened.status === 'missing' ? null : faultOf(opened);
  if (!isSamePlace(useScenarioFile.getState().place, place)) return fault;
  if (fault === null) {
    const stored = opened.status === 'opened' ? opened.scenarios : null;
    useScenarioFile.setState({ stored, unread: null });
  } else useScenarioFile.setState(({ unread }) => ({ unread: unread === null ? null : fault }));
  return fault;
}

/** Whether it is known which scenarios a journey has. */
export function areScenariosKnown(place: ScenarioPlace): boolean {
  const { unread, place: known } = useScenarioFile.getState();
  return unread === null && isSamePlace(known, place);
}

function isSamePlace(one: ScenarioPlace | null, other: ScenarioPlace): boolean {
  return (
    one !== null &&
    one.files === other.files &&
    (one.isNew ?? false) === (other.isNew ?? false) &&
    keyOf(one) === keyOf(other)
  );
}

/** Takes what is typed. */
export function editScenarios(place: ScenarioPlace, text: string): void {
  const { stored } = useScenarioFile.getState();
  keepScenarioEdit(place, { text, revision: (scenarioEditOf(place) ?? stored)?.revision ?? null });
}

/** Saves what was typed; gives why it could not be, or null. */
export async function saveScenarioEdit(place: ScenarioPlace): Promise<SaveFault | null> {
  const edit = scenarioEditOf(place);
  if (edit === undefined) return null;
  const fault = await save(place, edit.text, edit.revision);
  if (fault === null) dropScenarioEdit(place);
  if (fault !== conflict) return fault;
  rebase(place, edit.text);
  return { key: 'simulator.scenario.replaces' };
}

/** Puts a scenario at the end of the file, and of what is typed in place of it; gives why that could not be, or null. */
export async function saveScenario(place: ScenarioPlace, scenario: ScenarioWords): Promise<SaveFault | null> {
  // What is not known must not be overwritten.
  const unread = areScenariosKnown(place) ? null : await openScenarios(place);
  if (unread !== null) return unread;
  const { stored } = useScenarioFile.getState();
  const edit = scenarioEditOf(place);
  const fault = await save(place, appendScenario(stored?.text ?? '', scenario), stored?.revision ?? null);
  const isOfBefore = edit?.revision === (stored?.revision ?? null);
  if (fault === null && edit !== undefined && isOfBefore) rebase(place, appendScenario(edit.text, scenario));
  return fault;
}

/** Has a text take the place of the file as it is now: who saves it then has been told what it replaces. */
function rebase(place: ScenarioPlace, text: string): void {
  dropScenarioEdit(place);
  editScenarios(place, text);
}

const conflict = { key: 'simulator.scenario.conflict' };

async function save(
  { files, realm, journey }: ScenarioPlace,
  text: string,
  revision: string | null,
): Promise<SaveFault | null> {
  const saved = await files.saveScenarios(realm, journey, text, revision);
  switch (saved.status) {
    case 'saved':
      useScenarioFile.setState({ stored: saved.scenarios, unread: null });
      return null;
    case 'conflict':
      useScenarioFile.setState({ stored: saved.theirs, unread: null });
      return conflict;
    case 'refused':
    case 'signed-out':
    case 'unreachable':
      return faultOf(saved);
  }
}

function faultOf(failure: Failure): SaveFault {
  switch (failure.status) {
    case 'refused':
      return { message: failure.message };
    case 'signed-out':
      return { key: 'simulator.scenario.signedOut' };
    case 'unreachable':
      return { key: 'simulator.scenario.unreachable' };
  }
}

/** Why scenarios were not saved, or not read: in the words of the place, or by the key of ours. */
export type SaveFault = { readonly key: string } | { readonly message: string };

/** Hands the file with one more scenario to the browser. */
export function downloadScenario(journey: string, scenario: ScenarioWords): void {
  const text = appendScenario(useScenarioFile.getState().stored?.text ?? '', scenario);
  download(`${journey}.scenarios.yaml`, text, 'application/yaml');
}

/** The scenarios of a text, or what is wrong with it; an empty one has none. */
export function scenariosIn(
  text: string,
  journey: string,
  journeys: ReadonlyMap<string, Journey>,
): { readonly scenarios: readonly Scenario[]; readonly findings: readonly FileFinding[] } {
  if (text.trim() === '' || journeys.size === 0) return { scenarios: [], findings: [] };
  const read = readScenarios(text, journey, journeys);
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

/** What the scenarios that were run have taken of a journey's outcomes, as the command line reckons it; null: none was run. */
export function coverageIn(
  results: ScenarioFile['results'],
  journey: Journey,
  policy: Policy | undefined,
): Coverage | null {
  if (results.size === 0) return null;
  const passes = [...results.values()].flatMap(({ steps }) => steps.flatMap((step) => step.passes));
  return coverageOf(journey, passes, policy);
}
