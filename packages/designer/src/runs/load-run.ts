import type { Journey } from '@journeyman/node-schemas';
import { deriveJourney } from '../document/derive-journey.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { knowTypesOf } from '../editor/known-types.ts';
import type { Failure } from '../files/journey-files.ts';
import { documentIn } from '../files/save-journey.ts';
import { withPlacesForAll } from '../layout/layout-preview.ts';
import { observe } from './observation-client.ts';
import { type RunStep, runSteps } from './run-steps.ts';
import type { Trace } from './trace.ts';

/** A journey as it was when it ran. */
export interface PastJourney {
  /** The text of its file. */
  readonly file: string;
  readonly document: JourneyDocument;
  readonly journey: Journey;
}

/** A run that is replayed. */
export interface Run {
  readonly trace: Trace;
  readonly steps: readonly RunStep[];
  /** The journeys as they were when they ran, by name; those whose files are no longer kept are missing. */
  readonly past: ReadonlyMap<string, PastJourney>;
}

/** What came of reading a run. */
export type LoadedRun = { readonly status: 'loaded'; readonly run: Run } | Failure;

/** Reads a run with its steps and the journeys as they were. */
export async function loadRun(realm: string, id: string): Promise<LoadedRun> {
  const address = `traces/${encodeURIComponent(id)}`;
  const [trace, files] = await Promise.all([
    observe<Trace>(realm, address),
    observe<{ readonly journeys: readonly KeptFile[] }>(realm, `${address}/journey`),
  ]);
  if (trace.status !== 'read') return trace;
  const kept = files.status === 'read' ? files.body.journeys : [];
  const read = kept.flatMap((file) => {
    const document = documentIn(file);
    return document === undefined ? [] : [{ name: file.name, file: file.file, document }];
  });
  // A card is as high as its type has outcomes.
  await knowTypesOf(read.map(({ document }) => deriveJourney(document.exported)));
  const past = await Promise.all(
    read.map(async ({ name, file, document }) => {
      const journey = deriveJourney(document.exported);
      return [name, { file, document: await withPlacesForAll(document), journey }] as const;
    }),
  );
  return {
    status: 'loaded',
    run: { trace: trace.body, steps: runSteps(trace.body), past: new Map(past) },
  };
}

interface KeptFile {
  readonly name: string;
  readonly file: string;
  readonly layout: string | null;
}
