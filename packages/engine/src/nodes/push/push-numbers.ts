import type { Random } from '../../services.ts';

const lowest = 10;
const highest = 99;

/** Three different numbers of two digits, ascending, and which of them the browser shows. */
export function drawNumbers(random: Random): {
  readonly offered: readonly number[];
  readonly correct: number;
} {
  const left = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  const drawn = Array.from({ length: 3 }, () => left.splice(random.integer(0, left.length - 1), 1)).flat();
  const correct = drawn[random.integer(0, drawn.length - 1)] ?? lowest;
  return { offered: drawn.toSorted((a, b) => a - b), correct };
}
