import { AsyncLocalStorage } from 'node:async_hooks';
import { contextIdOf } from '../sessions/session-properties.ts';
import type { Session } from '../sessions/sessions.ts';
import type { AuditEvent } from './audit-log.ts';

/** Who has sent a request, for the events of what it changes. */
export interface ActingCaller {
  readonly transactionId: string;
  readonly session: Session | null;
}

/** The caller of the request that is being served, wherever in it something is changed; none where no request does it. */
export type ActingCallers = AsyncLocalStorage<ActingCaller>;

/** Makes the place that callers are looked up in. */
export function createActingCallers(): ActingCallers {
  return new AsyncLocalStorage();
}

/** What events say of who has made a change. */
export function namedCaller({
  transactionId,
  session,
}: ActingCaller): Pick<AuditEvent, 'transactionId' | 'trackingIds' | 'userId'> & { readonly runAs?: string } {
  return {
    transactionId,
    trackingIds: session === null ? [] : [contextIdOf(session)],
    ...(session === null ? {} : { userId: session.universalId, runAs: session.universalId }),
  };
}
