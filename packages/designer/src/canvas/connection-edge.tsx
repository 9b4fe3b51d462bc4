import './connection-edge.css';
import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { edgePath } from '../layout/edge-path.ts';
import { useRoute } from '../layout/use-route.ts';
import { arrowAt } from './arrow.ts';
import { useCanvasView } from './canvas-view.ts';
import { cardSizes } from './card-geometry.ts';
import { ConnectionBadge } from './connection-badge.tsx';
import type { FlowEdge } from './flow-model.ts';
import { FormerLine } from './former-line.tsx';
import { markAttributes, useConnectionMark } from './overlay.ts';

const nowhere = { x: 0, y: 0, width: 0, height: 0 } as const;

/** A connection: along its route, or while one of its ends is dragged by a quick one. */
export const ConnectionEdge = memo(function ConnectionEdgeOf(props: EdgeProps<FlowEdge>) {
  const { id, source, target, sourceX, sourceY, targetX, targetY, selected = false } = props;
  const route = useRoute(id);
  const fromBox = useCanvasView(({ boxes }) => boxes.get(source) ?? nowhere);
  const toBox = useCanvasView(({ boxes }) => boxes.get(target) ?? nowhere);
  const isTarget = useCanvasView(
    ({ dropTarget }) => dropTarget?.kind === 'connection' && dropTarget.id === id,
  );
  const mark = useConnectionMark(id);
  // React Flow measures from the outer side of the square that takes the pointer; lines go from edge to edge of the cards.
  const reach = cardSizes.port / 2;
  const from = { x: sourceX - reach, y: sourceY };
  const to = { x: targetX + reach, y: targetY };
  const { path } = edgePath(route, { from, to, fromBox, toBox });
  return (
    <g
      className="connection"
      data-emphasis={selected || isTarget ? 'on' : 'off'}
      data-connection={id}
      {...markAttributes(mark)}
    >
      <BaseEdge id={id} path={path} interactionWidth={16} className="connection-line" />
      <path className="connection-arrow" d={arrowAt(to)} />
      {typeof mark === 'object' && mark.badges !== undefined ? (
        <ConnectionBadge texts={mark.badges} from={from} />
      ) : null}
      {typeof mark === 'object' && mark.formerTarget !== undefined ? (
        <FormerLine from={from} fromBox={fromBox} target={mark.formerTarget} />
      ) : null}
    </g>
  );
});
