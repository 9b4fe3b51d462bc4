import type { Patch } from 'immer';
import type { JourneyDocument } from './journey-document.ts';

/** A JSON value that was copied for the document that is being made, so that it may be written to. */
type Copy = Record<string | number, unknown>;

/**
 * A document after some patches. Everything that they do not touch, and every value in them, stays the object that it was, so that
 * undoing does not draw the whole canvas again; immer's own function clones the values.
 */
export function applyPatches(document: JourneyDocument, patches: readonly Patch[]): JourneyDocument {
  const copies = new Set<object>();
  const copyOf = (value: unknown): Copy => {
    if (copies.has(value as object)) return value as Copy;
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Copy;
    copies.add(copy);
    return copy;
  };
  const root = copyOf(document);
  for (const { op, path, value } of patches) {
    let holder = root;
    for (const key of path.slice(0, -1)) {
      const inner = copyOf(holder[key]);
      holder[key] = inner;
      holder = inner;
    }
    put(holder, op, path.at(-1) ?? '', value);
  }
  for (const copy of copies) Object.freeze(copy);
  return root as unknown as JourneyDocument;
}

function put(holder: Copy, op: Patch['op'], key: string | number, value: unknown): void {
  if (op === 'replace') holder[key] = value;
  else if (Array.isArray(holder)) {
    if (op === 'add') holder.splice(Number(key), 0, value);
    else holder.splice(Number(key), 1);
  } else if (op === 'add') holder[key] = value;
  else delete holder[key];
}
