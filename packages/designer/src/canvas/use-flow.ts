import type { Place } from '@journeyman/node-schemas';
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { annotationsOf } from '../document/annotations.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { setCanvasView, useCanvasView } from './canvas-view.ts';
import { connectionId, portOf } from './connection-id.ts';
import { boxesOf, type FlowEdge, type FlowNode, flowEdges, flowNodes, type Size } from './flow-model.ts';

const none: ReadonlyMap<string, Place> = new Map();
const noSizes: ReadonlyMap<string, Size> = new Map();

/** What React Flow draws, from the editor's state, and what it reports back to it. */
export function useFlow() {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey);
  const layout = useEditor((state) => state.document.layout);
  const { notes, comments } = useEditor((state) => annotationsOf(state.document.exported));
  const selection = useEditor((state) => state.selection);
  const connection = useEditor((state) => state.selectedConnection);
  const [dragged, setDragged] = useState(none);
  const [resized, setResized] = useState(noSizes);
  const lastNodes = useRef<readonly FlowNode[]>([]);
  const lastEdges = useRef<readonly FlowEdge[]>([]);

  const nodes = useMemo(
    () => flowNodes({ journey, layout, notes, comments, selection, dragged, resized }, lastNodes.current),
    [journey, layout, notes, comments, selection, dragged, resized],
  );
  const edges = useMemo(
    () => flowEdges({ journey }, connection === null ? null : connectionId(connection), lastEdges.current),
    [journey, connection],
  );
  useLayoutEffect(() => {
    lastNodes.current = nodes;
    lastEdges.current = edges;
    const before = useCanvasView.getState().boxes;
    const boxes = boxesOf(nodes, before);
    if (boxes !== before) setCanvasView({ boxes });
  }, [nodes, edges]);

  const [reports] = useState(() => ({
    onNodesChange(changes: NodeChange<FlowNode>[]) {
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.some(({ dragging }) => dragging === true)) {
        setDragged(
          (before) =>
            new Map([
              ...before,
              ...moves.flatMap(({ id, position }) =>
                position === undefined ? [] : [[id, position] as const],
              ),
            ]),
        );
      }
      const size = changes.find((change) => change.type === 'dimensions' && change.resizing !== undefined);
      if (size?.type === 'dimensions') {
        const { id, dimensions, resizing } = size;
        setResized(resizing && dimensions !== undefined ? new Map([[id, dimensions]]) : noSizes);
      }
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length === 0) return;
      const { selection: before, select, selectedConnection } = store.getState();
      const next = new Set(before);
      for (const { id, selected } of picks) {
        if (selected) next.add(id);
        else next.delete(id);
      }
      const isSame =
        next.size === before.size && picks.every(({ id, selected }) => before.has(id) === selected);
      if (!isSame || (selectedConnection !== null && next.size > 0)) select(next);
    },
    onEdgesChange(changes: EdgeChange<FlowEdge>[]) {
      const picked = changes.find((change) => change.type === 'select' && change.selected);
      if (picked?.type === 'select') store.getState().selectConnection(portOf(picked.id));
    },
    endDrag: () => setDragged(none),
  }));
  return { nodes, edges, ...reports };
}
