import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SettingError } from './settings.ts';

test('has a default for everything that can have one', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: undefined,
    contextPath: '/am',
    journeysFolder: resolve('journeys'),
    dataFolder: resolve('.data'),
    secret: undefined,
    administratorPassword: undefined,
    cookieName: 'iPlanetDirectoryPro',
    trustedProxies: [],
    corsOrigins: [],
    traceHours: 24,
    audit: undefined,
    metricsToken: undefined,
    logLevel: 'info',
  });
});

test('takes an empty or blank value for none', () => {
  const names = [
    'PORT',
    'HOST',
    'JOURNEYMAN_PUBLIC_URL',
    'JOURNEYMAN_SECRET',
    'JOURNEYMAN_ADMIN_PASSWORD',
    'LOG_LEVEL',
  ];
  expect(readSettings(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readSettings({}));
});

test('reads every variable', () => {
  const secret = Buffer.alloc(32, 7);
  expect(
    readSettings({
      HOST: '::1',
      PORT: '0',
      JOURNEYMAN_PUBLIC_URL: 'https://Login.example.com:443/',
      JOURNEYMAN_CONTEXT_PATH: '/sso/openam',
      JOURNEYMAN_JOURNEYS: '/srv/journeys',
      JOURNEYMAN_DATA: '/srv/data',
      JOURNEYMAN_SECRET: secret.toString('base64'),
      JOURNEYMAN_ADMIN_PASSWORD: ' at least 8 ',
      JOURNEYMAN_COOKIE_NAME: 'session',
      JOURNEYMAN_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
      JOURNEYMAN_CORS_ORIGINS: 'https://a.example.com, http://localhost:3000',
      JOURNEYMAN_TRACE_HOURS: '0',
      JOURNEYMAN_AUDIT: 'file:/srv/audit',
      JOURNEYMAN_METRICS_TOKEN: 'sixteen-or-more-characters',
      LOG_LEVEL: 'warn',
    }),
  ).toEqual({
    host: '::1',
    port: 0,
    publicUrl: 'https://login.example.com',
    contextPath: '/sso/openam',
    journeysFolder: '/srv/journeys',
    dataFolder: '/srv/data',
    secret,
    administratorPassword: ' at least 8 ',
    cookieName: 'session',
    trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
    corsOrigins: ['https://a.example.com', 'http://localhost:3000'],
    traceHours: 0,
    audit: { type: 'files', folder: '/srv/audit' },
    metricsToken: 'sixteen-or-more-characters',
    logLevel: 'warn',
  });
});

test('has no context path where it is the root', () => {
  expect(readSettings({ JOURNEYMAN_CONTEXT_PATH: '/' }).contextPath).toBe('');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['JOURNEYMAN_PUBLIC_URL', 'login.example.com'],
  ['JOURNEYMAN_PUBLIC_URL', 'ftp://login.example.com'],
  ['JOURNEYMAN_PUBLIC_URL', 'https://login.example.com/am'],
  ['JOURNEYMAN_CONTEXT_PATH', 'am'],
  ['JOURNEYMAN_CONTEXT_PATH', '/am/'],
  ['JOURNEYMAN_CONTEXT_PATH', '/a m'],
  ['JOURNEYMAN_TRACE_HOURS', '1.5'],
  ['JOURNEYMAN_TRACE_HOURS', '-1'],
  ['JOURNEYMAN_TRACE_HOURS', '1000'],
  ['JOURNEYMAN_AUDIT', 'syslog'],
  ['JOURNEYMAN_AUDIT', 'file:'],
  ['JOURNEYMAN_METRICS_TOKEN', 'short'],
  ['JOURNEYMAN_METRICS_TOKEN', 'has white space in it'],
  ['JOURNEYMAN_SECRET', 'short'],
  ['JOURNEYMAN_SECRET', Buffer.alloc(31).toString('base64')],
  ['JOURNEYMAN_SECRET', `${'A'.repeat(50)}!`],
  ['JOURNEYMAN_ADMIN_PASSWORD', '7 chars'],
  ['JOURNEYMAN_COOKIE_NAME', 'two words'],
  ['JOURNEYMAN_COOKIE_NAME', 'a;b'],
  ['JOURNEYMAN_CORS_ORIGINS', '*'],
  ['JOURNEYMAN_CORS_ORIGINS', 'https://a.example.com/'],
  ['JOURNEYMAN_CORS_ORIGINS', 'https://a.example.com, nonsense'],
  ['LOG_LEVEL', 'loud'],
])('names %s when it is "%s"', (name, value) => {
  const read = () => readSettings({ [name]: value });
  expect(read).toThrow(SettingError);
  expect(read).toThrow(name);
});

test.each([
  ['JOURNEYMAN_SECRET', 'sh0rtS3cret'],
  ['JOURNEYMAN_ADMIN_PASSWORD', 's3cret'],
])('never shows what %s holds', (name, value) => {
  expect(() => readSettings({ [name]: value })).not.toThrow(value);
  expect(() => readSettings({ [name]: value })).toThrow(name);
});
