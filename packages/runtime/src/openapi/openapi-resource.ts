import { Hono } from 'hono';
import { reply } from '../http/reply.ts';
import type { OpenapiSetting } from './document.ts';

/** `GET /openapi.json`: the whole HTTP interface, for whoever writes a client. */
export function openapiResource(setting: OpenapiSetting): Hono {
  return new Hono().get('/openapi.json', async () => {
    // Only here: the document is long, and hardly anybody reads it.
    const { openapiDocument } = await import('./document.ts');
    return reply(openapiDocument(setting));
  });
}
