import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  base64OfBytes,
  base64OfText,
  base64urlOfBase64,
  base64urlOfText,
  bytesOfBase64,
  textOfBase64,
  utf8,
} from './base64.ts';

describe('base64', () => {
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
    ['Grüße, 世界 🌍', 'R3LDvMOfZSwg5LiW55WMIPCfjI0='],
  ])('writes %j as %j and reads it back', (text, base64) => {
    expect(base64OfText(text)).toBe(base64);
    expect(textOfBase64(base64)).toBe(text);
  });

  test('holds any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const base64 = base64OfBytes([...bytes]);
        expect(base64).toBe(Buffer.from(bytes).toString('base64'));
        expect(bytesOfBase64(base64)).toEqual([...bytes]);
      }),
    );
  });

  test.each(['Zg', 'Zg=', 'Z===', 'Zm9v!', 'Zm 9v', '-_-_'])('does not take %j for base64', (text) => {
    expect(bytesOfBase64(text)).toBeUndefined();
  });

  test('does not take bytes that are no UTF-8 for text', () => {
    expect(textOfBase64(base64OfBytes([0xff, 0xfe]))).toBeUndefined();
  });
});

describe('base64url', () => {
  test('has neither padding nor the characters that a URI gives a meaning', () => {
    expect(base64urlOfBase64('+/+/8A==')).toBe('-_-_8A');
    expect(base64urlOfText('amlbcookie=01')).toBe('YW1sYmNvb2tpZT0wMQ');
  });
});

describe('utf8', () => {
  test('encodes any text as Node does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(text)).toEqual([...Buffer.from(text, 'utf8')]);
      }),
    );
  });

  test('puts U+FFFD in the place of half a character', () => {
    expect(utf8('\ud83c')).toEqual([0xef, 0xbf, 0xbd]);
  });
});
