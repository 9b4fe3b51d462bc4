import { useEffect, useLayoutEffect, useState } from 'react';
import { type Overlay, showOverlay } from '../canvas/overlay.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { createEditorStore, type EditorStore, useEditorStore } from '../editor/editor-store.ts';

/**
 * The store of a document that is only looked at, with something painted over it and some of it selected. When the journey that is
 * edited is asked to bring something into view, this one does.
 */
export function useShown(
  document: JourneyDocument,
  overlay: Overlay | undefined,
  selected: readonly string[],
): EditorStore {
  const edited = useEditorStore();
  const [shown] = useState(() => readOnlyStore(edited.getState().realm, document));
  useLayoutEffect(() => {
    const state = shown.getState();
    if (state.document === document) return;
    state.open(document, null);
    state.select(selected);
  }, [shown, document, selected]);
  useLayoutEffect(() => (overlay === undefined ? undefined : showOverlay(overlay)), [overlay]);
  useEffect(
    () =>
      edited.subscribe(({ revealed }, before) => {
        if (revealed !== before.revealed) shown.getState().reveal(revealed.ids ?? undefined);
      }),
    [edited, shown],
  );
  return shown;
}

/** Nothing is checked: two states in one document are not meant to make sense together. */
function readOnlyStore(realm: string, document: JourneyDocument): EditorStore {
  const store = createEditorStore({ realm, document, isReadOnly: true, schedule: () => () => {} });
  store.setState({ problems: [] });
  return store;
}
