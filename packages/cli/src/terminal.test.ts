import { expect, test } from 'vitest';
import { table } from './terminal.ts';

const plain = (_style: unknown, text: string) => text;

test('columns are as wide as their widest cell, and lines have no blanks at their ends', () => {
  expect(
    table(
      ['Name', 'Nodes', ''],
      [
        ['A', '12', 'x'],
        ['Long name', '3'],
      ],
      plain,
    ),
  ).toBe('Name       Nodes\nA          12     x\nLong name  3\n');
});

test('colours take no room', () => {
  const red = '\u001b[31mA\u001b[39m';
  const colours = (style: unknown, text: string) => (style === 'red' ? red : text);
  expect(table(['N', 'M'], [[{ text: 'A', style: 'red' }, 'x']], colours)).toBe(`N  M\n${red}  x\n`);
});

test('a name makes no line of its own and moves nothing', () => {
  expect(table(['Name'], [['Wait\nB\u001b[1A']], plain)).toBe('Name\nWait B\uFFFD[1A\n');
});
