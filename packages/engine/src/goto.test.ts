import { describe, expect, it } from 'vitest';
import { validGoto } from './goto.ts';

const publicUrl = 'https://login.example.com';
const validGotoUrls = [
  'https://app.example.com',
  'https://shop.example.com:8443/cart/*',
  'https://wiki.example.com/*?*',
  'com.example.phone://callback',
  'not an address',
  '',
];
const check = (goto: string | undefined) => validGoto(goto, validGotoUrls, publicUrl);

describe('validGoto', () => {
  it.each([
    '/',
    '/profile',
    '/am/console?realm=/alpha#here',
    '/a//b',
    '/%2F%2Fevil.example',
    'https://login.example.com',
    'https://login.example.com/profile?x=1',
    'https://LOGIN.example.com:443/profile',
    'https://app.example.com',
    'https://app.example.com/deep/link?x=1#y',
    'https://shop.example.com:8443/cart/1',
    'https://wiki.example.com/page?q=1',
    'com.example.phone://callback?code=1',
  ])('lets %s pass as it is', (goto) => {
    expect(check(goto)).toBe(goto);
  });

  it.each([
    undefined,
    '',
    'profile',
    '?x=1',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\u0000/evil.example',
    ' //evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:\\\\evil.example',
    'https://evil.example',
    'http://login.example.com/profile',
    'http://app.example.com',
    'https://app.example.com:444/',
    'https://app.example.com.evil.example',
    'https://app.example.com@evil.example',
    'https://app.example.com:x@evil.example/',
    'https://user@app.example.com/',
    'https://login.example.com.evil.example/',
    'https://login.example.com@evil.example/',
    'https://shop.example.com:8443/account',
    'https://shop.example.com:8443/cart/../account',
    'https://shop.example.com:8443/cart/%2e%2e/account',
    'https://app.example.com/\u202egpj.exe',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'javascript://app.example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://app.example.com/1',
    'com.example.other://callback',
  ])('refuses %j', (goto) => {
    expect(check(goto)).toBeUndefined();
  });

  it('refuses a script even where the realm lists its scheme', () => {
    const listed = ['javascript:', 'data:text/html,'];
    expect(validGoto('javascript:alert(1)', listed, publicUrl)).toBeUndefined();
    expect(validGoto('data:text/html,x', listed, publicUrl)).toBeUndefined();
  });
});
