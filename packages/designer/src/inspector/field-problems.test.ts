import { type JsonObject, type NodeType, nodeTypes, type Problem } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { fieldProblems } from './field-problems.ts';

const inner: NodeType = nodeTypes.InnerTreeEvaluatorNode;
const wait: NodeType = nodeTypes.PushWaitNode;

const messages = (
  type: NodeType,
  config: JsonObject,
  property: string,
  problems: readonly Problem[] = [],
) => {
  const node = { id: 'node', type: type.id, displayName: type.name, config };
  return fieldProblems(type, node, problems)
    .get(property)
    ?.map(({ message }) => message);
};

test('a message under a field does not repeat the name that stands above it', () => {
  expect(messages(wait, { secondsToWait: '5' }, 'secondsToWait')).toEqual([
    'Is "5"; a whole number from 1 to 3600 is expected.',
  ]);
});

test('a message about a part of the value names the part', () => {
  expect(messages(wait, { exitMessage: { jkl: 'x' } }, 'exitMessage')).toEqual([
    'jkl: Invalid locale provided',
  ]);
});

test('what other checks say of a property is told with it, and what they say again is not', () => {
  const problem = (code: Problem['code'], message: string): Problem => ({
    code,
    message,
    severity: 'error',
    journey: 'Login',
    nodeId: 'node',
    property: 'tree',
    path: [],
  });
  const others = [problem('missing-inner-journey', 'Gone.'), problem('wrong-configuration', 'Again.')];
  expect(messages(inner, { tree: 'Gone' }, 'tree', others)).toEqual(['Gone.']);
});
