import type { Clock } from '@journeyman/engine';
import type { JourneyTexts } from '@journeyman/node-schemas';
import type { Logger } from 'pino';
import { revisionOf } from '../journey-files/journey-folders.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';

/** The files of journeys as they were when they ran, each revision once. */
export interface JourneyRevisions {
  /** The revision of files that run now; they are kept from now on for as long as traces are. */
  keep(texts: JourneyTexts): string;
  /** Null for files that are no longer kept. */
  find(revision: string): Promise<JourneyTexts | null>;
  /** Resolves once all that was to be kept is written. */
  settled(): Promise<void>;
}

/** How often the time of a revision that is still in use is put off, in milliseconds. */
const renewalMs = 60 * 60 * 1000;

/** Keeps revisions in a store for as long after their last use as traces are kept. */
export function createJourneyRevisions(
  documents: DocumentStore,
  { clock, lifetimeMs, log }: { readonly clock: Clock; readonly lifetimeMs: number; readonly log: Logger },
): JourneyRevisions {
  const known = new WeakMap<JourneyTexts, { readonly revision: string; renewAtMs: number }>();
  let writing: Promise<unknown> = Promise.resolve();

  async function write(revision: string, texts: JourneyTexts): Promise<void> {
    const value = JSON.stringify(texts);
    const expiresAtMs = clock.now() + lifetimeMs + 2 * renewalMs;
    await changeDocument(documents, keyOf(revision), () => ({ value, expiresAtMs, result: true }));
  }

  return {
    keep(texts) {
      const found = known.get(texts);
      const now = clock.now();
      if (found !== undefined && now < found.renewAtMs) return found.revision;
      const revision = found?.revision ?? revisionOf(texts);
      known.set(texts, { revision, renewAtMs: now + renewalMs });
      writing = Promise.all([writing, write(revision, texts)]).catch((error: unknown) =>
        log.warn({ err: error, revision }, 'a journey could not be kept for its traces'),
      );
      return revision;
    },
    async find(revision) {
      const document = await documents.get(keyOf(revision));
      return document === null ? null : (JSON.parse(document.value) as JourneyTexts);
    },
    async settled() {
      await writing;
    },
  };
}

function keyOf(revision: string): string {
  return `journey ${revision}`;
}
