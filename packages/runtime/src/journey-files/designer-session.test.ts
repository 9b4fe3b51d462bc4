import { afterEach, describe, expect, it } from 'vitest';
import { type TestFiles, testFiles } from './journey-files.builder.ts';

let files: TestFiles;
afterEach(() => files.stop());

const own = { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' };
const ask = (headers: Record<string, string>) => files.raw('/designer/session', { method: 'POST', headers });

describe('the session of the demo', () => {
  it.each([
    ['its own page', own],
    [
      'its own page by another name of this computer',
      { host: 'localhost:8080', origin: 'http://localhost:8080' },
    ],
    ['a browser that tells where a request comes from', { ...own, 'sec-fetch-site': 'same-origin' }],
  ])('is given to %s, without a cookie', async (_, headers) => {
    files = await testFiles();
    const response = await ask(headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const { token, header } = (await response.json()) as { token: string; header: string };
    const list = await files.request('GET', '/journey-files', { headers: { [header]: token } });
    expect(list.status).toBe(200);
  });

  it.each([
    ['a page of another site', { ...own, origin: 'https://evil.example' }],
    ['a page of another port', { ...own, origin: 'http://127.0.0.1:3000' }],
    ['a page whose name points here', { host: 'evil.example:8080', origin: 'http://evil.example:8080' }],
    ['a page on another port by its host', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
    ['whoever does not tell an origin', { host: '127.0.0.1:8080' }],
    ['a frame without an origin', { ...own, origin: 'null' }],
    ['a site beside this one', { ...own, 'sec-fetch-site': 'same-site' }],
    ['another site by its own word', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['a proxy that lets others in', { ...own, 'x-forwarded-for': '203.0.113.7' }],
  ])('is refused to %s', async (_, headers) => {
    files = await testFiles();
    const response = await ask(headers);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('token');
  });

  it.each([
    ['outside the demo', { isDemo: false }],
    ['on an address that others reach', { address: 'http://0.0.0.0:8080' }],
    ['on a host of the network', { address: 'http://192.168.1.5:8080' }],
  ])('is not there %s', async (_, setting) => {
    files = await testFiles(setting);
    expect((await ask(own)).status).toBe(404);
  });

  it('is not given for the asking by address', async () => {
    files = await testFiles();
    expect((await files.raw('/designer/session', { headers: own })).status).toBe(405);
  });
});
