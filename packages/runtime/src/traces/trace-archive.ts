import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '@journeyman/engine';
import type { DocumentStore } from '../stores/document-store.ts';
import { joinParts, type Trace } from './trace.ts';

/** The traces that are kept. Methods reject when the store is out of reach. */
export interface TraceArchive {
  /** Adds parts of traces, and makes room by forgetting the oldest if there is too much. */
  write(parts: readonly Trace[]): Promise<void>;
  /** Whole traces, newest first, as far as they are asked for; `mayHold` tells from a batch's text that it is of no use. */
  read(mayHold?: (text: string) => boolean): AsyncIterable<Trace>;
}

/** What bounds an archive. */
export interface TraceArchiveSetting {
  readonly clock: Clock;
  /** How long traces are kept. */
  readonly lifetimeMs: number;
  /** How much text is kept at most, in characters. */
  readonly largest?: number;
}

/** What is known of a batch without reading it. */
interface Batch {
  /** In characters. */
  readonly size: number;
  /** Milliseconds since the epoch; for one that an earlier process has left, not before. */
  readonly writtenAtMs: number;
}

/** Batches are found by the five minutes in which they were written. */
const slotMs = 5 * 60 * 1000;

const largestByDefault = 64 * 1024 * 1024;

/** Keeps traces in a document store: a document for each batch, so that recording costs one write for many requests. */
export function createTraceArchive(
  documents: DocumentStore,
  { clock, lifetimeMs, largest = largestByDefault }: TraceArchiveSetting,
): TraceArchive {
  /** The batches that are kept, oldest first; read until that succeeds once, for an earlier process has left some. */
  let kept: Promise<Map<string, Batch>> | undefined;
  let total = 0;
  /** How many batches this process has written; puts those of one moment in their order. */
  let written = 0;

  function slots(): readonly number[] {
    const newest = slotAt(clock.now());
    return Array.from({ length: Math.ceil(lifetimeMs / slotMs) + 1 }, (_, back) => newest - back);
  }

  async function readBatches(): Promise<Map<string, Batch>> {
    const found = new Map<string, Batch>();
    let size = 0;
    for (const slot of slots().toReversed()) {
      const batches = await documents.list(ownerOf(slot));
      for (const { key, value } of batches) {
        found.set(key, { size: value.length, writtenAtMs: slot * slotMs });
        size += value.length;
      }
      if (batches.length > 0) await nextTurn();
    }
    total = size;
    return found;
  }

  async function makeRoom(batches: Map<string, Batch>): Promise<void> {
    const forgottenAtMs = clock.now() - lifetimeMs - slotMs;
    for (const [key, { size, writtenAtMs }] of batches) {
      const isForgotten = writtenAtMs <= forgottenAtMs;
      if (!isForgotten && total <= largest) return;
      if (!isForgotten) await documents.delete(key);
      batches.delete(key);
      total -= size;
    }
  }

  return {
    async write(parts) {
      kept ??= readBatches().catch((error: unknown) => {
        kept = undefined;
        throw error;
      });
      const batches = await kept;
      const now = clock.now();
      const value = JSON.stringify(parts);
      written += 1;
      const order = [now, written].map((number) => String(number).padStart(15, '0')).join(' ');
      const key = `batch ${order} ${randomUUID()}`;
      const owner = ownerOf(slotAt(now));
      await documents.put(key, value, { expected: 0, expiresAtMs: now + lifetimeMs, owner });
      batches.set(key, { size: value.length, writtenAtMs: now });
      total += value.length;
      await makeRoom(batches);
    },

    async *read(mayHold = () => true) {
      const open = new Map<string, [Trace, ...Trace[]]>();
      for (const slot of slots()) {
        const batches = await documents.list(ownerOf(slot));
        for (const { value } of batches.toReversed()) {
          if (!mayHold(value)) continue;
          for (const part of JSON.parse(value) as readonly Trace[]) {
            open.set(part.id, [part, ...(open.get(part.id) ?? [])]);
          }
          await nextTurn();
        }
        // A run that began in this slot has no part in an older one.
        const begun = [...open.values()].filter(([first]) => slotAt(first.startedAtMs) >= slot);
        for (const [{ id }] of begun) open.delete(id);
        yield* begun.map(joinParts).sort(byStart);
        if (batches.length > 0) await nextTurn();
      }
      yield* [...open.values()].map(joinParts).sort(byStart);
    },
  };
}

function slotAt(atMs: number): number {
  return Math.floor(atMs / slotMs);
}

function ownerOf(slot: number): string {
  return `traces ${slot}`;
}

/** The newest first; those of one moment by id, so that pages divide them as they do all others. */
function byStart(one: Trace, other: Trace): number {
  return other.startedAtMs - one.startedAtMs || (one.id < other.id ? -1 : 1);
}
