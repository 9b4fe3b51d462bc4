import { failureId, successId } from '@journeyman/node-schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOrder } from './graph-order.ts';
import { journeyOf, nodeOf } from './journey.builder.ts';

describe('graphOrder', () => {
  it('follows the first outcome as far as it goes', () => {
    const journey = journeyOf([
      nodeOf('ask', { true: 'check', false: 'help' }),
      nodeOf('help', { outcome: failureId }),
      nodeOf('check', { true: 'done', false: 'help' }),
      nodeOf('done', { outcome: successId }),
    ]);
    expect(graphOrder(journey)).toEqual({ reached: ['ask', 'check', 'done', 'help'], unreached: [] });
  });

  it('takes outcomes in the order that the node lists', () => {
    const outcomes = ['yes', 'no'].map((id) => ({ id, displayName: id }));
    const journey = journeyOf([
      nodeOf('ask', { no: 'n', yes: 'y' }, { type: 'SomebodysNode', outcomes }),
      nodeOf('n', {}),
      nodeOf('y', {}),
    ]);
    expect(graphOrder(journey).reached).toEqual(['ask', 'y', 'n']);
  });

  it('ends in spite of loops', () => {
    const journey = journeyOf([nodeOf('a', { outcome: 'b' }), nodeOf('b', { retry: 'a' })]);
    expect(graphOrder(journey).reached).toEqual(['a', 'b']);
  });

  it('lists what nothing leads to apart, each before what it leads to', () => {
    const journey = journeyOf([nodeOf('c'), nodeOf('b', {}), nodeOf('a', { outcome: 'b' })]);
    expect(graphOrder(journey)).toEqual({ reached: ['c'], unreached: ['a', 'b'] });
  });

  it('lists a loop that nothing leads to', () => {
    const journey = journeyOf([nodeOf('a', { outcome: 'b' }), nodeOf('b', { outcome: 'a' })], {
      entryNodeId: failureId,
    });
    expect(graphOrder(journey)).toEqual({ reached: [], unreached: ['a', 'b'] });
  });

  it('names every node once', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', successId];
    const nodes = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...ids.slice(0, 5)), targets: fc.array(fc.constantFrom(...ids)) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(nodes, fc.constantFrom(...ids), (list, entryNodeId) => {
        const journey = journeyOf(
          list.map(({ id, targets }) => nodeOf(id, Object.fromEntries(Object.entries(targets)))),
          { entryNodeId },
        );
        const { reached, unreached } = graphOrder(journey);
        expect([...reached, ...unreached].sort()).toEqual([...journey.nodes.keys()].sort());
      }),
    );
  });
});
