import { expect, test } from 'vitest';
import { type NodeType, outcomesOf } from '../node-type.ts';
import { designOnlyNodeTypes } from '../nodes/design-only.ts';
import { nodeTypes } from '../nodes/index.ts';
import { vouchingOutcomes } from './vouching.ts';

const types = new Map<string, NodeType>(Object.entries({ ...designOnlyNodeTypes, ...nodeTypes }));

test.each([...vouchingOutcomes])(
  '%s has the outcomes by which it may vouch, and proves nothing',
  (id, vouching) => {
    const type = types.get(id);
    if (type === undefined) throw new Error(`There is no type ${id}.`);
    const all =
      'all' in type.outcomes ? Object.keys(type.outcomes.all) : outcomesOf(type, null).map((one) => one.id);
    expect(all).toEqual(expect.arrayContaining([...vouching]));
    expect(type.proves).toBeUndefined();
  },
);
