import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from './pages.ts';

const html =
  '<meta name="journeyman-context-path" content="/am" /><meta property="csp-nonce" content="" /><title>designer</title>';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await writeFile(join(folder, 'index.html'), html);
  await mkdir(join(folder, 'phone'));
  await writeFile(join(folder, 'phone', 'index.html'), '<title>phone</title>');
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (path: string, hasPhone = true) =>
  pages({ folder, contextPath: '/openam', hasPhone }).request(path);

describe('the pages', () => {
  it.each(['/', '/journey/%2F/PushLogin', '/journey/%2Falpha/My%20Login?node=1&field=issuer'])(
    'show the designer at %s',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('content="/openam"');
    },
  );

  it('let no script or style in but their own and those with the nonce of this very answer', async () => {
    const answers = await Promise.all([ask('/'), ask('/')]);
    const nonces = await Promise.all(
      answers.map(async (response) => {
        const nonce = /csp-nonce" content="([^"]{20,})"/.exec(await response.text())?.[1];
        const policy = response.headers.get('content-security-policy');
        expect(policy).toContain(`default-src 'self'; style-src 'self' 'nonce-${nonce}';`);
        expect(policy).not.toContain('unsafe');
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('have a phone in the demo alone', async () => {
    expect((await ask('/phone')).status).toBe(200);
    expect((await ask('/phone', false)).status).toBe(404);
  });
});
