import { Hono } from 'hono';
import { authenticatePath } from '../paths.ts';
import { measuredApp } from './measured-server.ts';

/** Plain Hono: reads JSON and sends it back. */
measuredApp(new Hono().post(authenticatePath, async (c) => c.json(await c.req.json())));
