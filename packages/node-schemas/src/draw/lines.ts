import { type CardBox, inputOf, outputOf } from './card-box.ts';
import type { Point } from './route/box.ts';
import { orthogonalRoute } from './route/orthogonal-route.ts';
import type { SceneLine } from './scene.ts';

/** How far apart lines out of the same card turn, in pixels, and at most how far. */
const lanes = { apart: 8, most: 48 } as const;

/** A line at its place. */
export interface DrawnLine {
  readonly line: SceneLine;
  readonly points: readonly Point[];
}

/** The lines at their places: led around all cards, or quickly, around the two that they join. */
export function drawnLines(
  lines: readonly SceneLine[],
  boxes: readonly CardBox[],
  around: 'all' | 'own',
): readonly DrawnLine[] {
  const byId = new Map(boxes.map((box) => [box.card.id, box]));
  const drawn: DrawnLine[] = [];
  for (const line of lines) {
    const source = byId.get(line.from);
    const goal = byId.get(line.to);
    if (source === undefined || goal === undefined) continue;
    const from = outputOf(source, line.outcome);
    const to = inputOf(goal);
    const outcomes = source.card.outcomes;
    const index = outcomes.findIndex(({ id }) => id === line.outcome);
    // On the way down the lowest outcome turns first, on the way up the highest: so lines of one card do not cross.
    const rank = to.y >= from.y ? outcomes.length - 1 - index : index;
    const mark = markOf(line.to);
    const points = orthogonalRoute({
      from,
      to,
      fromBox: source,
      toBox: goal,
      obstacles: around === 'own' ? [] : boxes.filter((box) => box !== source && box !== goal),
      lane: Math.min(rank * lanes.apart, lanes.most) + (mark % 2) * (lanes.apart / 2),
      spread: (mark % 4) * 6,
      taken:
        around === 'own'
          ? []
          : drawn.filter((other) => other.line.to !== line.to).map((other) => other.points),
    });
    drawn.push({ line, points });
  }
  return drawn;
}

/** A number that depends on an id, so that lines that meet run together only if they lead to the same card. */
function markOf(id: string): number {
  let mark = 7;
  for (const letter of id) mark = (mark * 31 + (letter.codePointAt(0) ?? 0)) % 8191;
  return mark;
}
