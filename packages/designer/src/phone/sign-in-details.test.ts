import { describe, expect, it } from 'vitest';
import { browserName, signInDetails } from './sign-in-details.ts';

describe('where a sign-in comes from', () => {
  it('is shown as far as it is known', () => {
    expect(signInDetails(undefined)).toEqual([]);
    expect(
      signInDetails({ location: { latitude: -33.868, longitude: 151.209 }, remoteIp: '203.0.113.7' }),
    ).toEqual([
      { label: 'Location', value: '33.87° S, 151.21° E' },
      { label: 'Address', value: '203.0.113.7' },
    ]);
  });

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('%s', (userAgent, name) => expect(browserName(userAgent)).toBe(name));
});
