import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { describe, expect, test, vi } from 'vitest';
import type { Json } from '../json.ts';
import { editsBetween, rewriteText } from './json-edits.ts';

vi.mock('jsonc-parser', { spy: true });

const text = `{
    "x" : 233.50,
    "list" : [
        1.0,
        "b"
    ],
    "node" : { "one": 1, "two": 2 },
    "y" : -0.0
}`;

function change(before: string, value: (value: Record<string, Json>) => Json): string {
  const old = JSON.parse(before);
  return rewriteText(before, editsBetween(old, value(structuredClone(old))));
}

describe('a text that is edited', () => {
  test('is the same where nothing is', () => {
    expect(change(text, (value) => value)).toBe(text);
  });

  test('differs in the value that is set, and keeps the spelling of every other', () => {
    expect(change(text, (value) => ({ ...value, x: 7 }))).toBe(text.replace('233.50', '7'));
  });

  test('gets a new key in the way that the others are written', () => {
    expect(change(text, (value) => ({ ...value, z: { a: [1] } }))).toBe(
      text.replace('-0.0\n}', '-0.0,\n    "z" : {\n        "a": [\n            1\n        ]\n    }\n}'),
    );
  });

  test('has a new key sorted in where the others are sorted', () => {
    expect(change('{\n  "a": 1,\n  "c": 3\n}\n', (value) => ({ ...value, b: 2 }))).toBe(
      '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n',
    );
    expect(change('{\n  "b": 1\n}\n', (value) => ({ ...value, a: 2 }))).toBe('{\n  "a": 2,\n  "b": 1\n}\n');
  });

  test('loses a key with its comma', () => {
    expect(change('{\n  "a": 1,\n  "b": 2\n}', () => ({ a: 1 }))).toBe('{\n  "a": 1\n}');
    expect(change('{\n  "a": 1,\n  "b": 2\n}', () => ({ b: 2 }))).toBe('{\n  "b": 2\n}');
    expect(change('{\n  "a": 1\n}', () => ({}))).toBe('{}');
  });

  test('has items put in and taken out where a list differs', () => {
    expect(change('["a", "b", "d"]', () => ['a', 'b', 'c', 'd'])).toBe('["a", "b", "c", "d"]');
    expect(change('["a", "b", "c"]', () => ['a', 'c'])).toBe('["a", "c"]');
    expect(change('[]', () => [1])).toBe('[1]');
  });

  test('keeps its line ends, its tabs and its byte order mark', () => {
    const windows = '\uFEFF{\r\n\t"a": {}\r\n}\r\n';
    const edits = editsBetween({ a: {} }, { a: { b: [1] } });
    expect(rewriteText(windows, edits)).toBe(
      '\uFEFF{\r\n\t"a": {\r\n\t\t"b": [\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}\r\n',
    );
  });
});

describe('a text with many edits', () => {
  test('differs in each of them and nowhere else', () => {
    expect(
      change(text, ({ y, ...value }) => ({ ...value, x: 7, list: [0, 'b', 'c'], node: { zero: 0 } })),
    ).toBe(
      `{
    "x" : 7,
    "list" : [
        0,
        "b",
        "c"
    ],
    "node" : {
        "zero": 0
    }
}`,
    );
  });

  test('keeps its indentation where an object loses all that it had and gets something else', () => {
    expect(change('{\n\t"a": 1\n}', () => ({ b: 2, c: 3 }))).toBe('{\n\t"b": 2,\n\t"c": 3\n}');
  });

  test('has keys put in before, between and behind the sorted ones that stay', () => {
    expect(change('{ "b": 1, "c": 2, "d": 3, "f": 4 }', () => ({ d: 3, a: 0, e: 0, b: 1, g: 0 }))).toBe(
      '{ "a": 0, "b": 1, "d": 3, "e": 0, "g": 0 }',
    );
  });

  test('is parsed once, however many they are', () => {
    const places = (by: number) =>
      Object.fromEntries(
        Array.from({ length: 50 }, (_, index) => [`node ${index}`, { x: index + by, y: by }]),
      );
    const before = JSON.stringify(places(0), null, 2);
    vi.mocked(parseTree).mockClear();
    expect(change(before, () => places(1))).toBe(JSON.stringify(places(1), null, 2));
    expect(parseTree).toHaveBeenCalledTimes(1);
  });

  test('is refused where it is not the text of the value before', () => {
    const edit = editsBetween({ a: { b: 1 } }, { a: { b: 2 } });
    expect(() => rewriteText('{ "c": 1 }', edit)).toThrow('There is no a in the text that is to be edited.');
    expect(() => rewriteText('', edit)).toThrow('There is no JSON value in the text that is to be edited.');
  });
});

describe('whatever the values', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const indentation = fc.constantFrom(undefined, 2, '\t');

  test('the edited text has the new value', () => {
    fc.assert(
      fc.property(json, json, indentation, (before, after, indent) => {
        const edited = rewriteText(JSON.stringify(before, null, indent), editsBetween(before, after));
        expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify(after)));
      }),
    );
  });

  test('values that share most of what they hold are edited as well', () => {
    const record = fc.dictionary(fc.string(), fc.array(json, { maxLength: 4 }), { maxKeys: 6 });
    fc.assert(
      fc.property(record, record, indentation, (kept, added, indent) => {
        const [before, after] = [{ ...kept, ...added } as Json, kept as Json];
        const text = JSON.stringify(before, null, indent);
        expect(JSON.parse(rewriteText(text, editsBetween(before, after)))).toEqual(
          JSON.parse(JSON.stringify(after)),
        );
        const back = rewriteText(JSON.stringify(after, null, indent), editsBetween(after, before));
        expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(before)));
      }),
    );
  });
});
