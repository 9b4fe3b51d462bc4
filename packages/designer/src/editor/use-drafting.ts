import { useEffect } from 'react';
import { useWorkplace } from '../files/workplace.ts';
import { draftsOf } from './draft-store.ts';
import { keepDrafts } from './drafts.ts';
import type { EditorStore } from './editor-store.ts';

/** Keeps a draft of what is edited, and what is not kept yet when the page goes out of sight, for it may not come back. */
export function useDrafting(store: EditorStore, name: string): void {
  const place = useWorkplace(({ files }) => files.id);
  useEffect(() => {
    const drafting = keepDrafts(store, draftsOf(place), { name });
    const flush = () => {
      if (document.visibilityState === 'hidden') void drafting.flush();
    };
    const flushNow = () => void drafting.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flushNow);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flushNow);
      void drafting.stop();
    };
  }, [store, place, name]);
}
