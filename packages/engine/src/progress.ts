import type { Execution, SessionPlan, Step } from './execution.ts';
import type { Identity } from './services.ts';

/** How far a journey has come. */
export type Progress =
  | { readonly status: 'waiting'; readonly execution: Execution; readonly step: Step }
  /** The answers cannot be taken; the execution stays as it was. */
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'succeeded'; readonly success: Success }
  | { readonly status: 'failed'; readonly failure: Failure };

/** What a journey has come to that reached Success. */
export interface Success {
  /** Null when the journey never learned who it is about. */
  readonly identity: Identity | null;
  readonly authLevel: number;
  readonly plan: SessionPlan;
  /** Where the journey wants to lead. */
  readonly successUrl?: string;
  /** Where the client wanted to go. */
  readonly goto?: string;
}

/** What a journey has come to that reached Failure. */
export interface Failure {
  /** Absent: AM's `Login failure`. */
  readonly message?: string;
  readonly failureUrl?: string;
  /** Where the client wanted to go in this case. */
  readonly gotoOnFail?: string;
}
