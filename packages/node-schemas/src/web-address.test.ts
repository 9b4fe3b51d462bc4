import { expect, test } from 'vitest';
import { isWebAddress } from './web-address.ts';

test.each([
  ['https://example.com/logo.png', true],
  ['HTTP://localhost:8080', true],
  ['//example.com/logo.png', false],
  ['/logo.png', false],
  ['javascript:alert(1)', false],
  ['https://', false],
  ['https:///x', false],
  ['https://example.com/a b', false],
  ['', false],
])('%j is an absolute web address: %j', (text, is) => {
  expect(isWebAddress(text)).toBe(is);
});
