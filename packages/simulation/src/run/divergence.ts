import type { NodePass } from '@journeyman/engine';
import type { SimulationStep } from './snapshot.ts';

/** Where a way differs from one that was recorded. */
export interface Divergence {
  /** Index of the step. */
  readonly step: number;
  /** Index of the first pass in it that differs; undefined: the passes are the same, and what came of the step differs. */
  readonly pass?: number;
  readonly recorded: SimulationStep;
  readonly now: SimulationStep;
}

/** The first difference between a recorded step and one done now; null: the journey went the same way. */
export function divergenceOf(step: number, recorded: SimulationStep, now: SimulationStep): Divergence | null {
  const length = Math.max(recorded.passes.length, now.passes.length);
  for (let pass = 0; pass < length; pass += 1) {
    if (!isSamePass(recorded.passes[pass], now.passes[pass])) return { step, pass, recorded, now };
  }
  return isSameResult(recorded, now) ? null : { step, recorded, now };
}

function isSamePass(one: NodePass | undefined, other: NodePass | undefined): boolean {
  return (
    one?.nodeId === other?.nodeId &&
    one?.path.join('\n') === other?.path.join('\n') &&
    wayOf(one) === wayOf(other)
  );
}

function wayOf(pass: NodePass | undefined): string {
  return pass === undefined
    ? ''
    : `${pass.result.type} ${'outcome' in pass.result ? pass.result.outcome : ''}`;
}

function isSameResult({ result: one }: SimulationStep, { result: other }: SimulationStep): boolean {
  if (one.status !== other.status) return false;
  return one.status !== 'ended' || other.status !== 'ended' || one.end.status === other.end.status;
}
