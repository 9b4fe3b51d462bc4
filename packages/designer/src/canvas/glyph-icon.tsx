import { type Icon, IconArrowRight, IconCheck, IconClock, IconRotate, IconX } from '@tabler/icons-react';
import type { Glyph } from './glyphs.ts';

const icons: Readonly<Record<Glyph, Icon>> = {
  check: IconCheck,
  cross: IconX,
  clock: IconClock,
  retry: IconRotate,
  on: IconArrowRight,
};

/** The sign before an outcome's name. */
export function GlyphIcon({ glyph }: { readonly glyph: Glyph }) {
  const Shown = icons[glyph];
  return <Shown className="outcome-glyph" size={12} stroke={2} aria-hidden="true" data-glyph={glyph} />;
}
