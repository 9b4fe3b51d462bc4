import { failureId, successId } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { first } from '../compare/two-states.builder.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import { numbersOverlay } from './numbers-overlay.ts';

const journey = deriveJourney(first.exported);

function painted(nodes: Parameters<typeof numbersOverlay>[0]['nodes']) {
  const hour = { until: '', started: 10, succeeded: 6, failed: 1, abandoned: 3, nodes };
  return numbersOverlay(hour, journey, (count) => `${count} stopped`);
}

test('each node and connection has its number, and the busiest lines are thick', () => {
  const { nodes, connections } = painted({
    page: { outcomes: { outcome: 7 }, stopped: 0, tookMs: null },
    check: { outcomes: { true: 6, false: 1 }, stopped: 0, tookMs: null },
  });
  expect(nodes.get('check')).toEqual({ tone: 'path', badge: '7' });
  expect(nodes.get(successId)?.badge).toBe('6');
  expect(nodes.get(failureId)?.badge).toBe('1');
  expect(connections.get('check|true')).toEqual({ tone: 'path', badges: ['6'], isStrong: true });
  expect(connections.get('check|false')).toEqual({ tone: 'path', badges: ['1'] });
});

test('where people stop is marked, and more strongly from one in four on', () => {
  const { nodes } = painted({
    page: { outcomes: { outcome: 7 }, stopped: 1, tookMs: null },
    message: { outcomes: { true: 6 }, stopped: 2, tookMs: null },
    gone: { outcomes: { true: 1 }, stopped: 0, tookMs: null },
  });
  expect(nodes.get('page')).toMatchObject({ tone: 'weak', badge: '7 · 1 stopped' });
  expect(nodes.get('message')).toMatchObject({ tone: 'bad', badge: '6 · 2 stopped', isStrong: true });
  expect(nodes.has('gone')).toBe(false);
});
