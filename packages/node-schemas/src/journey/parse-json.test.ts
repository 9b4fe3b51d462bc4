import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

const nested = (levels: number, open = '[', close = ']') => `${open.repeat(levels)}1${close.repeat(levels)}`;

test.each(['', ' \n'])('%j is empty, whatever file it is of', (text) => {
  expect(parseJson(text)).toMatchObject({
    finding: { message: 'This is not JSON: the file is empty; a JSON value is expected.' },
  });
});

test('a text with a NUL, which stands for what is not UTF-8, is refused there', () => {
  expect(parseJson('{\n  "a": "caf\0"\n}')).toMatchObject({
    finding: { line: 2, column: 12, message: expect.stringContaining('not text in UTF-8') },
  });
});

describe('a text that is nested', () => {
  test.each([501, 8_000, 20_000, 100_000])('%i levels deep is refused, whatever is around it', (levels) => {
    for (const text of [
      nested(levels),
      nested(levels, '{"a":', '}'),
      `{"tree": {"_id": "a", "x": ${nested(levels)}}}`,
      `[1, {"a": ${nested(levels, '[{"b":', '}]')}}]`,
    ]) {
      const parsed = parseJson(text);
      expect('finding' in parsed && parsed.finding).toEqual({
        line: 1,
        column: 1,
        message: 'This is nested too deeply to be a journey.',
      });
    }
  });

  test('500 levels deep is parsed', () => {
    expect(parseJson(nested(500))).toEqual({ status: 'parsed', value: JSON.parse(nested(500)) });
  });

  test('nowhere deeply is parsed, however many parts and brackets it has', () => {
    const wide = { rows: Array.from({ length: 2_000 }, () => [{}]), text: '[{'.repeat(2_000) };
    expect(parseJson(JSON.stringify(wide))).toEqual({ status: 'parsed', value: wide });
  });
});
