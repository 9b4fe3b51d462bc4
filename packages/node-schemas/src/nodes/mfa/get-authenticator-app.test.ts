import { expect, test } from 'vitest';
import { getAuthenticatorAppNode } from './get-authenticator-app.ts';

const faults = (appleLink: string, googleLink: string) =>
  getAuthenticatorAppNode
    .validate?.({ message: {}, continueLabel: {}, appleLink, googleLink })
    .map(({ property }) => property);

test('links are absolute web addresses or empty', () => {
  expect(faults('', 'https://play.google.com/x')).toEqual([]);
  expect(faults('javascript:alert(1)', '')).toEqual(['appleLink']);
  expect(faults('https://a.example', 'play')).toEqual(['googleLink']);
});
