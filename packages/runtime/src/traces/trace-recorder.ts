import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Advance, Witness } from '../authenticate/advances.ts';
import type { JourneyRevisions } from './journey-revisions.ts';
import { type Trace, type TraceHead, type TraceStep, withSteps } from './trace.ts';
import type { TraceArchive } from './trace-archive.ts';
import { stepOf } from './trace-step.ts';

/** Records what journeys do. */
export interface TraceRecorder {
  readonly witness: Witness;
  /** Writes what was recorded and not yet written. */
  flush(): Promise<void>;
}

/** How long what was recorded waits to be written, in milliseconds: what a crash of the process loses. */
const batchMs = 1000;

/** So many runs and steps are held until then; past them all is written without waiting. A poll that changes nothing adds none. */
const largestBatch = 8000;

/** So many runs make a document: requests are served between two of them. */
const documentRuns = 250;

/** So many requests of a run are recorded, the first ones; a journey of a person has some dozens. */
const largestRun = 500;

/** Records each advance in memory, and writes them in batches that no request waits for. */
export function createTraceRecorder(
  archive: TraceArchive,
  revisions: JourneyRevisions,
  log: Logger,
): TraceRecorder {
  let batch = new Map<string, Trace>();
  /** The runs in the batch, and their steps. */
  let held = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function writeBatch(): void {
    clearTimeout(timer);
    timer = undefined;
    if (batch.size === 0) return;
    const parts = [...batch.values()];
    batch = new Map();
    held = 0;
    writing = writing
      .then(() => writeParts(parts))
      .catch((error: unknown) => log.warn({ err: error, runs: parts.length }, 'traces were not written'));
  }

  async function writeParts(parts: readonly Trace[]): Promise<void> {
    for (let at = 0; at < parts.length; at += documentRuns) {
      if (at > 0) await nextTurn();
      await archive.write(parts.slice(at, at + documentRuns));
    }
  }

  function stepsIn({ realm, passes }: Advance): readonly TraceStep[] {
    return passes.map((timed) => {
      const texts = realm.journeys.find(timed.pass.path.at(-1) ?? '')?.source;
      return stepOf(timed, texts && revisions.keep(texts));
    });
  }

  return {
    witness(advance) {
      const { id } = advance;
      const recorded = batch.get(id);
      const isTooLong = advance.step >= largestRun;
      const steps = withSteps(recorded?.steps ?? [], isTooLong ? [] : stepsIn(advance));
      batch.set(id, {
        ...recorded,
        ...headOf(advance, recorded?.transactionIds ?? []),
        steps,
        skipped: (recorded?.skipped ?? 0) + (isTooLong ? advance.passes.length : 0),
      });
      held += steps.length - (recorded?.steps.length ?? -1);
      if (held >= largestBatch) writeBatch();
      else timer ??= setTimeout(writeBatch, batchMs).unref();
    },
    async flush() {
      writeBatch();
      await Promise.all([writing, revisions.settled()]);
    },
  };
}

function headOf(advance: Advance, transactionIds: readonly string[]): TraceHead {
  const { id, realm, run, passes, result, atMs } = advance;
  const user = passes.at(-1)?.pass.after.shared.username;
  return {
    id,
    realm: realm.name,
    journey: run.journey,
    startedAtMs: run.startedAtMs,
    expiresAtMs: run.expiresAtMs,
    transactionIds: withTransaction(transactionIds, advance),
    ...(typeof user === 'string' ? { user } : {}),
    ...(result.status === 'succeeded' && result.sessionHandle ? { sessionHandle: result.sessionHandle } : {}),
    latestAtMs: atMs,
    ...(result.status === 'succeeded' || result.status === 'failed' ? { ended: result.status } : {}),
  };
}

/** Clients that do nothing but wait, and ask again and again, would fill the list. */
function withTransaction(
  ids: readonly string[],
  { step, passes, transactionId }: Advance,
): readonly string[] {
  const onlyWaits = step > 0 && passes.length === 1 && passes[0]?.pass.result.type === 'waits';
  if (onlyWaits || step >= largestRun) return ids;
  const id = transactionId();
  return ids.includes(id) ? ids : [...ids, id];
}
