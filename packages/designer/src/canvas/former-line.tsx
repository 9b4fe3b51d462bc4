import { type Box, orthogonalRoute, type Place, roundedPath } from '@journeyman/node-schemas';
import { useMemo } from 'react';
import { isEndId } from '../document/lookup.ts';
import { arrowAt } from './arrow.ts';
import { useCanvasView } from './canvas-view.ts';
import { cardSizes } from './card-geometry.ts';
import { markAttributes } from './overlay.ts';

/** Where a connection begins, and what it led to. */
interface FormerLineProps {
  readonly from: Place;
  readonly fromBox: Box;
  /** The id of a node, or of an end. */
  readonly target: string;
}

/** The line of a connection to where it led before; nothing if that is not on the canvas. */
export function FormerLine({ from: { x, y }, fromBox, target }: FormerLineProps) {
  const boxes = useCanvasView((view) => view.boxes);
  const toBox = boxes.get(target);
  const to = useMemo(() => toBox && inputOf(toBox, target), [toBox, target]);
  const path = useMemo(() => {
    if (toBox === undefined || to === undefined) return undefined;
    const obstacles = [...boxes.values()].filter((box) => box !== fromBox && box !== toBox);
    return roundedPath(orthogonalRoute({ from: { x, y }, to, fromBox, toBox, obstacles, lane: 4 }));
  }, [x, y, to, fromBox, toBox, boxes]);
  if (path === undefined || to === undefined) return null;
  return (
    <g className="connection" {...markAttributes({ tone: 'removed' })}>
      <path className="connection-line" d={path} />
      <path className="connection-arrow" d={arrowAt(to)} />
    </g>
  );
}

function inputOf({ x, y }: Box, id: string): Place {
  const { header, pillHeight } = cardSizes;
  return { x, y: y + (isEndId(id) ? pillHeight : header) / 2 };
}
