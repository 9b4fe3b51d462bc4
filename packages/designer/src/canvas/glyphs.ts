/** The sign before an outcome's name, so that what it means does not hang on its name or a colour. */
export type Glyph = 'check' | 'cross' | 'clock' | 'retry' | 'on';

const glyphs: readonly (readonly [Glyph, ReadonlySet<string>])[] = [
  ['check', new Set(['true', 'success', 'allow', 'sufficient'])],
  ['cross', new Set(['false', 'failure', 'deny', 'denied', 'reject', 'error'])],
  ['clock', new Set(['time out', 'timeout', 'timed out', 'expired'])],
  ['retry', new Set(['retry'])],
];

/** The sign of an outcome by its name; the only outcome of a node that cannot branch is an arrow onward. */
export function glyphOf(name: string, isOnly: boolean): Glyph | null {
  if (isOnly && name === 'Outcome') return 'on';
  const known = name.trim().toLowerCase();
  return glyphs.find(([, names]) => names.has(known))?.[0] ?? null;
}
