import { type Context, Hono } from 'hono';
import { AmError, accessDenied } from '../http/am-error.ts';
import { readObject } from '../http/body.ts';
import { reply } from '../http/reply.ts';
import type { LocalDelivery } from './delivery-local.ts';

/**
 * What a phone calls when messages are kept here: it fetches them, and switches its notifications on and off. A phone is
 * known by the token that it registered with, sent as a bearer token (RFC 6750).
 */
export function localDeliveryRoutes(delivery: LocalDelivery): Hono {
  const app = new Hono();

  app.get('/phone/messages', async (c) => {
    const messages = await delivery.messages(tokenOf(c));
    return reply({ messages: messages.map(({ messageId, message }) => ({ messageId, message })) });
  });

  app.post('/phone/endpoint', async (c) => {
    const token = tokenOf(c);
    const enabled = (await readObject(c))?.enabled;
    if (typeof enabled !== 'boolean')
      throw new AmError('bad-request', 'Expected enabled to be true or false.');
    if (!(await delivery.setEnabled(token, enabled))) {
      throw new AmError('not-found', 'No phone is registered with this token.');
    }
    return reply({ enabled });
  });

  return app;
}

function tokenOf(c: Context): string {
  const token = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === undefined) throw accessDenied();
  return token;
}
