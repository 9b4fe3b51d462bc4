import '@xyflow/react/dist/base.css';
import './canvas.css';
import './overlay.css';
import { failureId, type Place, startId, successId } from '@journeyman/node-schemas';
import {
  Background,
  BackgroundVariant,
  type Connection,
  MiniMap,
  type OnConnectEnd,
  type OnReconnect,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { connect, reconnect } from '../document/commands/connect.ts';
import { isStaticId, notePrefix } from '../document/lookup.ts';
import { openInspector } from '../editor/actions/node-actions.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { useRoutesOf } from '../layout/use-route.ts';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { type CanvasActs, CanvasActsContext } from './canvas-acts.ts';
import { CanvasOverlays } from './canvas-overlays.tsx';
import { readableZoom, resetCanvasView, setCanvasView, useCanvasView, zoomRange } from './canvas-view.ts';
import { cardContentOf } from './card-content.ts';
import { cardSizes, snapped } from './card-geometry.ts';
import { ConnectionEdge } from './connection-edge.tsx';
import { portOf } from './connection-id.ts';
import { ConnectionLine } from './connection-line.tsx';
import { domIdOf } from './dom-id.ts';
import { EndPill } from './end-pill.tsx';
import type { FlowEdge, FlowNode } from './flow-model.ts';
import { NodeCard } from './node-card.tsx';
import { categoryOf } from './node-icons.ts';
import { NoteCard } from './note-card.tsx';
import { useDragAndDrop } from './use-drag-and-drop.ts';
import { useFlow } from './use-flow.ts';
import { useKeys } from './use-keys.ts';
import { useViewport } from './use-viewport.ts';
import { ZoomControls } from './zoom-controls.tsx';

interface CanvasProps {
  /** Opens an inner journey; without it, inner journeys are no links. */
  readonly onOpenJourney?: (name: string) => void;
  /** What an empty journey shows in the middle. */
  readonly emptyContent?: ReactNode;
}

const LayoutPreviewView = later(
  async () => (await import('../layout/layout-preview-view.tsx')).LayoutPreviewView,
);

// React Flow draws everything anew when these are other objects than before.
const nodeTypes = { card: NodeCard, end: EndPill, note: NoteCard };
const edgeTypes = { connection: ConnectionEdge };
const mapSize = { width: 168, height: 104 };
const snapGrid: [number, number] = [cardSizes.snap, cardSizes.snap];

/** The journey as a picture that is edited in place. Fills what it is put into; reads and writes the editor's store alone. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ onOpenJourney, emptyContent }: CanvasProps) {
  const store = useEditorStore();
  const root = useRef<HTMLDivElement>(null);
  const journey = useEditor((state) => state.journey);
  const layout = useEditor((state) => state.document.layout);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const isMapShown = useCanvasView((view) => view.isMapShown);
  const current = useCanvasView((view) => view.current);
  const detail = useCanvasView((view) => view.detail);
  const isFar = useCanvasView(({ zoom }) => zoom < readableZoom.titled);
  const isOverTarget = useCanvasView(({ dropTarget }) => dropTarget !== null);
  const { screenToFlowPosition } = useReactFlow<FlowNode, FlowEdge>();
  const { nodes, edges, onNodesChange, onEdgesChange, endDrag } = useFlow();
  const viewport = useViewport();
  const dragAndDrop = useDragAndDrop(endDrag);
  useRoutesOf(journey, layout);
  useCurrent();
  // Before another canvas that takes its place says where its cards are.
  useLayoutEffect(() => resetCanvasView, []);
  useEffect(
    () =>
      // Near by nothing depends on it, and a change of it costs a look at every element.
      useCanvasView.subscribe(({ zoom, detail }) => {
        if (detail !== 'full') root.current?.style.setProperty('--zoom', zoom.toFixed(2));
      }),
    [],
  );

  const acts = useMemo((): CanvasActs => {
    const add = (purpose: Parameters<typeof openQuickAdd>[0], event: MouseEvent) => {
      event.stopPropagation();
      openQuickAdd(purpose, pointOf(event));
    };
    return {
      openJourney: (name) => onOpenJourney?.(name),
      addAfter: (from, event) => add({ kind: 'after', from }, event),
      addToPage: (pageId, event) => add({ kind: 'page', pageId }, event),
    };
  }, [onOpenJourney]);

  const openJourneyOf = useCallback(
    (id: string) => {
      const node = store.getState().journey.nodes.get(id);
      const inner = node === undefined ? undefined : cardContentOf(node).innerJourney;
      if (inner === undefined || onOpenJourney === undefined) return false;
      onOpenJourney(inner);
      return true;
    },
    [store, onOpenJourney],
  );
  const onKeyDown = useKeys(openJourneyOf);

  const handlers = useMemo(() => {
    const { getState } = store;
    const connected = ({ source, sourceHandle, target }: Connection) =>
      connect(getState().document, { nodeId: source, outcome: sourceHandle ?? '' }, target);
    const onConnectEnd: OnConnectEnd = (event, { fromHandle, toNode, isValid }) => {
      if (isValid === true || fromHandle === null || fromHandle.type !== 'source') return;
      const at = pointOf(event);
      const from = { nodeId: fromHandle.nodeId, outcome: fromHandle.id ?? '' };
      const target = toNode?.id ?? cardAt(at);
      if (target !== undefined) {
        getState().run(connect(getState().document, from, target));
        return;
      }
      const { x, y } = screenToFlowPosition(at);
      openQuickAdd({ kind: 'after', from }, at, snapped({ x, y: y - cardSizes.header / 2 }));
    };
    const onReconnect: OnReconnect<FlowEdge> = ({ id }, { source, sourceHandle, target }) => {
      const next = { nodeId: source, outcome: sourceHandle ?? '' };
      getState().run(reconnect(getState().document, portOf(id), next, target));
    };
    return {
      onConnect: (connection: Connection) => {
        getState().run(connected(connection));
      },
      onConnectEnd,
      onReconnect,
      isValidConnection: ({ source, target }: Connection | FlowEdge) =>
        target !== startId && source !== successId && source !== failureId,
      onNodeClick: (_: unknown, { id }: FlowNode) => setCanvasView({ current: id }),
      onNodeDoubleClick: (_: unknown, { id }: FlowNode) => {
        if (id.startsWith(notePrefix)) {
          if (!getState().isReadOnly) setCanvasView({ editedNote: id.slice(notePrefix.length) });
        } else if (!openJourneyOf(id)) openInspector(getState());
      },
      onNodeContextMenu: (event: MouseEvent, { id }: FlowNode) => {
        event.preventDefault();
        if (!getState().selection.has(id)) getState().select([id]);
        setCanvasView({ current: id, menu: { at: pointOf(event), about: { kind: 'node', id } } });
      },
      onEdgeContextMenu: (event: MouseEvent, { id }: FlowEdge) => {
        event.preventDefault();
        getState().selectConnection(portOf(id));
        setCanvasView({ menu: { at: pointOf(event), about: { kind: 'connection', from: portOf(id) } } });
      },
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => {
        event.preventDefault();
        const at = pointOf(event);
        const place = snapped(screenToFlowPosition(at));
        setCanvasView({ menu: { at, about: { kind: 'canvas', place } } });
      },
      onPaneClick: () => {
        const { selection, selectedConnection, select } = getState();
        if (selection.size > 0 || selectedConnection !== null) select([]);
      },
    };
  }, [store, screenToFlowPosition, openJourneyOf]);

  const focusCanvas = useCallback(() => root.current?.focus({ preventScroll: true }), []);
  const isEmpty = journey.nodes.size === 0;
  return (
    <CanvasActsContext value={acts}>
      <ReactFlow<FlowNode, FlowEdge>
        ref={root}
        className="canvas"
        data-graph
        data-detail={detail}
        data-far={isFar}
        data-over-target={isOverTarget}
        tabIndex={0}
        aria-label={t('canvas.label')}
        aria-describedby="canvas-hint"
        {...(current === null ? {} : { 'aria-activedescendant': domIdOf(current) })}
        onKeyDown={onKeyDown}
        onPointerDownCapture={(event) => {
          if (!isField(event.target)) focusCanvas();
        }}
        nodes={nodes as FlowNode[]}
        edges={edges as FlowEdge[]}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        connectionLineComponent={ConnectionLine}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onInit={viewport.open}
        onMove={viewport.onMove}
        onMoveEnd={viewport.noteView}
        {...dragAndDrop}
        {...handlers}
        onlyRenderVisibleElements
        disableKeyboardA11y
        nodesFocusable={false}
        edgesFocusable={false}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        edgesReconnectable={!isReadOnly}
        connectOnClick={false}
        connectionRadius={32}
        reconnectRadius={12}
        nodeDragThreshold={3}
        connectionDragThreshold={4}
        snapToGrid
        snapGrid={snapGrid}
        minZoom={zoomRange.least}
        maxZoom={zoomRange.most}
        panOnScroll
        attributionPosition="bottom-center"
        panActivationKeyCode={null}
        deleteKeyCode={null}
        multiSelectionKeyCode={multiSelectionKeys}
        zoomOnDoubleClick={false}
        zIndexMode="manual"
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={1} />
        <Panel position="bottom-left">
          <ZoomControls />
        </Panel>
        {isMapShown ? (
          <MiniMap<FlowNode>
            position="bottom-right"
            pannable
            zoomable
            ariaLabel={t('canvas.zoom.map')}
            nodeClassName={mapClassOf}
            nodeBorderRadius={16}
            style={mapSize}
          />
        ) : null}
        {isEmpty ? (
          <Panel position="top-center" className="canvas-empty">
            {emptyContent ?? (
              <>
                <p className="canvas-empty-title">{t('canvas.empty.title')}</p>
                <p>{t('canvas.empty.text')}</p>
              </>
            )}
          </Panel>
        ) : null}
        <LayoutPreviewView />
        <span id="canvas-hint" hidden>
          {t('canvas.hint')}
        </span>
      </ReactFlow>
      <CanvasOverlays onClosed={focusCanvas} onOpenJourney={onOpenJourney} />
    </CanvasActsContext>
  );
}

const multiSelectionKeys = ['Meta', 'Control'];

/** The keyboard is where the selection is, wherever that was made. */
function useCurrent(): void {
  const selection = useEditor((state) => state.selection);
  useEffect(() => {
    const { current } = useCanvasView.getState();
    if (selection.size === 0 || (current !== null && selection.has(current))) return;
    setCanvasView({ current: [...selection].at(-1) ?? null });
  }, [selection]);
}

function openQuickAdd(
  purpose: NonNullable<ReturnType<typeof useCanvasView.getState>['quickAdd']>['purpose'],
  at: Place,
  place?: Place,
): void {
  setCanvasView({ quickAdd: { purpose, at, ...(place === undefined ? {} : { place }) } });
}

function mapClassOf({ id, type, data }: FlowNode): string {
  if (type === 'note') return 'map-note';
  if (isStaticId(id) || !('node' in data)) return 'map-end';
  return `map-${categoryOf(data.node.type)}`;
}

/** The card under a point of the window: a connection may end anywhere on it. */
function cardAt({ x, y }: Place): string | undefined {
  const card = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('.react-flow__node'))
    .find((element) => element !== null);
  const id = card?.dataset.id;
  return id?.startsWith(notePrefix) ? undefined : id;
}

function pointOf(event: MouseEvent | globalThis.MouseEvent | TouchEvent): Place {
  const from = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: from?.clientX ?? 0, y: from?.clientY ?? 0 };
}

const isField = (target: EventTarget) =>
  target instanceof Element && target.closest('textarea, input, button, a') !== null;
