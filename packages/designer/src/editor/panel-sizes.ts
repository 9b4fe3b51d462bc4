/** The panels whose sizes are remembered: the widths of those at the sides, the height of the drawer, in pixels. */
export type SizedPanel = 'left' | 'inspector' | 'drawer' | 'compare' | 'simulator';

/** The bounds of a panel's size, in pixels. */
export interface SizeRange {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** The canvas keeps half of the window whatever the panels are. */
export const panelRanges: Readonly<Record<SizedPanel, SizeRange>> = {
  left: { least: 200, usual: 264, most: 400 },
  inspector: { least: 320, usual: 340, most: 520 },
  simulator: { least: 440, usual: 480, most: 720 },
  drawer: { least: 120, usual: 240, most: 560 },
  compare: { least: 320, usual: 384, most: 560 },
};

const storageKey = 'journeyman.panels';

/** The size that a panel had last, or the usual one. */
export function rememberedSize(panel: SizedPanel): number {
  const { least, usual, most } = panelRanges[panel];
  const size = remembered()[panel];
  return typeof size === 'number' && Number.isFinite(size) ? Math.min(most, Math.max(least, size)) : usual;
}

/** Remembers the size of a panel in this browser. */
export function rememberSize(panel: SizedPanel, size: number): void {
  // A panel that is being opened or closed passes through sizes that nobody has chosen.
  if (size < panelRanges[panel].least) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...remembered(), [panel]: Math.round(size) }));
  } catch {
    // A browser that forbids storage opens the panels at their usual sizes.
  }
}

function remembered(): Partial<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
