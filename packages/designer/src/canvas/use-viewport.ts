import { type Box, boundsOf, grown, startId } from '@journeyman/node-schemas';
import { type OnMove, useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { pageOf } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import {
  attachViewport,
  blockZoom,
  detailAt,
  setCanvasView,
  useCanvasView,
  zoomRange,
} from './canvas-view.ts';
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
        const { width, height } = size();
        if (bounds === null || width === 0) return;
        const room = { width: width - 2 * opening.margin, height: height - 2 * opening.margin };
        const whole = Math.min(room.width / bounds.width, room.height / bounds.height, 1);
        const zoom = whole < blockZoom.opened ? opening.zoom : whole;
        const start = boxes.get(startId) ?? bounds;
        const wide = { from: bounds.x, length: bounds.width, first: start.x };
        const high = { from: bounds.y, length: bounds.height, first: start.y + start.height / 2 };
        const x = middleOf(wide, room.width / zoom);
        const y = middleOf(high, room.height / zoom);
        void flow.setCenter(x, y, { zoom }).then(() => {
          noteView();
          // An address asks for its node before there is a canvas to show it on.
          const { ids } = store.getState().revealed;
          if (ids !== null) view.bringIntoView(ids);
        });
      },
      /** Moves no further than is needed; what can be seen already stays where it is. */
      bringIntoView(ids: readonly string[]) {
        const { boxes } = useCanvasView.getState();
        const { exported } = store.getState().document;
        const bounds = boundsOf(
          ids.flatMap((id): Box[] => {
            const box = boxes.get(id) ?? boxes.get(pageOf(exported, id) ?? '');
            return box === undefined ? [] : [box];
          }),
        );
        if (bounds === null) return;
        const { width, height, transform } = size();
        const [x, y, zoom] = transform;
        const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
        const wanted = grown(bounds, 40);
        if (holds(seen, wanted) && zoom >= 0.35) return;
        const least = Math.max(zoom, 0.6);
        const fitting = Math.min(width / wanted.width, height / wanted.height, least);
        const next = Math.max(zoomRange.least, fitting);
        void flow
          .setCenter(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, { zoom: next })
          .then(noteView);
      },
    };
    return view;
  }, [store, flow, flowStore]);

  useEffect(() => {
    attachViewport(flow);
    return () => attachViewport(null);
  }, [flow]);

  useEffect(() => {
    if (revealed.serial === lastSerial.current) return;
    lastSerial.current = revealed.serial;
    if (revealed.ids === null) void flow.fitView({ padding: 0.08, maxZoom: 1 });
    else view.bringIntoView(revealed.ids);
  }, [revealed, flow, view]);

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
