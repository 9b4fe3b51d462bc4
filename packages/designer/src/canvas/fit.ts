import { type Box, boundsOf } from '@journeyman/node-schemas';
import { zoomRange } from './canvas-view.ts';

/** The part of the window that the canvas has, in its pixels. */
interface Room {
  readonly width: number;
  readonly height: number;
  /** The height at the bottom in which the controls and the overview map stand. */
  readonly foot: number;
}

/** Where the upper left corner of the journey is drawn, and how large. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What stays free around the journey. */
const margin = 12;

/** From afar the words of Start, Success and Failure keep their width, and stand out of their pills. */
const word = { width: 53, pill: 96 } as const;

/** The largest view in which all of these boxes are seen, none of them behind what stands at the bottom; null: there are none. */
export function viewOn(boxes: Iterable<Box>, room: Room, mostZoom = 1): View | null {
  const bounds = boundsOf(boxes);
  if (bounds === null || room.width === 0) return null;
  const within = (height: number): View => {
    const fitting = Math.min(
      zoomAcross(bounds.width, room.width - 2 * margin),
      (height - 2 * margin) / bounds.height,
      mostZoom,
    );
    const zoom = Math.max(fitting, zoomRange.least);
    return {
      x: (room.width - bounds.width * zoom) / 2 - bounds.x * zoom,
      y: (height - bounds.height * zoom) / 2 - bounds.y * zoom,
      zoom,
    };
  };
  const whole = within(room.height);
  const end = whole.y + (bounds.y + bounds.height) * whole.zoom;
  // A canvas that is low has no height to spare.
  const isFootInTheWay = end > room.height - room.foot && room.foot < room.height / 3;
  return isFootInTheWay ? within(room.height - room.foot) : whole;
}

/** The zoom at which a journey of some width, and the words at both of its ends, take up all of the room. */
function zoomAcross(width: number, room: number): number {
  const zoom = room / width;
  return zoom * word.pill >= word.width ? zoom : (room - 2 * word.width) / (width - 2 * word.pill);
}
