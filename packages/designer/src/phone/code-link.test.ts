import { expect, it } from 'vitest';
import { codeInFragment } from './code-link.ts';

it('finds the code in an address', () => {
  expect(codeInFragment('#uri=pushauth%3A%2F%2Fpush%2FAcme%3Ademo%3Fa%3D1')).toBe(
    'pushauth://push/Acme:demo?a=1',
  );
  expect([codeInFragment(''), codeInFragment('#uri='), codeInFragment('#uri=%')]).toEqual([null, null, null]);
});
