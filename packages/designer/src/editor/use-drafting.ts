import { useEffect } from 'react';
import { keepDrafts } from './drafts.ts';
import type { EditorStore } from './editor-store.ts';
import { drafts } from './use-opened-journey.ts';

/** Keeps a draft of what is edited, and what is not kept yet when the page goes out of sight, for it may not come back. */
export function useDrafting(store: EditorStore, name: string): void {
  useEffect(() => {
    const drafting = keepDrafts(store, drafts, { name });
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
  }, [store, name]);
}
