import { useEffect, useSyncExternalStore } from 'react';
import { useEditorStore } from './editor-store.ts';

const tooNarrow = '(max-width: 767px)';

/** Whether the window is too narrow for editing; the journey can only be looked at then. */
export function useNarrowScreen(): boolean {
  const store = useEditorStore();
  const isNarrow = useSyncExternalStore(subscribe, () => matchMedia(tooNarrow).matches);
  useEffect(() => store.getState().setReadOnly(isNarrow), [store, isNarrow]);
  return isNarrow;
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(tooNarrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
