import type { Trace, TraceStep } from './trace.ts';

/** A run of `Login` for a test, a second from step to step. */
export function traceOf(
  steps: readonly (Partial<TraceStep> & Pick<TraceStep, 'nodeId' | 'result'>)[],
  rest: Partial<Trace> = {},
): Trace {
  const at = (index: number) => new Date(Date.UTC(2026, 0, 2, 3, 4, index)).toISOString();
  return {
    _id: 'run',
    journey: 'Login',
    status: 'waiting',
    transactionIds: [],
    startedAt: at(0),
    latestAt: at(steps.length),
    stepCount: steps.length,
    skipped: 0,
    ...rest,
    steps: steps.map((step, index) => ({
      at: at(index),
      tookMs: 1,
      path: ['Login'],
      displayName: step.nodeId,
      ...step,
    })),
  };
}

/** That a node was left by an outcome. */
export function left(nodeId: string, outcome: string, rest: Partial<TraceStep> = {}) {
  return { nodeId, result: { type: 'leaves', outcome } as const, ...rest };
}
