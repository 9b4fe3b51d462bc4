import type { Visit, WalkRow } from './visits.ts';

/** Rows in which whatever says the same as a row of before is that row, so that it is not drawn anew. */
export function keptRows(rows: readonly WalkRow[], before: readonly WalkRow[]): readonly WalkRow[] {
  return rows.map((row, index) => {
    const old = before[index];
    return old !== undefined && isSame(old, row) ? old : row;
  });
}

function isSame(one: WalkRow, other: WalkRow): boolean {
  if (one.kind === 'visit') return other.kind === 'visit' && isSameVisit(one, other);
  if (one.kind === 'happening') {
    return other.kind === 'happening' && one.step === other.step && one.act === other.act;
  }
  return other.kind === 'end' && one.step === other.step && one.end === other.end;
}

function isSameVisit(one: Visit, other: Visit): boolean {
  return (
    one.number === other.number &&
    one.nodeId === other.nodeId &&
    one.name === other.name &&
    one.standing === other.standing &&
    one.outcomeName === other.outcomeName &&
    one.step === other.step &&
    isSameList(one.path, other.path) &&
    isSameList(one.calls, other.calls) &&
    isSameList(passesOf(one), passesOf(other))
  );
}

const passesOf = ({ passes }: Visit) => passes.map(({ pass }) => pass);

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
