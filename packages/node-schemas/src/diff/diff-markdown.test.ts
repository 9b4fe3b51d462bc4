import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { diffJourneys } from './diff-journeys.ts';
import { diffMarkdown } from './diff-markdown.ts';

const journey = (name: string, scripts: JsonObject): JsonObject => ({
  scripts,
  tree: { _id: 'Login', entryNodeId: 'a', nodes: { a: { displayName: name, nodeType: 'PushWaitNode' } } },
});

test('names and values are read as what they are', () => {
  const diff = diffJourneys(journey('a*b*', {}), journey('<b>_c_', {}));
  expect(diffMarkdown(diff)).toBe(
    '### Login: 1 change\n\n- **\\<b\\>\\_c\\_** changed: name ~~a\\*b\\*~~ → \\<b\\>\\_c\\_\n',
  );
});

test('the lines of a script are folded away, in a fence that they cannot end', () => {
  const script = (line: string) => ({ s: { name: 'Risk', script: ['```', line] } });
  const diff = diffJourneys(journey('a', script('1')), journey('a', script('2')));
  expect(diffMarkdown(diff)).toBe(`### Login: 1 change

- **Risk** (script) changed: +1 −1 lines

<details><summary>Risk</summary>

\`\`\`\`diff
@@ -1,2 +1,2 @@
 \`\`\`
-1
+2
\`\`\`\`

</details>
`);
});
