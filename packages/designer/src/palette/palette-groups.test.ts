import { nodeTypesById } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { paletteGroups, typesFound } from './palette-groups.ts';

describe('the palette', () => {
  it('has every node type once', () => {
    const ids = paletteGroups('').flatMap(({ types }) => types.map(({ id }) => id));
    expect(ids.toSorted()).toEqual([...nodeTypesById.keys()].toSorted());
  });

  it('leaves out headings with nothing under them', () => {
    expect(paletteGroups('RetryLimitDecisionNode').map(({ category }) => category)).toEqual(['utility']);
    expect(paletteGroups('nothing is called this')).toEqual([]);
  });

  it('finds by name before it finds by help', () => {
    expect(typesFound('push')[0]?.name).toMatch(/^Push /);
    expect(paletteGroups('Page Node')[0]?.types[0]?.id).toBe('PageNode');
    expect(typesFound('InnerTreeEvaluator').map(({ id }) => id)).toEqual(['InnerTreeEvaluatorNode']);
  });
});
