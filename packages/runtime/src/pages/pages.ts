import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** What the pages are served with. */
export interface PagesSetting {
  /** The folder of the built pages. */
  readonly folder: string;
  /** Such as `/am`. */
  readonly contextPath: string;
  /** Whether the phone on a page is there. */
  readonly hasPhone: boolean;
}

/** Scripts and styles come from here alone, but for the styles that React Aria makes, which bear the page's nonce. QR codes are data URLs; logos that a journey names come from anywhere. */
const pageHeaders = (nonce: string) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'content-security-policy':
    `default-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob: https:; ` +
    "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
});

/** The pages for people: the start page, `/login` and `/phone`, and what they load. */
export function pages({ folder, contextPath, hasPhone }: PagesSetting): Hono {
  const app = new Hono();
  if (!existsSync(folder)) {
    return app.get('/', (c) =>
      c.text('The pages are not built. Run `npm run build`, then start again.\n', 503),
    );
  }
  const page = (path: string) => async () => {
    const html = await readFile(join(folder, path), 'utf8');
    const nonce = randomBytes(16).toString('base64');
    const filled = html
      .replace(/(<meta name="journeyman-context-path" content=")[^"]*"/, `$1${contextPath}"`)
      .replace(/(<meta property="csp-nonce" content=")[^"]*"/, `$1${nonce}"`);
    return new Response(filled, { headers: pageHeaders(nonce) });
  };
  app.get('/', page('index.html'));
  app.get('/journey/*', page('index.html'));
  app.get('/login', page('login/index.html'));
  if (hasPhone) app.get('/phone', page('phone/index.html'));
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => {
        c.header('cache-control', 'public, max-age=31536000, immutable');
        c.header('x-content-type-options', 'nosniff');
      },
    }),
  );
  return app;
}
