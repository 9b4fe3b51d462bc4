import { oneLine } from '@journeyman/node-schemas/one-line';
import type { WitnessPoint } from './witness.ts';

type WayPoint = Pick<WitnessPoint, 'node' | 'outcome' | 'outcomeName'>;

/** A way in one line: `Start → Page → Check -False→ Failure`. AM's single outcome has a name that says nothing. */
export function wayText(points: readonly WayPoint[], to: string): string {
  const arrow = ({ outcome, outcomeName }: WayPoint) => (outcome === 'outcome' ? '→' : `-${outcomeName}→`);
  return oneLine(['Start →', ...points.map((point) => `${point.node} ${arrow(point)}`), to].join(' '));
}
