import { describe, expect, it } from 'vitest';
import {
  acceptedGoto,
  contextPathFrom,
  gotoOnThisServer,
  loginAddress,
  loginRequestFrom,
  realmSegments,
  sdkRealmPath,
} from './login-request.ts';

const here = 'https://am.example.com/login?realm=/';

describe('loginRequestFrom', () => {
  it('asks for the default journey of the top realm when the address says nothing', () => {
    expect(loginRequestFrom('')).toEqual({ realm: '/', again: false });
  });

  it('reads realm, journey, goto and again', () => {
    expect(loginRequestFrom('?realm=/alpha&journey=PushLogin&goto=%2Fphone&again=1')).toEqual({
      realm: '/alpha',
      journey: 'PushLogin',
      goto: '/phone',
      again: true,
    });
  });

  it('takes empty values for absent ones', () => {
    expect(loginRequestFrom('?realm=&journey=%20&goto=')).toEqual({ realm: '/', again: false });
  });

  it.each([
    ['alpha', '/alpha'],
    ['/alpha/', '/alpha'],
    ['root', '/'],
    ['/root/alpha//staff', '/alpha/staff'],
  ])('reads realm %s as %s', (given, realm) => {
    expect(loginRequestFrom(`?realm=${encodeURIComponent(given)}`).realm).toBe(realm);
  });

  it('reads back what loginAddress writes', () => {
    const request = { realm: '/alpha', journey: 'Zwei & mehr', goto: 'https://a.example/?b=c', again: true };
    expect(loginRequestFrom(new URL(loginAddress(request), here).search)).toEqual(request);
  });
});

describe('loginAddress', () => {
  it('keeps the slashes of a realm readable', () => {
    expect(loginAddress({ realm: '/alpha', journey: 'PushLogin' })).toBe(
      '/login?realm=/alpha&journey=PushLogin',
    );
  });

  it('has no query when nothing is asked for', () => {
    expect(loginAddress({})).toBe('/login');
  });
});

describe('a realm in an address', () => {
  it.each([
    ['/', 'realms/root', 'root'],
    ['/alpha', 'realms/root/realms/alpha', 'root/alpha'],
    ['/alpha/staff', 'realms/root/realms/alpha/realms/staff', 'root/alpha/staff'],
  ])('%s becomes %s for REST and %s for the SDK', (realm, segments, sdk) => {
    expect(realmSegments(realm)).toBe(segments);
    expect(sdkRealmPath(realm)).toBe(sdk);
  });

  it('is encoded', () => {
    expect(realmSegments('/a b')).toBe('realms/root/realms/a%20b');
  });
});

describe('contextPathFrom', () => {
  it.each([
    [undefined, '/am'],
    ['', '/am'],
    ['/am', '/am'],
    ['openam/', '/openam'],
    ['/sso/am', '/sso/am'],
    ['/', ''],
  ])('reads %j as %j', (content, path) => {
    expect(contextPathFrom(content)).toBe(path);
  });
});

describe('acceptedGoto', () => {
  it('is the address asked for when the server gives it back', () => {
    expect(acceptedGoto('/phone', '/phone', here)).toBe('https://am.example.com/phone');
    expect(acceptedGoto('https://shop.example/cart', 'https://shop.example/cart', here)).toBe(
      'https://shop.example/cart',
    );
  });

  it('is nothing when the server answers with another address', () => {
    expect(acceptedGoto('https://evil.example/', '/am/console', here)).toBeUndefined();
  });

  it('is nothing when nothing was asked for, even if the server names an address', () => {
    expect(acceptedGoto(undefined, '/am/console', here)).toBeUndefined();
  });

  it('never runs a script, even if the server lets one through', () => {
    expect(acceptedGoto('javascript:alert(1)', 'javascript:alert(1)', here)).toBeUndefined();
  });
});

describe('gotoOnThisServer', () => {
  it('offers an address of this server and no other', () => {
    expect(gotoOnThisServer('/phone', here)).toBe('https://am.example.com/phone');
    expect(gotoOnThisServer('https://evil.example/', here)).toBeUndefined();
    expect(gotoOnThisServer('//evil.example/', here)).toBeUndefined();
    expect(gotoOnThisServer('javascript:alert(1)', here)).toBeUndefined();
    expect(gotoOnThisServer(undefined, here)).toBeUndefined();
  });
});
