import { useEffect, useState } from 'react';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { useWorkplace } from '../files/workplace.ts';
import { type Baseline, loadBaseline } from './baseline.ts';
import type { Against } from './compare-store.ts';

const loading: Baseline = { status: 'loading' };

/** What the journey is compared with; the file is read again when it has been written. */
export function useBaseline(against: Against): Baseline {
  const store = useEditorStore();
  const files = useWorkplace((workplace) => workplace.files);
  const revision = useEditor((state) => (against.type === 'file' ? state.revision : ''));
  const [read, setRead] = useState<{ readonly of: Against; readonly baseline: Baseline }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another file
  useEffect(() => {
    let isWanted = true;
    void loadBaseline(against, files, store.getState()).then((baseline) => {
      if (isWanted) setRead({ of: against, baseline });
    });
    return () => {
      isWanted = false;
    };
  }, [store, files, against, revision]);
  return read?.of === against ? read.baseline : loading;
}
