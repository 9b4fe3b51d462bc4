import type { Context, MiddlewareHandler, Next } from 'hono';
import { AmError } from './am-error.ts';

const methods = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS';

const exposed =
  'www-authenticate, authorization, content-type, content-api-version, x-forgerock-transactionid';

/** The request headers that clients of AM send, beside the one that is named like the session cookie. */
const allowed = [
  'accept-api-version',
  'content-type',
  'x-requested-with',
  'x-requested-platform',
  'authorization',
  'if-match',
  'if-none-match',
  'cache-control',
  'x-openam-username',
  'x-openam-password',
  'x-forgerock-transactionid',
  'x-tree',
  'x-txid',
  'x-idtoken',
  'x-authenticate-response',
];

/**
 * Lets pages of the origins listed call with credentials, and refuses those of any other, as AM does: so no foreign site acts
 * with a visitor's cookie. Requests that no page has sent, and those of this server's own pages, pass untouched.
 */
export function cors(origins: readonly string[], cookieName: string): MiddlewareHandler {
  const trusted = new Set(origins);
  const allowedHeaders = [...allowed, cookieName].join(', ');
  const answer = async (c: Context, next: Next, origin: string): Promise<Response | undefined> => {
    if (!trusted.has(origin)) throw new AmError('bad-request', 'CORS error occurred');
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-allow-methods': methods,
          'access-control-allow-headers': allowedHeaders,
          'access-control-max-age': '600',
          vary: 'Origin',
        },
      });
    }
    await next();
    const { headers } = c.res;
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', exposed);
    headers.append('vary', 'Origin');
    return undefined;
  };
  // Not async: most requests come from no page of another origin, and are to pay for no promise.
  return (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined || isOwn(origin, c.req.header('host'), trusted))
      return next() as Promise<undefined>;
    return answer(c, next, origin);
  };
}

/** Where the host is known to be served by TLS, a page of it that came without is not its own: anybody on the way may have sent it. */
function isOwn(origin: string, host: string | undefined, trusted: ReadonlySet<string>): boolean {
  if (host === undefined) return false;
  const secure = `https://${host}`;
  return origin === secure || (origin === `http://${host}` && !trusted.has(secure));
}
