import { describe, expect, test } from 'vitest';
import { contrast, cssColor, inStyleOf, readColor, shownContrast } from './color.ts';

describe('a colour', () => {
  test.each(['#519387', '519387', ' #519387 '])('%j is read with or without #', (text) => {
    expect(readColor(text)).toEqual([81, 147, 135]);
  });

  test.each(['', '#519', 'green', '#51938g', '&{brand.colour}'])('%j is none', (text) => {
    expect(readColor(text)).toBeNull();
  });

  test('is written as CSS writes it', () => {
    expect(cssColor([3, 43, 117])).toBe('#032b75');
  });

  test('is stored in the style of what stood there', () => {
    expect(inStyleOf('032b75', '#519387')).toBe('519387');
    expect(inStyleOf('#032b75', '#519387')).toBe('#519387');
  });
});

test('contrast is that of WCAG', () => {
  const white = [255, 255, 255] as const;
  expect(contrast(white, [0, 0, 0])).toBe(21);
  expect(contrast([81, 147, 135], white)).toBeCloseTo(3.6, 1);
  expect(contrast(white, white)).toBe(1);
});

test.each([
  [3.58, '3.6'],
  [4.46, '4.4'],
  [4.5, '4.5'],
  [21, '21.0'],
])('a contrast of %d is shown as %s', (ratio, shown) => {
  expect(shownContrast(ratio)).toBe(shown);
});
