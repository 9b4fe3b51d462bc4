import { useEffect } from 'react';
import { showOverlay, useOverlay } from '../canvas/overlay.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { keptMarks } from './kept-marks.ts';
import { pathOverlay } from './path-overlay.ts';
import type { SimulatorState } from './simulator-store.ts';
import type { SimulatorTab } from './simulator-tab.ts';
import { followWalk } from './use-walk.ts';

/** Paints the path of the walk over the journey, but where the scenarios paint what they cover, and follows the walk with the view. */
export function usePaintedWalk(tab: SimulatorTab): void {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey.name);
  useEffect(() => {
    if (tab === 'scenario') return undefined;
    const words = {
      waits: t('simulator.steps.waits'),
      broke: t('simulator.steps.broke'),
      differs: t('simulator.steps.differs'),
    };
    let takeAway = () => {};
    const stop = followWalk(({ rows, divergent }, state) => {
      const painted = pathOverlay(
        { rows, journey, innerAt: innerNodeOf(state), divergent, stops: state.stops },
        words,
      );
      takeAway = showOverlay(keptMarks(painted, useOverlay.getState().overlay));
    });
    return () => {
      stop();
      takeAway();
    };
  }, [journey, tab]);
  useEffect(() => {
    let seen = '';
    let takeBack = () => {};
    const stop = followWalk(({ rows, shown }, state) => {
      const at = innerNodeOf(state) ?? (shown?.path.join() === journey ? shown.nodeId : undefined);
      // A node that is come to once more is to be seen again.
      const next = `${at} ${rows.length}`;
      if (at !== undefined && next !== seen) {
        takeBack();
        takeBack = afterPaint(() => store.getState().reveal([at]));
      }
      seen = next;
    });
    return () => {
      stop();
      takeBack();
    };
  }, [store, journey]);
}

/** The node of the journey that is drawn that the walk is in, as long as it is in an inner journey. */
function innerNodeOf({ now }: SimulatorState): string | undefined {
  const frames = now?.run?.end == null ? (now?.run?.execution.frames ?? []) : [];
  return frames.length > 1 ? frames[0]?.nodeId : undefined;
}

/** Does something once the next frame is painted: cards that come into view are many, and the step is to be seen before them. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
