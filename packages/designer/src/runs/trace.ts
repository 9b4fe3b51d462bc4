/** How a run has ended, or that it has not yet. */
export type RunStatus = 'waiting' | 'succeeded' | 'failed' | 'broken' | 'abandoned';

/** A run as the list of runs shows it. */
export interface RunSummary {
  readonly _id: string;
  /** The journey that was started. */
  readonly journey: string;
  readonly status: RunStatus;
  readonly user?: string;
  readonly transactionIds: readonly string[];
  /** ISO 8601. */
  readonly startedAt: string;
  /** When it last moved; ISO 8601. */
  readonly latestAt: string;
  readonly stepCount: number;
}

/** A run with what each node did. */
export interface Trace extends RunSummary {
  readonly steps: readonly TraceStep[];
  /** How many steps were left out because there were too many. */
  readonly skipped: number;
}

/** What became of one run of a node. */
export interface TraceStep {
  /** ISO 8601. */
  readonly at: string;
  readonly tookMs: number;
  /** The journey that was started, and the inner ones down to that of the node. */
  readonly path: readonly string[];
  readonly nodeId: string;
  /** The id of its type; absent: not known. */
  readonly nodeType?: string;
  readonly displayName: string;
  /** The id of the page that the node is in. */
  readonly page?: string;
  readonly result: TraceResult;
  /** Why it came to that, by the state keys in which nodes say so. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** How a node ended a run of it. */
type TraceResult =
  | { readonly type: 'leaves'; readonly outcome: string }
  | { readonly type: 'waits'; readonly times?: number }
  | { readonly type: 'enters'; readonly journey: string }
  | { readonly type: 'refuses' }
  | { readonly type: 'breaks'; readonly message: string };
