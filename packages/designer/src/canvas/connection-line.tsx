import { roundedPath } from '@journeyman/node-schemas';
import type { ConnectionLineComponentProps } from '@xyflow/react';
import type { FlowNode } from './flow-model.ts';

/** The line that follows the pointer while a connection is drawn; says by its look whether it may end where it is. */
export function ConnectionLine(props: ConnectionLineComponentProps<FlowNode>) {
  const { fromX, fromY, toX, toY, connectionStatus, fromHandle } = props;
  const [start, end] =
    fromHandle.type === 'source'
      ? [
          { x: fromX, y: fromY },
          { x: toX, y: toY },
        ]
      : [
          { x: toX, y: toY },
          { x: fromX, y: fromY },
        ];
  const middle = (start.x + end.x) / 2;
  const path = roundedPath([start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]);
  return (
    <g className="connection-drawn" data-status={connectionStatus ?? 'open'}>
      <path className="connection-line" d={path} fill="none" />
      <circle className="connection-end" cx={toX} cy={toY} r={5} />
    </g>
  );
}
