import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Advance, Witness } from '../authenticate/advances.ts';
import type { JourneyRevisions } from './journey-revisions.ts';
import { addSteps, type Trace, type TraceStep } from './trace.ts';
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

/** What was recorded of a run and not yet written. It is changed in place: to copy it would cost a poll more than all the rest. */
type Recording = { -readonly [Key in keyof Trace]: Trace[Key] } & {
  readonly transactionIds: string[];
  readonly steps: TraceStep[];
};

/** Records each advance in memory, and writes them in batches that no request waits for. */
export function createTraceRecorder(
  archive: TraceArchive,
  revisions: JourneyRevisions,
  log: Logger,
): TraceRecorder {
  let batch = new Map<string, Recording>();
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
      const found = batch.get(id);
      const recording = found ?? begun(advance);
      if (found === undefined) batch.set(id, recording);
      const before = found?.steps.length ?? -1;
      note(recording, advance);
      if (advance.step >= largestRun) recording.skipped += advance.passes.length;
      else addSteps(recording.steps, stepsIn(advance));
      held += recording.steps.length - before;
      if (held >= largestBatch) writeBatch();
      else timer ??= setTimeout(writeBatch, batchMs).unref();
    },
    async flush() {
      writeBatch();
      await Promise.all([writing, revisions.settled()]);
    },
  };
}

/** A recording of a run with nothing in it yet. */
function begun({ id, realm, run, atMs }: Advance): Recording {
  return {
    id,
    realm: realm.name,
    journey: run.journey,
    startedAtMs: run.startedAtMs,
    expiresAtMs: run.expiresAtMs,
    transactionIds: [],
    latestAtMs: atMs,
    steps: [],
    skipped: 0,
  };
}

/** Notes what an advance tells of the run as a whole. */
function note(recording: Recording, advance: Advance): void {
  const { passes, result, atMs } = advance;
  recording.latestAtMs = atMs;
  const user = passes.at(-1)?.pass.after.shared.username;
  if (typeof user === 'string') recording.user = user;
  if (result.status === 'succeeded' || result.status === 'failed') recording.ended = result.status;
  if (result.status === 'succeeded' && result.sessionHandle) recording.sessionHandle = result.sessionHandle;
  if (advance.step >= largestRun || onlyWaits(advance)) return;
  const id = advance.transactionId();
  if (!recording.transactionIds.includes(id)) recording.transactionIds.push(id);
}

/** Clients that do nothing but wait, and ask again and again, would fill the list. */
function onlyWaits({ step, passes }: Advance): boolean {
  return step > 0 && passes.length === 1 && passes[0]?.pass.result.type === 'waits';
}
