import { expect, test } from 'vitest';
import { marksOf, nodeAt, positionOf } from './json-places.ts';

const text = `{
  "innerNodes": {
    "child": {}
  },
  "nodes": {
    "a": {
      "issuer": "ACME"
    }
  },
  "tree": {
    "nodes": {
      "b": {}
    }
  }
}
`;

test('a node is found by what is configured of it, else by its place in the tree', () => {
  expect(positionOf(text, 'journey', 'a')).toEqual({ line: 6, column: 5 });
  expect(positionOf(text, 'journey', 'child')).toEqual({ line: 3, column: 5 });
  expect(positionOf(text, 'journey', 'b')).toEqual({ line: 12, column: 7 });
  expect(positionOf(text, 'journey', 'gone')).toBeUndefined();
});

test('a place is found in a layout, of Start too', () => {
  const layout = '{\n "nodes": {"a": {}},\n "staticNodes": {"startNode": {}}\n}';
  expect(positionOf(layout, 'layout', 'startNode')?.line).toBe(3);
});

test('a path into a text tells which node it belongs to', () => {
  expect(nodeAt(['nodes', 'a', 'issuer'])).toBe('a');
  expect(nodeAt(['innerNodes', 'child'])).toBe('child');
  expect(nodeAt(['tree', 'nodes', 'b', 'connections'])).toBe('b');
  expect(nodeAt(['tree', 'description'])).toBeUndefined();
  expect(nodeAt([])).toBeUndefined();
});

test('problems are marked where they are', () => {
  const problem = {
    code: 'wrong-configuration',
    severity: 'error',
    journey: 'Login',
    message: 'No.',
  } as const;
  expect(marksOf([{ ...problem, path: ['nodes', 'a', 'issuer'] }], text)).toEqual([
    { line: 7, column: 7, severity: 'error', message: 'No.' },
  ]);
});
