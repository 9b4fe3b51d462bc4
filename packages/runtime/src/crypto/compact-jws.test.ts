import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importHmacKey, signJws, tokenLimit, verifyJws } from './compact-jws.ts';

const bytes = randomBytes(32);
const key = importHmacKey(bytes);

function aToken(header: unknown, claims: unknown): string {
  const input = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${input}.${createHmac('sha256', bytes).update(input).digest('base64url')}`;
}

describe('compact JWS', () => {
  it('writes AM’s header to the letter', () => {
    const [header = ''] = signJws('{}', key).split('.');
    expect(Buffer.from(header, 'base64url').toString()).toBe('{"typ":"JWT","alg":"HS256"}');
  });

  it('verifies the example of RFC 7515, appendix A.1', () => {
    const published =
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt' +
      'cGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const itsKey = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
    expect(verifyJws(published, importHmacKey(Buffer.from(itsKey, 'base64url')))).toMatchObject({
      iss: 'joe',
    });
  });

  it('gives back every claims object that it signed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (claims) => {
        expect(verifyJws(signJws(JSON.stringify(claims), key), key)).toEqual(
          JSON.parse(JSON.stringify(claims)),
        );
      }),
    );
  });

  it('takes a header in another order', () => {
    expect(verifyJws(aToken({ alg: 'HS256', typ: 'JWT' }, { a: 1 }), key)).toEqual({ a: 1 });
  });

  it.each([
    ['no algorithm', aToken({ alg: 'none' }, {})],
    ['another algorithm', aToken({ alg: 'HS512' }, {})],
    ['a critical extension', aToken({ alg: 'HS256', crit: ['b64'], b64: false }, {})],
    ['a header that is no object', aToken(['HS256'], {})],
    ['claims that are no object', aToken({ alg: 'HS256' }, [1])],
    ['another key', signJws('{}', importHmacKey(randomBytes(32)))],
    ['no signature', signJws('{}', key).replace(/[^.]+$/, '')],
    ['a padded signature', `${signJws('{}', key)}=`],
    ['more segments', `${signJws('{}', key)}.e30`],
    ['more characters than it looks at', signJws(JSON.stringify({ a: 'x'.repeat(tokenLimit) }), key)],
  ])('refuses a token with %s', (_what, token) => {
    expect(verifyJws(token, key)).toBeUndefined();
  });

  it('refuses a token of which any character is another', () => {
    const token = signJws('{"a":1}', key);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(verifyJws(token.slice(0, at) + other + token.slice(at + 1), key)).toBeUndefined();
    }
  });
});
