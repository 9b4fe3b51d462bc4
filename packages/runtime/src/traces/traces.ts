import type { Clock } from '@journeyman/engine';
import type { Logger } from 'pino';
import type { DocumentStore } from '../stores/document-store.ts';
import { createJourneyRevisions, type JourneyRevisions } from './journey-revisions.ts';
import { createTraceArchive, type TraceArchive } from './trace-archive.ts';
import { createTraceRecorder, type TraceRecorder } from './trace-recorder.ts';

/** What journeys have done, recorded and to be read. */
export interface Traces extends TraceRecorder {
  readonly archive: TraceArchive;
  readonly revisions: JourneyRevisions;
}

/** Records traces into a store for some hours; undefined for none: nothing is to be recorded. */
export function createTraces(
  documents: DocumentStore,
  { hours, clock, log }: { readonly hours: number; readonly clock: Clock; readonly log: Logger },
): Traces | undefined {
  if (hours === 0) return undefined;
  const lifetimeMs = hours * 60 * 60 * 1000;
  const archive = createTraceArchive(documents, { clock, lifetimeMs });
  const revisions = createJourneyRevisions(documents, { clock, lifetimeMs, log });
  return { archive, revisions, ...createTraceRecorder(archive, revisions, log) };
}
