import type { PushNotification } from '@journeyman/authenticator';

/** How a sign-in request stands: a pending one is waiting or expired. */
export type PushStanding = 'waiting' | 'approved' | 'denied' | 'expired';

/** How a sign-in request stands at a moment, in milliseconds since the epoch. */
export function standingOf(
  { status, expiresAtMs }: Pick<PushNotification, 'status' | 'expiresAtMs'>,
  nowMs: number,
): PushStanding {
  if (status !== 'pending') return status;
  return nowMs < expiresAtMs ? 'waiting' : 'expired';
}
