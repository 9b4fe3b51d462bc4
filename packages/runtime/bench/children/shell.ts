import { Hono } from 'hono';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { readObject } from '../../src/http/body.ts';
import { resource } from '../../src/http/reply.ts';
import { measuredApp } from './measured-server.ts';

/** The same echo in our own HTTP shell: realm paths, CORS guard, size limit, security headers. */
measuredApp(
  createApp({
    contextPath: '/am',
    cookieName: 'iPlanetDirectoryPro',
    corsOrigins: [],
    log: pino({ level: 'silent' }),
    resources: {
      authenticate: new Hono().post('/', async (c) => resource('2.1', (await readObject(c)) ?? {})),
    },
    openid: new Hono(),
    others: [],
  }),
);
