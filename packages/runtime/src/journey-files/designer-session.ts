import { Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { reply } from '../http/reply.ts';
import { administratorId, administratorName } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';

/** What the demo's session for the designer is made with. */
export interface DesignerSessionSetting {
  readonly sessions: Sessions;
  /** Where the service listens, such as `http://127.0.0.1:8080`. */
  readonly address: string;
}

/** Headers by which a proxy tells that whoever asks is somewhere else. */
const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/**
 * Signs the designer in by itself: `POST /designer/session` answers with the token of an administrator's session. For the demo on a
 * loopback address alone, and for its own pages alone: a foreign page in the same browser is told by its Origin, one that has
 * the name of its host point here by its Host, and neither can read a cookie, for there is none. Undefined on any other address.
 */
export function designerSession({ sessions, address }: DesignerSessionSetting): Hono | undefined {
  const { hostname, port } = new URL(address);
  if (!/^(127(\.\d+){3}|localhost|\[::1\])$/.test(hostname)) return undefined;
  const names = ['localhost', '127.0.0.1', '[::1]', hostname];
  const hosts = new Set(names.map((name) => (port === '' ? name : `${name}:${port}`)));
  return new Hono().post('/designer/session', async (c) => {
    const host = c.req.header('host') ?? '';
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const isOwn =
      hosts.has(host) &&
      c.req.header('origin') === `http://${host}` &&
      site === 'same-origin' &&
      forwarded.every((name) => c.req.header(name) === undefined);
    if (!isOwn) throw new AmError('forbidden', 'The demo signs in its own pages on this computer alone.');
    const token = await sessions.issue({
      username: administratorName,
      universalId: administratorId,
      realm: '/',
      authLevel: 0,
      journeys: [],
      properties: {},
      maxSessionMinutes: 480,
      maxIdleMinutes: 120,
    });
    return reply({ token, header: sessions.cookieName });
  });
}
