import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';

/** An overlay whose marks are those of before where they say the same, so that only what has changed is drawn anew. */
export function keptMarks(overlay: Overlay, before: Overlay | null): Overlay {
  if (before === null) return overlay;
  return {
    ...overlay,
    nodes: kept(overlay.nodes, before.nodes),
    connections: kept(overlay.connections, before.connections),
  };
}

function kept<Mark extends NodeMark | ConnectionMark>(
  marks: ReadonlyMap<string, Mark>,
  before: ReadonlyMap<string, Mark>,
): ReadonlyMap<string, Mark> {
  return new Map(
    [...marks].map(([id, mark]) => {
      const old = before.get(id);
      return [id, old !== undefined && isSame(old, mark) ? old : mark];
    }),
  );
}

/** Whatever a mark holds is a word, or a few in a list. */
function isSame(one: object, other: object): boolean {
  const values: Readonly<Record<string, unknown>> = { ...one };
  const entries = Object.entries(other);
  return (
    entries.length === Object.keys(one).length &&
    entries.every(([key, value]) => `${values[key]}` === `${value}`)
  );
}
