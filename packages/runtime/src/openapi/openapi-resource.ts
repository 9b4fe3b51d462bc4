import { Hono } from 'hono';
import { reply } from '../http/reply.ts';
import { type OpenapiSetting, openapiDocument } from './document.ts';

/** `GET /openapi.json`: the whole HTTP interface, for whoever writes a client. */
export function openapiResource(setting: OpenapiSetting): Hono {
  return new Hono().get('/openapi.json', () => reply(openapiDocument(setting)));
}
