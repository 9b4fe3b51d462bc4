import type { Execution, JourneyErrorCode, NodePass, Step } from '@journeyman/engine';
import type { ServiceCall } from '../world/service-calls.ts';
import type { SimulatedWorld } from '../world/simulated-world.ts';
import type { Act } from './act.ts';

/** How a run has ended. */
export type SimulationEnd =
  | {
      readonly status: 'success';
      /** Null: the journey issues no session. */
      readonly session: SimulatedSession | null;
      readonly successUrl: string;
    }
  | { readonly status: 'failure'; readonly message: string; readonly failureUrl: string }
  /** The run took longer than it may. */
  | { readonly status: 'timeout' }
  /** The journey cannot go on; the message is for who designs it. `outage`: a service that a node cannot do without failed. */
  | { readonly status: 'error'; readonly code: JourneyErrorCode | 'outage'; readonly message: string };

/** The session that success issues. */
export interface SimulatedSession {
  readonly username: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly maxSessionMinutes: number;
  readonly maxIdleMinutes: number;
}

/** A run of a journey, between two requests. */
export interface SimulatedRun {
  readonly journey: string;
  readonly execution: Execution;
  /** The user of the session that is upgraded; null: none is. */
  readonly upgrades: string | null;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
  /** Null: it waits for the user. */
  readonly end: SimulationEnd | null;
}

/** All that a simulation goes on from. A value. */
export interface Snapshot {
  readonly world: SimulatedWorld;
  /** Null before the first start. */
  readonly run: SimulatedRun | null;
}

/** What came of an act. */
export type ActResult =
  | { readonly status: 'asked'; readonly step: Step }
  | { readonly status: 'ended'; readonly end: SimulationEnd }
  /** The answers were not taken, and nothing has changed. */
  | { readonly status: 'refused'; readonly message: string }
  /** It happened outside of the journey. `says`: what the phone shows of it, where it has something to say. */
  | { readonly status: 'happened'; readonly says?: string }
  /** It cannot be done now, and nothing has changed. */
  | { readonly status: 'impossible'; readonly message: string };

/** A call, and the index of the pass in which it was made: of the node that breaks off, where there is no such pass. */
export interface MadeCall extends ServiceCall {
  readonly pass: number;
}

/** One act with all that came of it. */
export interface SimulationStep {
  readonly act: Act;
  readonly result: ActResult;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** In order, a page after the nodes in it. They hold the state with its secrets. */
  readonly passes: readonly NodePass[];
  readonly calls: readonly MadeCall[];
  readonly after: Snapshot;
}

/** What the user is asked at the moment; null: nothing. */
export function askedIn({ run }: Snapshot): Step | null {
  return run === null || (run.end !== null && run.end.status !== 'error') ? null : run.execution.waiting;
}
