import type { Snapshot } from '@journeyman/simulation';

/** A length of time on a clock that shows tenths, such as `00:14.0`. */
export function clockText(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
}

/** How long somebody has waited: whole minutes, else seconds. */
export function waitWords(ms: number): string {
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`;
}

/** The milliseconds that a run may still take; 0: the next answer comes too late, or there is no run. */
export function timeLeftMs({ run, world }: Snapshot): number {
  return Math.max(0, (run?.expiresAtMs ?? 0) - world.nowMs);
}
