import { type Box, boundsOf, grown, startId } from '@journeyman/node-schemas';
import { type OnMove, useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { pageOf } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { attachViewport, detailAt, readableZoom, setCanvasView, useCanvasView } from './canvas-view.ts';
import { viewOn } from './fit.ts';
import type { FlowEdge, FlowNode } from './flow-model.ts';

/** The zoom at which a journey is opened of which the whole could not be read: all of a card can be. */
const opening = { zoom: 0.62, margin: 16 } as const;

/** Moves the view: shows the journey when it is opened, brings nodes into view when asked, and keeps account of the zoom. */
export function useViewport() {
  const store = useEditorStore();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const flowStore = useStoreApi();
  const revealed = useEditor((state) => state.revealed);
  const lastSerial = useRef(revealed.serial);

  const view = useMemo(() => {
    const size = () => flowStore.getState();
    const room = () => {
      const { width, height, domNode } = size();
      const atBottom = [...(domNode?.querySelectorAll<HTMLElement>('.react-flow__panel.bottom') ?? [])];
      const heights = atBottom.map(({ offsetTop, offsetHeight }) =>
        offsetHeight === 0 ? 0 : height - offsetTop,
      );
      return { width, height, foot: Math.max(0, ...heights) };
    };
    const noteView = () => {
      const { width, height, transform } = size();
      const [x, y, zoom] = transform;
      setZoom(zoom);
      store.getState().setViewCentre({ x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom });
    };
    const view = {
      noteView,
      /** Everything if it can be read then, else Start and what comes after it. */
      open() {
        const { boxes } = useCanvasView.getState();
        const bounds = boundsOf(boxes.values());
        const whole = viewOn(boxes.values(), room());
        if (bounds === null || whole === null) return;
        void flow.setViewport(whole.zoom < readableZoom.opened ? fromStart(bounds) : whole).then(() => {
          noteView();
          // An address asks for its node before there is a canvas to show it on.
          const { ids } = store.getState().revealed;
          if (ids !== null) view.bringIntoView(ids);
        });
      },
      fitAll() {
        const whole = viewOn(useCanvasView.getState().boxes.values(), room());
        if (whole !== null) void flow.setViewport(whole).then(noteView);
      },
      /** Moves no further than is needed; what can be seen already stays where it is. */
      bringIntoView(ids: readonly string[]) {
        const { boxes } = useCanvasView.getState();
        const { exported } = store.getState().document;
        const asked = ids.flatMap((id): Box[] => {
          const box = boxes.get(id) ?? boxes.get(pageOf(exported, id) ?? '');
          return box === undefined ? [] : [box];
        });
        const bounds = boundsOf(asked);
        if (bounds === null) return;
        const { width, height, transform } = size();
        const [x, y, zoom] = transform;
        const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
        if (holds(seen, grown(bounds, 40)) && zoom >= 0.35) return;
        const next = viewOn(asked, room(), Math.max(zoom, 0.6));
        if (next !== null) void flow.setViewport(next).then(noteView);
      },
    };
    function fromStart(bounds: Box) {
      const { width, height } = size();
      const { zoom, margin } = opening;
      const start = useCanvasView.getState().boxes.get(startId) ?? bounds;
      const wide = { from: bounds.x, length: bounds.width, first: start.x };
      const high = { from: bounds.y, length: bounds.height, first: start.y + start.height / 2 };
      const x = middleOf(wide, (width - 2 * margin) / zoom);
      const y = middleOf(high, (height - 2 * margin) / zoom);
      return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
    }
    return view;
  }, [store, flow, flowStore]);

  useEffect(() => {
    attachViewport({ zoomTo: flow.zoomTo, fitAll: view.fitAll });
    return () => attachViewport(null);
  }, [flow, view]);

  useEffect(() => {
    if (revealed.serial === lastSerial.current) return;
    lastSerial.current = revealed.serial;
    if (revealed.ids === null) view.fitAll();
    else view.bringIntoView(revealed.ids);
  }, [revealed, view]);

  const onMove: OnMove = useMemo(
    () =>
      (_, { zoom }) =>
        setZoom(zoom),
    [],
  );
  return { ...view, onMove };
}

/** What a journey takes up one way, and where it begins there. */
interface Extent {
  readonly from: number;
  readonly length: number;
  readonly first: number;
}

/** The middle of a view of some length: of all if it has the room, else of what is at the first node, with nothing empty beside it. */
function middleOf({ from, length, first }: Extent, room: number): number {
  if (length <= room) return from + length / 2;
  return Math.min(Math.max(first, from + room / 2), from + length - room / 2);
}

function setZoom(zoom: number): void {
  if (useCanvasView.getState().zoom !== zoom) setCanvasView({ zoom, detail: detailAt(zoom) });
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
