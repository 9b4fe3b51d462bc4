import './compare.css';
import { useEffect, useMemo } from 'react';
import { Group, Panel } from 'react-resizable-panels';
import { Canvas } from '../canvas/canvas.tsx';
import { sourceOf } from '../editor/action-keys.ts';
import { EditorContext, useEditor, useEditorStore } from '../editor/editor-store.ts';
import { FindBar } from '../editor/find-bar.tsx';
import { Border, Sized } from '../editor/panel-layout.tsx';
import { useShell } from '../editor/shell-store.ts';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import { nameOfBaseline } from './baseline.ts';
import { ChangePanel } from './change-panel.tsx';
import { ChooseBaseline } from './choose-baseline.tsx';
import { CompareBar } from './compare-bar.tsx';
import { setChoosing, stopComparing, useCompare } from './compare-store.ts';
import { PasteBaseline } from './paste-baseline.tsx';
import { useBaseline } from './use-baseline.ts';
import { useComparing } from './use-comparing.ts';

/** The journey beside another state of it: both on one canvas, and the list of what is different. */
export function CompareMode({ isNarrow }: { readonly isNarrow: boolean }) {
  const against = useCompare((compare) => compare.against);
  const choosing = useCompare((compare) => compare.choosing);
  const isFinding = useShell((shell) => shell.isFinding);
  const document = useEditor((state) => state.document);
  const baseline = useBaseline(against);
  const before = nameOfBaseline(against);
  const comparing = useComparing(baseline, document);
  useWaysBack();
  useFocusBefore();
  const panel = useMemo(() => {
    if (comparing.panel !== undefined) return <ChangePanel before={before} {...comparing.panel} />;
    return baseline.status === 'failed' ? (
      <Failed before={before} message={baseline.message} />
    ) : (
      <p className="compare-loading">{t('compare.loading')}</p>
    );
  }, [comparing.panel, baseline, before]);
  return (
    <main className="compare">
      <Group orientation={isNarrow ? 'vertical' : 'horizontal'}>
        <Panel id="compared" minSize="40%">
          <section className="panel panel-canvas" aria-label={t('shell.panel.canvas')}>
            <CompareBar side={comparing.side} onSide={comparing.setSide} before={before} />
            <div className="compare-canvas">
              <EditorContext value={comparing.shown}>
                <Canvas />
                {isFinding && <FindBar />}
              </EditorContext>
            </div>
          </section>
        </Panel>
        <Border label={t('compare.resize')} />
        <Sized panel="compare" label={t('compare.label')}>
          {panel}
        </Sized>
      </Group>
      {choosing === 'baseline' && <ChooseBaseline />}
      {choosing === 'text' && <PasteBaseline />}
    </main>
  );
}

function Failed({ before, message }: { readonly before: string; readonly message: string }) {
  return (
    <div className="compare-nothing" role="alert">
      <strong>{t('compare.failed.title', { what: before })}</strong>
      <p>{message}</p>
      <button type="button" className="button" onClick={() => setChoosing('baseline')}>
        {t('compare.choose')}
      </button>
    </div>
  );
}

/** Escape goes back to drawing, wherever the focus is, unless it closes something first; so does whatever opens a panel there. */
function useWaysBack(): void {
  const edited = useEditorStore();
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !sourceOf(event).isInOverlay) stopComparing();
    };
    window.addEventListener('keydown', close);
    const stop = edited.subscribe(({ panels }, before) => {
      if (panels !== before.panels) stopComparing();
    });
    return () => {
      window.removeEventListener('keydown', close);
      stop();
    };
  }, [edited]);
}

/** Gives the focus back, afterwards, to what had it. */
function useFocusBefore(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}
