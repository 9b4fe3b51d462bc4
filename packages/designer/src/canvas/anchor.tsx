import type { Place } from '@journeyman/node-schemas';
import type { RefObject } from 'react';

interface AnchorProps {
  /** In the window. */
  readonly at: Place;
  readonly anchor: RefObject<HTMLSpanElement | null>;
}

/** A point of the window for a menu or a popover to open at. */
export function Anchor({ at, anchor }: AnchorProps) {
  return (
    <span
      ref={anchor}
      className="canvas-anchor"
      style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }}
    />
  );
}
