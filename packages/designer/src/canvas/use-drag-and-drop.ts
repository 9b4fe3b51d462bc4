import type { Place } from '@journeyman/node-schemas';
import { type OnNodeDrag, useReactFlow } from '@xyflow/react';
import { type DragEvent, useMemo } from 'react';
import { moveNodes } from '../document/commands/move-nodes.ts';
import { portsInto } from '../document/connections.ts';
import { isRefusal } from '../document/refuse.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { type DropTarget, setCanvasView, useCanvasView } from './canvas-view.ts';
import { cardSizes, snapped } from './card-geometry.ts';
import { nodeTypeDragType, pageChildDragType } from './drag-data.ts';
import { dropTargetAt, isSameTarget } from './drop-target.ts';
import { dropCard, dropChild, dropNodeType } from './drops.ts';
import type { FlowEdge, FlowNode } from './flow-model.ts';

/** Where on a card that is dragged in from elsewhere the pointer is. */
const grip = { x: cardSizes.width / 2, y: cardSizes.header / 2 } as const;

/** What happens when cards, node types from the palette, and nodes of pages are dragged and dropped. */
export function useDragAndDrop(endDrag: () => void) {
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow<FlowNode, FlowEdge>();
  return useMemo(() => {
    const aim = (at: Place, dragged?: string) => {
      const found = dropTargetAt(at, dragged);
      const dropTarget = dragged === undefined || found === null || takesUp(found, dragged) ? found : null;
      if (!isSameTarget(dropTarget, useCanvasView.getState().dropTarget)) setCanvasView({ dropTarget });
      return dropTarget;
    };

    const onNodeDrag: OnNodeDrag<FlowNode> = (event, node, nodes) => {
      if (nodes.length === 1 && node.type === 'card') aim(pointOf(event), node.id);
    };

    const endOf = (nodes: readonly FlowNode[]) => {
      const { document, journey, run } = store.getState();
      const { dropTarget } = useCanvasView.getState();
      setCanvasView({ dropTarget: null });
      const [only] = nodes;
      const places = Object.fromEntries(nodes.map(({ id, position }) => [id, snapped(position)]));
      const taken =
        only === undefined || nodes.length > 1 || !journey.nodes.has(only.id)
          ? null
          : dropCard(document, dropTarget, only.id);
      const move = moveNodes(document, places);
      if (taken === null) run(move);
      else if (dropTarget?.kind === 'page' || isRefusal(taken)) run(taken);
      else {
        run({
          ...taken,
          apply(draft) {
            taken.apply(draft);
            move.apply(draft);
          },
        });
      }
      endDrag();
    };

    return {
      onNodeDrag,
      onNodeDragStop: ((_, node, nodes) =>
        endOf(nodes.length === 0 ? [node] : nodes)) as OnNodeDrag<FlowNode>,
      onSelectionDragStop: (_: unknown, nodes: FlowNode[]) => endOf(nodes),
      onDragOver(event: DragEvent) {
        const kinds = event.dataTransfer.types;
        const isChild = kinds.includes(pageChildDragType);
        if (store.getState().isReadOnly || !(isChild || kinds.includes(nodeTypeDragType))) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = isChild ? 'move' : 'copy';
        aim({ x: event.clientX, y: event.clientY });
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null))
          setCanvasView({ dropTarget: null });
      },
      onDrop(event: DragEvent) {
        const type = event.dataTransfer.getData(nodeTypeDragType);
        const childId = event.dataTransfer.getData(pageChildDragType);
        if (type === '' && childId === '') return;
        event.preventDefault();
        const target = aim({ x: event.clientX, y: event.clientY });
        setCanvasView({ dropTarget: null });
        const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const drop = { target, place: snapped({ x: at.x - grip.x, y: at.y - grip.y }) };
        const { document, run } = store.getState();
        run(
          childId === ''
            ? dropNodeType(document, drop, { id: crypto.randomUUID(), type })
            : dropChild(document, drop, childId),
        );
      },
    };

    /** Only a card that nothing leads to is put between two others: else moving one across a line would rewire it. */
    function takesUp({ kind }: DropTarget, nodeId: string): boolean {
      return kind === 'page' || portsInto(store.getState().document, new Set([nodeId])).length === 0;
    }
  }, [store, screenToFlowPosition, endDrag]);
}

function pointOf(event: MouseEvent | TouchEvent | { clientX: number; clientY: number }): Place {
  const from = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: from?.clientX ?? 0, y: from?.clientY ?? 0 };
}
