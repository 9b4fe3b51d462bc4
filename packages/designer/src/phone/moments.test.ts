import { expect, it } from 'vitest';
import { timeAgo, timeLeft } from './moments.ts';

it('counts down in minutes and seconds and stops at nothing', () => {
  expect([timeLeft(65_000, 0), timeLeft(500, 0), timeLeft(0, 9000)]).toEqual(['1:05', '0:01', '0:00']);
});

it('says how long ago something was', () => {
  const ago = (minutes: number) => timeAgo(0, minutes * 60_000);
  expect([ago(0), ago(5), ago(125), ago(3000)]).toEqual(['just now', '5 min ago', '2 h ago', '2 d ago']);
});
