import type { Context } from 'hono';
import { transactionIdOf } from '../http/transaction-id.ts';
import { contextIdOf } from '../sessions/session-properties.ts';
import type { Session } from '../sessions/sessions.ts';
import type { AuditEvent, AuditLog } from './audit-log.ts';

/** A session, as far as events name it. */
interface NamedSession extends Pick<Session, 'handle' | 'realm'> {
  readonly userId: string | undefined;
}

/** AM's event of a session that a journey has issued. */
export function sessionCreated(session: NamedSession, transactionId: string): AuditEvent {
  return activity('AM-SESSION-CREATED', 'CREATE', session, transactionId);
}

/** Writes AM's two events of a user who logs out: the end of the sign-in, and that of the session. */
export function auditLogout(log: AuditLog): (c: Context, session: Session) => void {
  return (c, session) => {
    const { handle, realm, username, universalId } = session;
    const transactionId = transactionIdOf(c);
    log('authentication', {
      eventName: 'AM-LOGOUT',
      realm,
      transactionId,
      component: 'Authentication',
      trackingIds: [contextIdOf(session)],
      userId: universalId,
      principal: [username],
      result: 'SUCCESSFUL',
    });
    const named = { handle, realm, userId: universalId };
    log('activity', activity('AM-SESSION-LOGGED_OUT', 'DELETE', named, transactionId));
  };
}

function activity(
  eventName: string,
  operation: string,
  { userId, ...session }: NamedSession,
  transactionId: string,
): AuditEvent {
  const id = contextIdOf(session);
  return {
    eventName,
    realm: session.realm,
    transactionId,
    component: 'Session',
    trackingIds: [id],
    ...(userId === undefined ? {} : { userId, runAs: userId }),
    objectId: id,
    operation,
  };
}
