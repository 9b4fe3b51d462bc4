import type { RunnableJourney } from '@journeyman/engine';
import type { Journey, JourneyTexts, Problem } from '@journeyman/node-schemas';

/** A journey of a realm: what it is, what is wrong with it, and how it is run. */
export interface CatalogueEntry {
  readonly name: string;
  /** The newest version that could be read; it may have errors. Absent: none could ever be. */
  readonly journey?: Journey;
  /** The text of the file that keeps where its nodes are drawn. */
  readonly layout?: string;
  /** What the checks find in the file as it is now. */
  readonly problems: readonly Problem[];
  /** The newest version without errors; absent: there never was one. */
  readonly runnable?: RunnableJourney;
  /** The files that `runnable` was made from. */
  readonly source?: JourneyTexts;
}

/**
 * A journey as the engine runs it. An older version is run while the newest has errors, but is entered no more once the newest is
 * switched off; whoever is in it goes on.
 */
export function runnableOf({ journey, runnable }: CatalogueEntry): RunnableJourney | undefined {
  if (runnable === undefined || journey === undefined || journey.enabled) return runnable;
  return runnable.journey.enabled
    ? { ...runnable, journey: { ...runnable.journey, enabled: false } }
    : runnable;
}

/** The journeys of a realm. */
export interface JourneyCatalogue {
  find(name: string): CatalogueEntry | undefined;
  all(): readonly CatalogueEntry[];
}
