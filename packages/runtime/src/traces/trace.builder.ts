import type { Trace, TraceStep } from './trace.ts';

/** A part of a trace for a test. */
export function tracePart(part: Partial<Trace> & Pick<Trace, 'id' | 'startedAtMs'>): Trace {
  return {
    realm: '/',
    journey: 'Login',
    expiresAtMs: part.startedAtMs + 300_000,
    latestAtMs: part.startedAtMs,
    transactionIds: [],
    steps: [],
    skipped: 0,
    ...part,
  };
}

/** A step of a trace for a test: a node that was left. */
export function traceStep(step: Partial<TraceStep> = {}): TraceStep {
  return {
    atMs: 0,
    tookMs: 1,
    path: ['Login'],
    nodeId: 'Node',
    nodeType: 'MessageNode',
    displayName: 'Message',
    result: { type: 'leaves', outcome: 'true' },
    stateBytes: 2,
    ...step,
  };
}
