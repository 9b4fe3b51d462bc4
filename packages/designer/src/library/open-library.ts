import { create, useStore } from 'zustand';
import type { JourneyDocument } from '../document/journey-document.ts';
import { useWorkplace } from '../files/workplace.ts';
import type { ChosenFiles } from './chosen-files.ts';
import { createLibrary, type Library } from './library.ts';

/** The library of the page, over wherever journeys are kept now. */
export const openLibrary = createLibrary(
  () => useWorkplace.getState().files,
  async ({ id }, ...moved) => {
    try {
      const { moveDraft } = await import('../editor/move-draft.ts');
      await moveDraft(id, ...moved);
    } catch {
      // A browser that keeps no drafts has none to move.
    }
  },
);

/** Reads from the library. */
export function useLibrary<Part>(selector: (library: Library) => Part): Part {
  return useStore(openLibrary, selector);
}

/** A dialog of the library. */
export type LibraryDialog =
  | { readonly kind: 'new'; readonly realm: string }
  | { readonly kind: 'import'; readonly chosen: ChosenFiles | null }
  | { readonly kind: 'export'; readonly realm: string; readonly document: JourneyDocument }
  | { readonly kind: 'rename' | 'duplicate'; readonly realm: string; readonly name: string };

/** Reads which dialog is open. */
export const useLibraryDialog = create<{ readonly dialog: LibraryDialog | null }>()(() => ({ dialog: null }));

/** Opens a dialog in place of any other, or closes it. */
export function showLibraryDialog(dialog: LibraryDialog | null): void {
  useLibraryDialog.setState({ dialog });
}
