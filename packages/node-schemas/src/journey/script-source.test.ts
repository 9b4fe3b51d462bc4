import { expect, test } from 'vitest';
import { scriptSource, withScriptLines, withScriptTexts } from './script-source.ts';

const source = 'var name = "Zoë";\noutcome = "true";\n';

test.each([
  ['a JSON string in a string', JSON.stringify(source)],
  ['a list of lines', source.split('\n')],
  ['base64', 'dmFyIG5hbWUgPSAiWm/DqyI7Cm91dGNvbWUgPSAidHJ1ZSI7Cg=='],
  ['the bare source', source],
])('%s is the source', (_, script) => {
  expect(scriptSource(script)).toBe(source);
});

test.each([[undefined], [null], [7], [{ file: 'a.js' }], [['a', 7]]])('%j is none', (script) => {
  expect(scriptSource(script)).toBeUndefined();
});

test('a source that only looks like base64 is left as it is', () => {
  expect(scriptSource('outcome0')).toBe('outcome0');
});

test('scripts are lines in one form and texts in the other, and all else is kept', () => {
  const exported = { scripts: { a: { name: 'A', script: JSON.stringify(source) }, b: null }, themes: [] };
  const lines = {
    scripts: { a: { name: 'A', script: ['var name = "Zoë";', 'outcome = "true";', ''] }, b: null },
    themes: [],
  };
  expect(withScriptLines(exported)).toEqual(lines);
  expect(withScriptTexts(lines)).toEqual(exported);
});
