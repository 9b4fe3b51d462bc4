import { expect, test } from 'vitest';
import { lengthOf, middleOf, roundedPath } from './rounded-path.ts';

const corner = [
  { x: 0, y: 0 },
  { x: 20, y: 0 },
  { x: 20, y: 40 },
];

test('a straight line has no corners', () => {
  expect(roundedPath(corner.slice(0, 2))).toBe('M0,0L20,0');
});

test('a corner is rounded by eight pixels', () => {
  expect(roundedPath(corner)).toBe('M0,0L12,0Q20,0 20,8L20,40');
});

test('a corner without room is rounded less', () => {
  const tight = [
    { x: 0, y: 0 },
    { x: 8, y: 0 },
    { x: 8, y: 6 },
  ];
  expect(roundedPath(tight)).toBe('M0,0L5,0Q8,0 8,3L8,6');
});

test('the middle of a line is measured along it', () => {
  expect(lengthOf(corner)).toBe(60);
  expect(middleOf(corner)).toEqual({ x: 20, y: 10 });
  expect(middleOf([])).toEqual({ x: 0, y: 0 });
});
