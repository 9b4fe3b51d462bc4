import type { Json } from '@journeyman/node-schemas';
import { useReducer } from 'react';

/** Drafts of fields, by id of the field: what stands in the field, and the value that was configured when it was typed. */
export type Drafts = Map<string, { readonly draft: unknown; readonly basis: string }>;

/**
 * What was typed into a field, for as long as the configured value is the one that it was typed over: an undo, or an edit made
 * elsewhere, wins over it. Outlives the field, so that going to another node and back loses nothing.
 */
export function useDraft<Draft>(
  drafts: Drafts,
  id: string,
  value: Json | undefined,
): readonly [Draft | undefined, (draft: Draft | undefined, basis: Json | undefined) => void] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const known = drafts.get(id);
  const keep = (draft: Draft | undefined, basis: Json | undefined) => {
    if (draft === undefined) drafts.delete(id);
    else drafts.set(id, { draft, basis: basisOf(basis) });
    redraw();
  };
  return [known?.basis === basisOf(value) ? (known.draft as Draft) : undefined, keep];
}

const basisOf = (value: Json | undefined): string => JSON.stringify(value) ?? '';
