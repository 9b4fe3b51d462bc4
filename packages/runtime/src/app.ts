import { JourneyError } from '@journeyman/engine';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import type { Logger } from 'pino';
import { AmError } from './http/am-error.ts';
import { cors } from './http/cors.ts';
import { routingPath } from './http/realm-path.ts';
import { reply } from './http/reply.ts';

/** What the application is made of: where it is mounted, and what serves each part of it. */
export interface AppSetting {
  /** Such as `/am`. */
  readonly contextPath: string;
  readonly cookieName: string;
  /** Origins that may call with credentials. */
  readonly corsOrigins: readonly string[];
  readonly log: Logger;
  /** Sees each request of AM's REST before and after it is served. */
  readonly audit?: MiddlewareHandler;
  /** AM's resources of a realm, by what follows the realm in their paths, such as `users`. */
  readonly resources: Readonly<Record<string, Hono>>;
  /** The OpenID addresses, below the context path. */
  readonly openid: Hono;
  /** What has an address of its own, such as the pages. */
  readonly others: readonly Hono[];
}

/** The whole HTTP interface. Every error is answered in AM's form; what it is in detail goes to the log alone. */
export function createApp(setting: AppSetting): Hono {
  const { contextPath, log } = setting;
  // One look-up for all routes. It refuses addresses of which one pattern could be another's, for which Hono's own choice falls
  // back on a router that costs each request a twentieth of its time.
  const app = new Hono({ getPath: routingPath(contextPath), router: new RegExpRouter() });
  const guard = cors(setting.corsOrigins, setting.cookieName);
  app.use('/json/*', guard);
  if (setting.audit !== undefined) app.use('/json/*', setting.audit);
  app.use(`${contextPath}/oauth2/*`, guard);
  for (const [path, resource] of Object.entries(setting.resources))
    app.route(`/json/:realm/${path}`, resource);
  app.route(`${contextPath}/oauth2`, setting.openid);
  for (const other of setting.others) app.route('/', other);
  const methodsAt = methodsOf(app);
  app.notFound((c) => {
    const allowed = methodsAt(c.req.path);
    if (allowed.length === 0 || allowed.includes(c.req.method)) {
      const { pathname } = new URL(c.req.url);
      return answer(new AmError('not-found', `Resource '${pathname}' not found`));
    }
    const allow = allowed.join(', ');
    const error = new AmError('method-not-allowed', `${c.req.method} is not supported; allowed: ${allow}`);
    return answer(error, { allow });
  });
  app.onError((error, c) => answer(toAmError(error, c, log)));
  return app;
}

function answer(error: AmError, headers?: Readonly<Record<string, string>>): Response {
  return reply(error.toBody(), error.status, headers);
}

/** Which methods an address is served by, once all routes are there; what sees every method, as the guards do, serves none. */
function methodsOf(app: Hono): (path: string) => readonly string[] {
  const methods = [...new Set(app.routes.map(({ method }) => method))]
    .filter((method) => method !== 'ALL')
    .toSorted();
  const isServed = (method: string, path: string) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
  return (path) =>
    methods
      .filter((method) => isServed(method, path))
      .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

/** A journey that cannot go on is for its designer to mend, anything unforeseen for us; clients learn of neither. */
function toAmError(error: Error, c: Context, log: Logger): AmError {
  if (error instanceof AmError) return error;
  const { method, path } = c.req;
  if (error instanceof JourneyError) {
    log.error({ code: error.code, path, err: error.cause }, error.message);
    return new AmError('internal', 'Authentication Error!!');
  }
  log.error({ err: error, method, path }, 'request failed');
  return new AmError('internal', 'Internal Server Error');
}
