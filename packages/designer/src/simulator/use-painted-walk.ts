import { useEffect } from 'react';
import { showOverlay } from '../canvas/overlay.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { pathOverlay } from './path-overlay.ts';
import { useSimulator } from './simulator-store.ts';
import type { SimulatorTab } from './simulator-tab.ts';
import type { ReadWalk } from './use-walk.ts';

/** Paints the path of the walk over the journey, but where the scenarios paint what they cover, and follows the walk with the view. */
export function usePaintedWalk({ rows, divergent, shown }: ReadWalk, tab: SimulatorTab): void {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey.name);
  const stops = useSimulator((state) => state.stops);
  const innerAt = useSimulator(({ now }) => {
    const frames = now?.run?.end == null ? (now?.run?.execution.frames ?? []) : [];
    return frames.length > 1 ? frames[0]?.nodeId : undefined;
  });
  useEffect(() => {
    if (tab === 'scenario') return undefined;
    const words = {
      waits: t('simulator.steps.waits'),
      broke: t('simulator.steps.broke'),
      differs: t('simulator.steps.differs'),
    };
    return showOverlay(pathOverlay({ rows, journey, innerAt, divergent, stops }, words));
  }, [rows, divergent, journey, innerAt, stops, tab]);
  const at = innerAt ?? (shown?.path.join() === journey ? shown.nodeId : undefined);
  const count = rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a node that is come to once more is to be seen again.
  useEffect(() => {
    if (at !== undefined) store.getState().reveal([at]);
  }, [store, at, count]);
}
