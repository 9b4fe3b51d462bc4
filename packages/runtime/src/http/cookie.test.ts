import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { cookieOf, expiredSessionCookie, sessionCookie } from './cookie.ts';

it('keeps the session cookie from scripts and from other sites', () => {
  expect(sessionCookie('iPlanetDirectoryPro', 'abc', 'http://127.0.0.1:8080')).toBe(
    'iPlanetDirectoryPro=abc; Path=/; HttpOnly; SameSite=Lax',
  );
});

it('lets pages of other sites use the session cookie over https', () => {
  expect(sessionCookie('iPlanetDirectoryPro', 'abc', 'https://am.example.com')).toBe(
    'iPlanetDirectoryPro=abc; Path=/; HttpOnly; Secure; SameSite=None',
  );
});

it('expires the cookie with the attributes that it was set with', () => {
  expect(expiredSessionCookie('session', 'https://am.example.com')).toBe(
    'session=; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  );
});

it.each([
  ['session=abc', 'abc'],
  ['other=1; session=abc*AAJ=.*', 'abc*AAJ=.*'],
  ['mysession=1; session=', undefined],
  ['', undefined],
])('reads the cookie in "%s"', async (header, value) => {
  const app = new Hono().get('/', (c) => c.json({ value: cookieOf(c, 'session') }));
  const response = await app.request('/', { headers: { cookie: header } });
  expect(await response.json()).toEqual(value === undefined ? {} : { value });
});
