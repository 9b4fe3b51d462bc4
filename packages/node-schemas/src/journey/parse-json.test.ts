import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

const nested = (levels: number, open = '[', close = ']') => `${open.repeat(levels)}1${close.repeat(levels)}`;

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
