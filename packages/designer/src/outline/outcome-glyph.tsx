import { IconArrowRight, IconCheck, IconClock, IconPoint, IconRefresh, IconX } from '@tabler/icons-react';
import type { Glyph } from '../canvas/glyphs.ts';

/** The sign before an outcome's name. */
export function OutcomeGlyph({ glyph }: { readonly glyph: Glyph | null }) {
  const GlyphIcon = iconOf(glyph);
  return <GlyphIcon size={14} className="outline-static-icon" aria-hidden />;
}

function iconOf(glyph: Glyph | null) {
  switch (glyph) {
    case 'check':
      return IconCheck;
    case 'cross':
      return IconX;
    case 'clock':
      return IconClock;
    case 'retry':
      return IconRefresh;
    case 'on':
      return IconArrowRight;
    case null:
      return IconPoint;
  }
}
