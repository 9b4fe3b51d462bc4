import { expect, it } from 'vitest';
import { tileColours } from './account-colour.ts';

it('writes on a tile in what reads better', () => {
  expect(tileColours('f2c94c')).toEqual({ background: '#f2c94c', text: '#000000' });
  expect(tileColours()).toEqual({ background: '#032b75', text: '#ffffff' });
});
