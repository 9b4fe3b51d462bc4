import type { Trace, TraceStep } from './trace.ts';

/** A node that a run came to, from when it was come to until it was left. */
export interface RunStep {
  /** Counts the nodes that were come to, from 1. */
  readonly number: number;
  /** The id of the page, for what happened in a page. */
  readonly nodeId: string;
  /** The id of its type then, where that is known. */
  readonly type?: string | undefined;
  readonly name: string;
  /** The journey that was started, and the inner ones down to that of the node. */
  readonly path: readonly string[];
  /** Whether the journey that the node is in began here. */
  readonly isEntry: boolean;
  readonly standing: 'left' | 'waits' | 'refused' | 'broke';
  /** The outcome that it was left by. */
  readonly outcome?: string;
  /** Why it came to that: names of errors, or the message of the one that broke the run. */
  readonly reasons: readonly string[];
  /** Since the run began, in milliseconds. */
  readonly afterMs: number;
}

/** What a run did, as a person reads it: a node that asked and was answered, and a page with its nodes, are one step. */
export function runSteps({ steps, startedAt }: Pick<Trace, 'steps' | 'startedAt'>): readonly RunStep[] {
  const rows: RunStep[] = [];
  /** The latest row of each journey that is under way, by the path to it. */
  const latest = new Map<string, RunStep>();
  for (const step of steps) {
    const key = step.path.join('\n');
    const nodeId = step.page ?? step.nodeId;
    const before = latest.get(key);
    const isSame = before?.nodeId === nodeId && before.standing === 'waits';
    const row: RunStep = {
      ...(isSame
        ? before
        : {
            number: rows.length + 1,
            nodeId,
            path: step.path,
            isEntry: before === undefined,
            standing: 'waits',
            afterMs: Date.parse(step.at) - Date.parse(startedAt),
          }),
      ...(step.page === undefined && { type: step.nodeType }),
      name: step.page === undefined ? step.displayName : isSame ? before.name : step.displayName,
      ...(step.page === undefined || step.result.type === 'breaks' ? standingOf(step) : {}),
      reasons: [...(isSame ? before.reasons : []), ...reasonsOf(step)],
    };
    rows[row.number - 1] = row;
    latest.set(key, row);
    if (step.result.type === 'enters') latest.delete([...step.path, step.result.journey].join('\n'));
  }
  return rows;
}

/** The steps in one journey, be it the one that was started or an inner one. */
export function stepsIn(steps: readonly RunStep[], journey: string): readonly RunStep[] {
  return steps.filter(({ path }) => path.at(-1) === journey);
}

function standingOf({ result }: TraceStep): Partial<RunStep> {
  switch (result.type) {
    case 'leaves':
      return { standing: 'left', outcome: result.outcome };
    case 'waits':
    case 'enters':
      return { standing: 'waits' };
    case 'refuses':
      return { standing: 'refused' };
    case 'breaks':
      return { standing: 'broke' };
  }
}

function reasonsOf({ reasons = {}, result }: TraceStep): readonly string[] {
  return [...Object.values(reasons), ...(result.type === 'breaks' ? [result.message] : [])];
}
