import type { Clock, Identity, NodePass, RequestContext } from '@journeyman/engine';
import type { Realm } from '../realms/realm.ts';
import type { StoredExecution } from './executions.ts';

/** One run of a node, with when it ended and how long it took. */
export interface TimedPass {
  readonly pass: NodePass;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly tookMs: number;
}

/** What a request has led a run to. */
export type AdvanceResult =
  | { readonly status: 'waiting' }
  /** The answers were not taken; the run is where it was. */
  | { readonly status: 'refused' }
  /** The journey could not go on; the run is where it was. */
  | { readonly status: 'broken'; readonly error: unknown }
  | {
      readonly status: 'succeeded';
      readonly identity: Identity | null;
      readonly authLevel: number;
      /** Absent: no session was wanted. */
      readonly sessionHandle?: string;
    }
  | { readonly status: 'failed'; readonly message?: string };

/** What one request has done to a run of a journey, once that is stored. */
export interface Advance {
  readonly id: string;
  readonly realm: Realm;
  readonly run: Pick<StoredExecution, 'journey' | 'startedAtMs' | 'expiresAtMs'>;
  /** How many requests have moved the run before; 0: this one has started it. */
  readonly step: number;
  /** The id by which the request is found elsewhere; made when it is asked for. */
  transactionId(): string;
  readonly request: RequestContext;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** They hold secrets. */
  readonly passes: readonly TimedPass[];
  readonly result: AdvanceResult;
}

/** Told of each advance before it is answered: must be quick, must not throw, and must not keep the passes. */
export type Witness = (advance: Advance) => void;

/** Notes each pass that it is told of at the end of a list. */
export function noting(passes: TimedPass[], clock: Clock): (pass: NodePass) => void {
  let beforeMs = performance.now();
  return (pass) => {
    const nowMs = performance.now();
    passes.push({ pass, atMs: clock.now(), tookMs: nowMs - beforeMs });
    beforeMs = nowMs;
  };
}
