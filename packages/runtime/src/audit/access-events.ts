import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { JsonObject } from '@journeyman/node-schemas';
import type { Context, MiddlewareHandler } from 'hono';
import { tokenOf } from '../http/caller.ts';
import type { ClientIp } from '../http/client-ip.ts';
import { decoded } from '../http/realm-path.ts';
import { transactionIdOf } from '../http/transaction-id.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { type ActingCaller, type ActingCallers, namedCaller } from './acting-caller.ts';
import type { AuditEvent, AuditLog } from './audit-log.ts';
import { configChange } from './config-events.ts';
import { loggedHeaders, loggedParameters, loggedPath } from './request-fields.ts';

/** What access events are made from. */
export interface AccessAuditSetting {
  readonly log: AuditLog;
  readonly sessions: Sessions;
  readonly clientIp: ClientIp;
  /** The address that clients use, without the context path. */
  readonly publicUrl: string;
  /** Where whatever is changed by a request finds who has sent it. */
  readonly callers: ActingCallers;
}

/** Writes AM's two events of each request, that it was tried and what came of it, and between them that of a configuration changed. */
export function auditAccess({
  log,
  sessions,
  clientIp,
  publicUrl,
  callers,
}: AccessAuditSetting): MiddlewareHandler {
  function attemptOf(c: Context, caller: ActingCaller): AuditEvent {
    const { method } = c.req;
    const { pathname } = new URL(c.req.url);
    const action = c.req.query('_action');
    const { transactionId, trackingIds, userId } = namedCaller(caller);
    return {
      eventName: 'AM-ACCESS-ATTEMPT',
      realm: realmOf(c),
      component: componentOf(c),
      transactionId,
      trackingIds,
      ...(userId === undefined ? {} : { userId }),
      ...endsOf(c, clientIp),
      request: {
        protocol: 'CREST',
        operation: operationOf(c),
        ...(action === undefined ? {} : { detail: { action } }),
      },
      http: {
        request: {
          secure: publicUrl.startsWith('https:'),
          method,
          path: `${publicUrl}${loggedPath(pathname)}`,
          queryParameters: loggedParameters(c.req.queries()),
          headers: loggedHeaders(c.req.raw.headers),
          cookies: {},
        },
      },
    };
  }

  return async (c, next) => {
    const startedMs = performance.now();
    const token = tokenOf(c, sessions.cookieName);
    const session = token === undefined ? null : await sessions.find(token, 'keep');
    const caller = { transactionId: transactionIdOf(c), session };
    const attempt = attemptOf(c, caller);
    log('access', attempt);
    await callers.run(caller, next);
    const change = configChange(c, attempt.realm, caller);
    if (change !== undefined) log('config', change);
    const elapsedTime = Math.round(performance.now() - startedMs);
    log('access', { ...attempt, eventName: 'AM-ACCESS-OUTCOME', response: responseOf(c, elapsedTime) });
  };
}

function responseOf(c: Context, elapsedTime: number): JsonObject {
  const { status } = c.res;
  const hasSucceeded = status < 400;
  return {
    status: hasSucceeded ? 'SUCCESSFUL' : 'FAILED',
    statusCode: String(status),
    ...(hasSucceeded ? {} : { detail: { reason: STATUS_CODES[status] ?? '' } }),
    elapsedTime,
    elapsedTimeUnits: 'MILLISECONDS',
  };
}

function endsOf(c: Context, clientIp: ClientIp): JsonObject {
  const socket = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket;
  const client = { ip: clientIp(socket?.remoteAddress, c.req.header('x-forwarded-for')) };
  if (socket?.localAddress === undefined) return { client };
  return {
    server: { ip: socket.localAddress, port: socket.localPort ?? 0 },
    client: { ...client, port: socket.remotePort ?? 0 },
  };
}

/** What CREST calls the request. */
function operationOf(c: Context): string {
  switch (c.req.method) {
    case 'POST':
      return (c.req.query('_action') ?? 'create') === 'create' ? 'CREATE' : 'ACTION';
    case 'PUT':
      return c.req.header('if-none-match') === '*' ? 'CREATE' : 'UPDATE';
    case 'PATCH':
      return 'PATCH';
    case 'DELETE':
      return 'DELETE';
    default:
      return c.req.query('_queryFilter') === undefined && c.req.query('_queryId') === undefined
        ? 'READ'
        : 'QUERY';
  }
}

/** AM's names for the parts of its REST, by what follows the realm. */
const components: Readonly<Record<string, string>> = {
  authenticate: 'Authentication',
  sessions: 'Session',
  users: 'Users',
  push: 'Push',
  serverinfo: 'Server Info',
  'realm-config': 'Config',
  'global-config': 'Config',
  scripts: 'Script',
};

/** `/json/%2Falpha/users/demo`, as requests are routed. */
function segmentsOf(c: Context): readonly string[] {
  return c.req.path.split('/').slice(2);
}

function componentOf(c: Context): string {
  const [, resource = ''] = segmentsOf(c);
  return components[resource] ?? resource;
}

function realmOf(c: Context): string {
  return decoded(segmentsOf(c)[0] ?? '/');
}
