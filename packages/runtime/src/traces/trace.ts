/** What became of one run of a node: numbers and names, never what was entered, shown or kept in state. */
export interface TraceStep {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly tookMs: number;
  /** The journey that was started, and the inner journeys down to the one that the node is in. */
  readonly path: readonly string[];
  /** The revision of the files of the journey that the node is in; absent for one that no file holds. */
  readonly revision?: string;
  readonly nodeId: string;
  readonly nodeType: string;
  readonly displayName: string;
  /** The id of the page that the node is in. */
  readonly page?: string;
  readonly result: StepResult;
  /** Why it came to that, by the state keys in which nodes say so, such as `PushAuthFailureReason`. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** The length of shared state as JSON. What is secret is not measured: a length tells of a password. */
  readonly stateBytes: number;
}

/** How a node ended a run of it. */
export type StepResult =
  | { readonly type: 'leaves'; readonly outcome: string }
  | {
      readonly type: 'waits';
      readonly callbacks: readonly string[];
      readonly bytes: number;
      /** How often it did so in a row, where that was more than once. */
      readonly times?: number;
    }
  | { readonly type: 'enters'; readonly journey: string }
  | { readonly type: 'refuses' }
  | { readonly type: 'breaks'; readonly message: string };

/** What is kept of a run, or of a part of it: traces are written a batch of parts at a time. */
export interface Trace {
  readonly id: string;
  readonly realm: string;
  /** The journey that was started. */
  readonly journey: string;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
  /** Those of the requests that have moved the run. */
  readonly transactionIds: readonly string[];
  /** As it was entered or found, whether or not it has been proven. */
  readonly user?: string;
  readonly sessionHandle?: string;
  /** When it last moved, in milliseconds since the epoch. */
  readonly latestAtMs: number;
  /** Absent: it has not come to an end. */
  readonly ended?: 'succeeded' | 'failed';
  readonly steps: readonly TraceStep[];
  /** How many steps were left out because there were too many. */
  readonly skipped: number;
}

/** The whole of the parts of one run, oldest first. */
export function joinParts(parts: readonly [Trace, ...Trace[]]): Trace {
  const latest = parts.at(-1) ?? parts[0];
  const user = parts.findLast((part) => part.user !== undefined)?.user;
  const steps: TraceStep[] = [];
  for (const part of parts) addSteps(steps, part.steps);
  return {
    ...latest,
    ...(user === undefined ? {} : { user }),
    transactionIds: [...new Set(parts.flatMap(({ transactionIds }) => transactionIds))],
    steps,
    skipped: parts.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

/** Adds steps to others; a node that is asked again and again, as polls do, is one step. */
export function addSteps(steps: TraceStep[], more: readonly TraceStep[]): void {
  for (const step of more) {
    const last = steps.at(-1);
    const repeated = last && repeat(last, step);
    if (repeated === undefined) steps.push(step);
    else steps[steps.length - 1] = repeated;
  }
}

function repeat(last: TraceStep, { nodeId, path, result, stateBytes }: TraceStep): TraceStep | undefined {
  if (last.result.type !== 'waits' || result.type !== 'waits' || last.nodeId !== nodeId) return undefined;
  if (last.path.length !== path.length || last.result.bytes !== result.bytes) return undefined;
  return {
    ...last,
    stateBytes,
    result: { ...result, times: (last.result.times ?? 1) + (result.times ?? 1) },
  };
}
