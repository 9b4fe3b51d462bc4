import { create } from 'zustand';
import type { JourneyFiles } from '../files/journey-files.ts';

/** Of which journey scenarios are, and where they are kept. */
export interface ScenariosOf {
  readonly files: Pick<JourneyFiles, 'id'>;
  readonly realm: string;
  readonly journey: string;
}

/** A text that is edited, and the revision of the file that it was made from; null: there was none. */
export interface ScenarioEdit {
  readonly text: string;
  readonly revision: string | null;
}

/** What has been typed and not saved, of every journey whose scenarios were edited. */
const useEdits = create<ReadonlyMap<string, ScenarioEdit>>()(() => new Map());

/** Tells the scenarios of a journey from those of others. */
export const keyOf = ({ files, realm, journey }: ScenariosOf) => `${files.id} ${realm} ${journey}`;

/** What somebody is typing in place of the file; undefined: nobody is. */
export function useScenarioEdit(place: ScenariosOf): ScenarioEdit | undefined {
  return useEdits((edits) => edits.get(keyOf(place)));
}

/** The same, now. */
export function scenarioEditOf(place: ScenariosOf): ScenarioEdit | undefined {
  return useEdits.getState().get(keyOf(place));
}

/** Keeps what is typed. */
export function keepScenarioEdit(place: ScenariosOf, edit: ScenarioEdit): void {
  useEdits.setState((edits) => new Map([...edits, [keyOf(place), edit]]), true);
}

/** Gives up what was typed: the file counts again. */
export function dropScenarioEdit(place: ScenariosOf): void {
  useEdits.setState((edits) => new Map([...edits].filter(([key]) => key !== keyOf(place))), true);
}

/** Lets what was typed for a journey go with it to its new name. */
export function moveScenarioEdit(place: ScenariosOf, newName: string): void {
  const edit = scenarioEditOf(place);
  if (edit === undefined) return;
  dropScenarioEdit(place);
  keepScenarioEdit({ ...place, journey: newName }, edit);
}
