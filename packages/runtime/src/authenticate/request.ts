import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '@journeyman/engine';
import type { Context } from 'hono';
import type { ClientIp } from '../http/client-ip.ts';
import { preferredLocales } from '../http/locales.ts';

/** What nodes may know of a request; read from it only when a node asks. */
export function requestContext(c: Context, clientIp: ClientIp): RequestContext {
  return new LazyRequestContext(c, clientIp);
}

/**
 * A class because a literal with getters gets a hidden class of its own each time, which V8 keeps, with all of the request,
 * until its next full collection.
 */
class LazyRequestContext implements RequestContext {
  readonly #c: Context;
  readonly #clientIp: ClientIp;
  #headers: RequestContext['headers'] | undefined;
  #locales: readonly string[] | undefined;

  constructor(c: Context, clientIp: ClientIp) {
    this.#c = c;
    this.#clientIp = clientIp;
  }

  get headers(): RequestContext['headers'] {
    this.#headers ??= headersOf(this.#c);
    return this.#headers;
  }

  get locales(): readonly string[] {
    this.#locales ??= preferredLocales(this.#c.req.query('locale'), this.#c.req.header('accept-language'));
    return this.#locales;
  }

  get clientIp(): string {
    return this.#clientIp(incomingOf(this.#c)?.socket.remoteAddress, this.#c.req.header('x-forwarded-for'));
  }

  get parameters(): RequestContext['parameters'] {
    return this.#c.req.queries();
  }
}

/** Node tells repeated headers apart; the Fetch API joins them. */
function headersOf(c: Context): RequestContext['headers'] {
  const distinct = incomingOf(c)?.headersDistinct;
  if (distinct !== undefined) return distinct as RequestContext['headers'];
  return Object.fromEntries([...c.req.raw.headers].map(([name, value]) => [name, [value]]));
}

function incomingOf(c: Context): IncomingMessage | undefined {
  return (c.env as { incoming?: IncomingMessage } | undefined)?.incoming;
}
