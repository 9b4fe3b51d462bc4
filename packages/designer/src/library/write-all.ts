import type { Changed, JourneyFiles, StoredJourney } from '../files/journey-files.ts';
import type { PlannedWrite } from './import-plan.ts';

/** Why nothing came of a change. */
export type NotChanged = Exclude<Changed, { readonly status: 'saved' }>;

/** What came of writing several journeys. */
export interface AllWritten {
  readonly written: readonly StoredJourney[];
  readonly notWritten: readonly { readonly name: string; readonly why: NotChanged }[];
  /** Takes all back, the last first. Null: all is as before; else why it stopped at one, where it goes on the next time. */
  undo(): Promise<NotChanged | null>;
}

/** Writes one journey after the other and goes on past those that cannot be written. `existing`: those of the realm as they were seen. */
export async function writeAll(
  place: JourneyFiles,
  realm: string,
  writes: readonly PlannedWrite[],
  existing: readonly StoredJourney[],
): Promise<AllWritten> {
  const written: StoredJourney[] = [];
  const notWritten: AllWritten['notWritten'][number][] = [];
  const undoings: (() => Promise<Changed>)[] = [];
  for (const { name, file, layout, revision } of writes) {
    const before = revision === null ? undefined : existing.find((journey) => journey.name === name);
    const changed = await place.save(realm, name, { file, layout }, revision);
    if (changed.status !== 'saved') {
      notWritten.push({ name, why: changed });
      continue;
    }
    written.push(changed.journey);
    const now = changed.journey.revision;
    undoings.push(() =>
      before === undefined
        ? place.remove(realm, name, now)
        : place.save(realm, name, { file: before.file, layout: before.layout }, now),
    );
  }
  return {
    written,
    notWritten,
    async undo() {
      for (let undoing = undoings.at(-1); undoing !== undefined; undoing = undoings.at(-1)) {
        const undone = await undoing();
        if (undone.status !== 'saved') return undone;
        undoings.pop();
      }
      return null;
    },
  };
}
