import { readCollection, type SourceFile } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { findingsIn } from './findings.ts';

const journey = JSON.stringify({
  tree: {
    _id: 'Hello',
    entryNodeId: 'ask',
    nodes: { ask: { displayName: 'Ask', nodeType: 'MessageNode', connections: {} } },
  },
  nodes: { ask: { _id: 'ask', _type: { _id: 'MessageNode' } } },
});

const policy = `{
  "journeys": {
    "Hello": {
      "exceptions": [
        { "finding": "unconnected-outcome", "reason": "a draft" },
        { "finding": "weak-push", "reason": "old phones" }
      ]
    }
  }
}
`;

const files: readonly SourceFile[] = [
  { path: 'journeys/Hello/Hello.journey.json', text: journey },
  { path: 'journeys/policy.json', text: policy },
];

const unused = () =>
  findingsIn({ ...readCollection(files), files, others: [], isWhole: true }).filter(
    ({ code }) => code === 'unused-exception',
  );

test('an exception that excuses nothing is told where it stands in the policy', () => {
  expect(unused()).toMatchObject([
    { file: 'journeys/policy.json', line: 6, column: 9, journey: 'Hello', severity: 'warning' },
  ]);
  expect(Object.keys(unused()[0] ?? {})).not.toContain('policyPath');
});
