import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
  ['what is written', 'Größe\t→ 日本 👩‍💻', 'Größe\t→ 日本 👩‍💻'],
  ['another line', 'one\r\ntwo\u2028three', 'one two three'],
  ['a control sequence', 'Wait\u001b[2K\u001b[1A', 'Wait\uFFFD[2K\uFFFD[1A'],
  ['one of a single character', 'Wait\u009b2K', 'Wait\uFFFD2K'],
  ['what takes back', 'Wait\b\u007f\0', 'Wait\uFFFD\uFFFD\uFFFD'],
  ['what turns the order', 'Wait\u202Edevomer\u2066', 'Wait\uFFFDdevomer\uFFFD'],
])('of %s is one line that shows what it holds', (_, text, line) => {
  expect(oneLine(text)).toBe(line);
});
