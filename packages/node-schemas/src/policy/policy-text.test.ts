import { expect, test } from 'vitest';
import { readPolicyText } from './policy-text.ts';

test('a text is read', () => {
  const read = readPolicyText('{ "journeys": { "PushLogin": { "factors": 2 } } }');
  expect(read.status === 'read' && read.policy.get('PushLogin')?.factors).toBe(2);
});

test.each([
  ['[]', 1, 'An object of journeys by name is expected.'],
  ['{\n  "journeys": {\n    "A": { "factors": 9 }\n  }\n}', 3, 'A whole number from 1 to 3 is expected'],
  ['{\n  "journeys": {},\n}', 3, ''],
])('%j is refused, with the line', (text, line, message) => {
  const read = readPolicyText(text);
  if (read.status === 'read') throw new Error('read');
  expect(read.findings[0]?.line).toBe(line);
  expect(read.findings[0]?.message).toContain(message);
});
