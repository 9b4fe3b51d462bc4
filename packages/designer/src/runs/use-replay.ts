import { startId } from '@journeyman/node-schemas';
import { useEffect, useMemo, useState } from 'react';
import { showOverlay } from '../canvas/overlay.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { changedSettings } from './changed-settings.ts';
import { type Divergence, divergences } from './divergence.ts';
import type { Run } from './load-run.ts';
import { replayOverlay } from './replay-overlay.ts';
import { stepsIn } from './run-steps.ts';
import { standingWords } from './run-words.ts';
import { useReplaying } from './runs-store.ts';

/** Whether the canvas shows the journey as it is now or as it was then. */
export type Side = 'now' | 'past';

const none: ReadonlyMap<number, Divergence> = new Map();

/** Replays a run over the journey that is edited, called `name`: paints its way and walks along it by key. */
export function useReplay(run: Run, name: string) {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey);
  const document = useEditor((state) => state.document);
  const [wanted, setSide] = useState<Side>('now');
  /** The number of the step that is looked at; 0: the run as a whole. */
  const [at, setAt] = useState(0);
  const past = run.past.get(name);
  const side = past === undefined ? 'now' : wanted;
  const { status } = run.trace;
  const steps = useMemo(() => stepsIn(run.steps, name), [run, name]);
  const changed = useMemo(
    () => (past === undefined ? undefined : changedSettings(past, document, journey)),
    [past, document, journey],
  );
  const differing = useMemo(
    () => divergences({ steps, status, journey, ...(changed && { changed }) }),
    [steps, status, journey, changed],
  );
  const overlay = useMemo(() => {
    const words = {
      waits: t('runs.standing.waits'),
      broke: t('runs.standing.broke'),
      differs: t('runs.differs.badge'),
      changed: t('runs.differs.changedBadge'),
      now: t('runs.differs.nowBadge'),
    };
    return replayOverlay({ steps, status, divergences: side === 'now' ? differing : none, at }, words);
  }, [steps, status, side, differing, at]);
  useEffect(() => (side === 'now' ? showOverlay(overlay) : undefined), [side, overlay]);

  useEffect(() => {
    store.getState().reveal([startId, ...steps.map(({ nodeId }) => nodeId)]);
  }, [store, steps]);

  const acts = useMemo(() => {
    const show = (number: number) => {
      const step = run.steps[number - 1];
      if (step === undefined) return;
      setAt(number);
      if (steps.includes(step)) store.getState().reveal([step.nodeId]);
    };
    return {
      show,
      step(by: 1 | -1) {
        const number = Math.min(Math.max(at + by, 1), run.steps.length);
        const step = run.steps[number - 1];
        if (step === undefined) return;
        show(number);
        const outcome = standingWords(step, run.past.get(step.path.at(-1) ?? '')?.journey);
        const values = { number, count: run.steps.length, name: step.name, outcome };
        store.getState().announce({ key: 'runs.spoken', values });
      },
      turn() {
        // What is selected in the journey that is edited is not seen while another state of it is.
        store.getState().select([]);
        setSide(side === 'now' ? 'past' : 'now');
      },
    };
  }, [store, run, steps, side, at]);
  useEffect(() => {
    useReplaying.setState({ acts });
    return () => useReplaying.setState({ acts: null });
  }, [acts]);

  return { steps, past, side, at, overlay, differing, acts };
}
