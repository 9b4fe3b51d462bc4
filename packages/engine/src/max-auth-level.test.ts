import { expect, test } from 'vitest';
import { type BuiltNode, journeyOf } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { maxAuthLevels } from './max-auth-level.ts';
import { standardRegistry } from './registry.ts';
import { makeRunnable, type RunnableNode } from './runnable.ts';

const add = (authLevelIncrement: number, ...to: readonly string[]): BuiltNode => ({
  type: 'ModifyAuthLevelNode',
  config: { authLevelIncrement },
  to: Object.fromEntries(to.map((target, index) => [index === 0 ? 'outcome' : `outcome${index}`, target])),
});

function levelFrom(node: string, nodes: Readonly<Record<string, BuiltNode>>): number | undefined {
  return makeRunnable(journeyOf({ nodes }), standardRegistry).maxAuthLevelFrom(node);
}

test('takes the way that adds most', () => {
  const nodes = {
    A: add(1, 'B', 'C'),
    B: add(2, 'Success'),
    C: add(5, 'D', 'Failure'),
    D: add(-1, 'Success'),
  };
  expect(levelFrom('A', nodes)).toBe(5);
  expect(levelFrom('B', nodes)).toBe(2);
});

test('knows no level where no way leads to Success', () => {
  expect(levelFrom('A', { A: add(1, 'Failure') })).toBeUndefined();
  expect(levelFrom('A', { A: add(1, 'A') })).toBeUndefined();
  expect(levelFrom('Nowhere', { A: add(1, 'Success') })).toBeUndefined();
});

test('counts a loop once, with all that it can add', () => {
  const nodes = { A: add(1, 'B'), B: add(3, 'A', 'C'), C: add(-2, 'A', 'D'), D: add(10, 'Success') };
  expect(levelFrom('A', nodes)).toBe(14);
  expect(levelFrom('C', nodes)).toBe(14);
});

test('is quick where the ways are more than can be counted', () => {
  const steps = Array.from({ length: 60 }, (_, index) => [
    [`A${index}`, add(1, `A${index + 1}`, `B${index + 1}`)],
    [`B${index}`, add(2, `A${index + 1}`, `B${index + 1}`)],
  ]).flat();
  const nodes = Object.fromEntries([...steps, ['A60', add(0, 'Success')], ['B60', add(0, 'Success')]]);
  expect(levelFrom('A0', nodes)).toBe(119);
});

test('looks at each node a few times at most, though every node is asked for', () => {
  const steps = Array.from({ length: 300 }, (_, index) => [
    `A${index}`,
    add(1, index === 299 ? 'Success' : `A${index + 1}`, index % 3 === 0 ? 'A0' : `A${Math.floor(index / 3)}`),
  ]);
  const { nodes } = makeRunnable(journeyOf({ nodes: Object.fromEntries(steps) }), standardRegistry);
  let looks = 0;
  const counted = new Map(
    [...nodes].map(([id, node]): [string, RunnableNode] => [
      id,
      {
        ...node,
        get connections() {
          looks += 1;
          return node.connections;
        },
      },
    ]),
  );
  const levelOf = maxAuthLevels(counted);
  expect([...nodes.keys()].map(levelOf)).toEqual(Array.from(nodes, () => 300));
  expect(looks).toBeLessThanOrEqual(3 * nodes.size);
});

test('joins loops that meet, and leaves apart what only follows them', () => {
  const nodes = {
    A: add(1, 'B'),
    B: add(2, 'C', 'A'),
    C: add(4, 'D', 'B'),
    D: add(8, 'E', 'F'),
    E: add(16, 'D', 'Failure'),
    F: add(32, 'Success'),
    G: add(64, 'A'),
  };
  expect(Object.keys(nodes).map((node) => levelFrom(node, nodes))).toEqual([63, 63, 63, 56, 56, 32, 127]);
});
