import { zeroPageLoginNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { zeroPageLogin } from './zero-page-login.ts';

type Setting = NodeRunSetting<typeof zeroPageLoginNode>;

const withHeaders = (
  headers: Readonly<Record<string, readonly string[]>>,
  config: NonNullable<Setting['config']> = {},
) => nodeRun({ type: zeroPageLoginNode, config, request: { headers } });

test('goes by false without the headers', () => {
  const { run, state } = withHeaders({ accept: ['*/*'] });
  expect(zeroPageLogin(run)).toEqual(goTo('false'));
  expect(state.shared).toEqual({});
});

test('keeps the name in shared and the password in transient state', () => {
  const { run, state } = withHeaders({ 'x-openam-username': ['demo'], 'x-openam-password': ['Ch4ng31t!'] });
  expect(zeroPageLogin(run)).toEqual(goTo('true'));
  expect(state).toEqual({ shared: { username: 'demo' }, transient: { password: 'Ch4ng31t!' }, secure: {} });
});

test('is content with one of the two', () => {
  const { run, state } = withHeaders({ 'x-openam-username': ['demo'] });
  expect(zeroPageLogin(run)).toEqual(goTo('true'));
  expect(state).toEqual({ shared: { username: 'demo' }, transient: {}, secure: {} });
});

test('looks at the headers that the configuration names, in any case', () => {
  const { run, state } = withHeaders({ 'x-user': ['demo'] }, { usernameHeader: 'X-USER' });
  expect(zeroPageLogin(run)).toEqual(goTo('true'));
  expect(state.shared).toEqual({ username: 'demo' });
});

test('decodes encoded words', () => {
  const { run, state } = withHeaders({
    'x-openam-username': ['=?UTF-8?B?asO8cmdlbg==?='],
    'x-openam-password': ['=?ISO-8859-1?Q?p=E4ss_w=F6rd?='],
  });
  zeroPageLogin(run);
  expect(state).toEqual({ shared: { username: 'jürgen' }, transient: { password: 'päss wörd' }, secure: {} });
});

test('breaks the journey over a header that comes twice, naming no value', () => {
  const { run } = withHeaders({ 'x-openam-username': ['demo', 'other'] });
  expect(() => zeroPageLogin(run)).toThrowError(
    expect.objectContaining({
      code: 'node-failed',
      message: 'Expecting only one header value for username and/or password but size is2',
    }),
  );
});

describe('where a referer is asked for', () => {
  const config = { allowWithoutReferer: false, referrerWhiteList: ['https://app.example.com/login'] };
  const credentials = { 'x-openam-username': ['demo'] };

  test('goes by true for one that is listed', () => {
    const { run } = withHeaders({ ...credentials, referer: ['https://app.example.com/login'] }, config);
    expect(zeroPageLogin(run)).toEqual(goTo('true'));
  });

  test.each([
    { what: 'none', referer: [] },
    { what: 'one that only begins like a listed one', referer: ['https://app.example.com/login?x=1'] },
  ])('goes by false for $what, keeping nothing', ({ referer }) => {
    const { run, state } = withHeaders({ ...credentials, referer }, config);
    expect(zeroPageLogin(run)).toEqual(goTo('false'));
    expect(state.shared).toEqual({});
  });
});
