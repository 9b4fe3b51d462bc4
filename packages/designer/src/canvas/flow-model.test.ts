import { emptyLayout, failureId, type Journey, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { journeyOf, nodeOf as node } from '../outline/journey.builder.ts';
import { boxesOf, flowEdges, flowNodes, type Shown } from './flow-model.ts';

const check = node('check', { true: successId, false: 'gone' }, { type: 'DataStoreDecisionNode' });
const message = node('message', { true: 'check' });

const shown = (journey: Journey, parts: Partial<Shown> = {}): Shown => ({
  journey,
  layout: { ...emptyLayout, nodes: { check: { x: 400, y: 0 }, message: { x: 0, y: 0 } } },
  notes: [],
  comments: new Map(),
  selection: new Set(),
  dragged: new Map(),
  resized: new Map(),
  ...parts,
});

describe('what is drawn of a journey', () => {
  it('has a card for each node, and Start, Success and Failure', () => {
    const ids = flowNodes(shown(journeyOf([message, check])), []).map(({ id }) => id);
    expect(ids).toEqual([startId, 'message', 'check', successId, failureId]);
  });

  it('is the same object where nothing has changed', () => {
    const before = flowNodes(shown(journeyOf([message, check])), []);
    const edited = { ...check, displayName: 'Renamed' };
    const after = flowNodes(shown(journeyOf([message, edited])), before);
    const changed = after.filter((one, index) => one !== before[index]).map(({ id }) => id);
    expect(changed).toEqual(['check']);
  });

  it('knows sizes and ports before anything is measured', () => {
    const card = flowNodes(shown(journeyOf([check])), []).find(({ id }) => id === 'check');
    expect(card?.width).toBe(232);
    expect(card?.handles?.map(({ id, type }) => `${type} ${id}`)).toEqual([
      'target in',
      'source true',
      'source false',
    ]);
  });

  it('shows an outcome that leads to nothing that is there as unconnected', () => {
    const card = flowNodes(shown(journeyOf([check])), []).find(({ id }) => id === 'check');
    expect(card?.data).toMatchObject({ unconnected: 'false\n' });
  });

  it('draws the connections whose ends are both there', () => {
    const ids = flowEdges(shown(journeyOf([message, check])), null, []).map(({ id }) => id);
    expect(ids).toEqual([`${startId}|outcome`, 'message|true', 'check|true']);
  });

  it('puts a node without a place where no card stands', () => {
    const nodes = flowNodes(shown(journeyOf([message, check, node('new')])), []);
    const places = nodes.map(({ position }) => `${position.x} ${position.y}`);
    expect(new Set(places).size).toBe(nodes.length);
  });
});

describe('the boxes of what is drawn', () => {
  it('are the same object until a card moves', () => {
    const nodes = flowNodes(shown(journeyOf([message, check])), []);
    const boxes = boxesOf(nodes, new Map());
    expect(boxesOf([...nodes], boxes)).toBe(boxes);
    const dragged = new Map([['check', { x: 8, y: 8 }]]);
    const moved = boxesOf(flowNodes(shown(journeyOf([message, check]), { dragged }), nodes), boxes);
    expect(moved).not.toBe(boxes);
    expect(moved.get('message')).toBe(boxes.get('message'));
  });
});
