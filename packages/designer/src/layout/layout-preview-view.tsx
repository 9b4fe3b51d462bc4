import { boundsOf, failureId, roundedPath, startId, successId } from '@journeyman/node-schemas';
import { getViewportForBounds, Panel, useReactFlow, useStoreApi, ViewportPortal } from '@xyflow/react';
import { useEffect, useId, useRef, useState } from 'react';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import type { Direction } from './elk-graph.ts';
import { boxesOf } from './graph.ts';
import {
  applyLayout,
  cancelLayout,
  closePreview,
  type LayoutPreview,
  previewLayout,
  useLayoutPreview,
} from './layout-preview.ts';
import './layout-preview.css';

type Shown = Extract<LayoutPreview, { status: 'shown' }>;

/** The layout that is previewed, drawn over the canvas with a bar to apply it or not. Belongs inside the canvas's React Flow. */
export function LayoutPreviewView() {
  const preview = useLayoutPreview();
  const document = useEditor((state) => state.document);
  useEffect(() => {
    if (preview.status === 'shown' && preview.document !== document) closePreview();
  }, [preview, document]);
  useEffect(() => closePreview, []);
  switch (preview.status) {
    case 'none':
      return null;
    case 'working':
      return <WorkingBar />;
    case 'shown':
      return <ShownPreview preview={preview} />;
  }
}

function WorkingBar() {
  const store = useEditorStore();
  return (
    <Panel position="top-center" className="nopan nodrag">
      <div className="layout-preview-bar">
        <span>{t('layout.working')}</span>
        <button type="button" className="button" onClick={() => cancelLayout(store.getState())}>
          {t('common.cancel')}
        </button>
      </div>
    </Panel>
  );
}

function ShownPreview({ preview }: { readonly preview: Shown }) {
  const store = useEditorStore();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const view = useRef(flow);
  const [before] = useState(flow.getViewport);
  const { graph, arrangement } = preview;
  useEffect(() => {
    const bounds = boundsOf(boxesOf(graph.cards, arrangement.places));
    if (bounds === null) return;
    const { width, height, minZoom } = flowStore.getState();
    void view.current.setViewport(getViewportForBounds(bounds, width, height, minZoom, 1, 0.1));
  }, [graph, arrangement, flowStore]);
  const leave = () => {
    cancelLayout(store.getState());
    void flow.setViewport(before);
  };
  return (
    <>
      <Ghosts preview={preview} />
      <Bar preview={preview} onLeave={leave} />
    </>
  );
}

/** The cards and lines as they would be. */
function Ghosts({ preview: { graph, arrangement, moves } }: { readonly preview: Shown }) {
  const nodes = useEditor((state) => state.journey.nodes);
  const endNames: Readonly<Record<string, string>> = {
    [startId]: t('canvas.start'),
    [successId]: t('canvas.success'),
    [failureId]: t('canvas.failure'),
  };
  return (
    <ViewportPortal>
      <svg className="layout-preview-ghosts" aria-hidden="true">
        <rect className="layout-preview-veil" x={-100_000} y={-100_000} width={200_000} height={200_000} />
        {[...arrangement.routes].map(([id, points]) => (
          <path key={id} d={roundedPath(points)} />
        ))}
        {boxesOf(graph.cards, arrangement.places).map(({ id, x, y, width, height }) => (
          <g key={id} transform={`translate(${x} ${y})`} data-moves={moves.has(id) ? '' : undefined}>
            <rect width={width} height={height} rx={Math.min(8, height / 2)} />
            <text x={12} y={Math.min(height, 40) / 2 + 5}>
              {shortened(endNames[id] ?? nodes.get(id)?.displayName ?? '')}
            </text>
          </g>
        ))}
      </svg>
    </ViewportPortal>
  );
}

function Bar({
  preview: { moves, scope, direction },
  onLeave,
}: {
  readonly preview: Shown;
  readonly onLeave: () => void;
}) {
  const store = useEditorStore();
  const group = useId();
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    apply.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    const leaveOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onLeave();
    };
    window.addEventListener('keydown', leaveOnEscape, true);
    return () => window.removeEventListener('keydown', leaveOnEscape, true);
  }, [onLeave]);
  const turn = (to: Direction) => void previewLayout(store.getState(), scope, { to });
  return (
    <Panel position="top-center" className="nopan nodrag">
      <div className="layout-preview-bar" role="dialog" aria-label={t('layout.title')}>
        <span>{t('layout.moves', { count: moves.size })}</span>
        <fieldset className="layout-preview-directions">
          <legend className="visually-hidden">{t('layout.direction')}</legend>
          {(['right', 'down'] as const).map((way) => (
            <label key={way}>
              <input type="radio" name={group} checked={way === direction} onChange={() => turn(way)} />
              {t(way === 'right' ? 'layout.right' : 'layout.down')}
            </label>
          ))}
        </fieldset>
        <button type="button" className="button" onClick={onLeave}>
          {t('common.cancel')}
        </button>
        <button
          ref={apply}
          type="button"
          className="button button-primary"
          onClick={() => applyLayout(store.getState())}
        >
          {t('layout.apply')}
        </button>
      </div>
    </Panel>
  );
}

const shortened = (name: string) => (name.length > 28 ? `${name.slice(0, 27)}…` : name);
