import { failureId, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { childOf, journeyOf, nodeOf } from '../outline/journey.builder.ts';
import { type Direction, walk } from './walk.ts';

const journey = journeyOf([
  nodeOf(
    'page',
    { outcome: 'check' },
    { type: 'PageNode', children: [childOf('name'), childOf('password')] },
  ),
  nodeOf('check', { true: 'wait', false: 'retry' }, { type: 'DataStoreDecisionNode' }),
  nodeOf('wait', { true: successId }),
  nodeOf('retry', { Retry: 'page', Reject: failureId }, { type: 'RetryLimitDecisionNode' }),
  nodeOf('lone'),
]);

const box = (x: number, y: number) => ({ x, y, width: 232, height: 96 });

const boxes = new Map([
  [startId, box(0, 0)],
  ['page', box(300, 0)],
  ['check', box(600, 0)],
  ['wait', box(900, 0)],
  ['retry', box(900, 200)],
  ['lone', box(300, 400)],
  [successId, box(1200, 0)],
  [failureId, box(1200, 200)],
]);

const from = (id: string, direction: Direction) => walk({ journey, boxes }, id, direction);

describe('walking along a journey', () => {
  it('goes right to where the first connected outcome leads', () => {
    expect(from(startId, 'right')).toBe('page');
    expect(from('check', 'right')).toBe('wait');
    expect(from('lone', 'right')).toBeNull();
  });

  it('goes left to the nearest node that leads here', () => {
    expect(from('check', 'left')).toBe('page');
    expect(from('page', 'left')).toBe(startId);
    expect(from('lone', 'left')).toBeNull();
  });

  it('goes down and up between what the same node leads to', () => {
    expect(from('wait', 'down')).toBe('retry');
    expect(from('retry', 'up')).toBe('wait');
  });

  it('goes to what stands there where nothing else leads that way', () => {
    expect(from('lone', 'up')).toBe('page');
  });

  it('enters a page on the way down, and leaves it at its end', () => {
    expect(from('page', 'down')).toBe('name');
    expect(from('name', 'down')).toBe('password');
    expect(from('password', 'down')).toBe('lone');
    expect(from('name', 'up')).toBe('page');
    expect(from('password', 'left')).toBe('page');
    expect(from('password', 'right')).toBe('check');
  });
});
