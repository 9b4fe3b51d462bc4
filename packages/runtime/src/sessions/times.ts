import type { Session } from './sessions.ts';

/** The last moment that a date can name, in milliseconds; AM's "never" lies beyond it. */
const lastMomentMs = 8.64e15;

/** When a session ends for want of use, in milliseconds since the epoch. */
export function idleEndMs({ lastAccessMs, maxIdleMinutes }: Session): number {
  return Math.min(lastAccessMs + maxIdleMinutes * 60_000, lastMomentMs);
}

/** When a session ends even if it is in use, in milliseconds since the epoch. */
export function longestEndMs({ createdAtMs, maxSessionMinutes }: Session): number {
  return Math.min(createdAtMs + maxSessionMinutes * 60_000, lastMomentMs);
}

/** When a session ends unless it is used before, in milliseconds since the epoch. */
export function sessionEndMs(session: Session): number {
  return Math.min(idleEndMs(session), longestEndMs(session));
}
