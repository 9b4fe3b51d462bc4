import { failureId, overlap, type Point, passesThrough, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { journeyOf, nodeOf } from '../outline/journey.builder.ts';
import { elkForTests } from './elk.builder.ts';
import type { Arrangement, Direction } from './elk-graph.ts';
import { boxesOf, type Card, type Connection, type Graph } from './graph.ts';
import { graphOf } from './journey-graph.ts';
import { layOut, type Scope } from './lay-out.ts';

const elk = elkForTests();

const card = (id: string, outcomes: readonly string[] = ['outcome']): Card => ({
  id,
  width: 232,
  height: 48 + 24 * outcomes.length,
  input: { x: 0, y: 20 },
  outputs: outcomes.map((outcome, row) => ({ outcome, x: 232, y: 52 + 24 * row })),
});
const to = (nodeId: string, target: string, outcome = 'outcome'): Connection => ({ nodeId, outcome, target });

const loop: Graph = {
  cards: [card('ask'), card('check', ['true', 'false']), card('retry', ['again', 'enough']), card('end')],
  connections: [
    to('ask', 'check'),
    to('check', 'end', 'true'),
    to('check', 'retry', 'false'),
    to('retry', 'ask', 'again'),
    to('retry', 'end', 'enough'),
  ],
};

const lay = (
  graph: Graph,
  scope: Scope,
  placed: Record<string, Point> = {},
  direction: Direction = 'right',
) => layOut(graph, new Map(Object.entries(placed)), { scope, direction, elk });

function overlaps(cards: readonly Card[], places: ReadonlyMap<string, Point>) {
  const boxes = boxesOf(cards, places);
  return boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(box, other) ? [`${box.id} on ${other.id}`] : [])),
  );
}

function linesThroughCards({ cards }: Graph, { places, routes }: Arrangement) {
  const boxes = boxesOf(cards, places);
  return [...routes].flatMap(([id, points]) =>
    boxes.flatMap((box) => (passesThrough(points, box) ? [`${id} through ${box.id}`] : [])),
  );
}

describe('everything', () => {
  test.each(['right', 'down'] as const)(
    'is laid out %s, no card on another, no line through a card',
    async (way) => {
      const arrangement = await lay(loop, 'all', {}, way);
      expect(arrangement.places.size).toBe(4);
      expect(arrangement.routes.size).toBe(5);
      expect(overlaps(loop.cards, arrangement.places)).toEqual([]);
      expect(linesThroughCards(loop, arrangement)).toEqual([]);
    },
  );

  test('sets an end that nothing leads to behind the last card, not beside Start', async () => {
    const graph = graphOf(journeyOf([nodeOf('a', { outcome: 'b' }), nodeOf('b')]));
    const { places, routes } = await lay(graph, 'all');
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    expect([x(startId), x('a'), x('b'), x(failureId)].toSorted((one, other) => one - other)).toEqual([
      x(startId),
      x('a'),
      x('b'),
      x(successId),
    ]);
    expect(routes.size).toBe(2);
  });

  test('has lines that begin and end at the ports', async () => {
    const { places, routes } = await lay(loop, 'all');
    const [check, end] = [places.get('check'), places.get('end')];
    const line = routes.get('check|true');
    expect(line?.[0]).toEqual({ x: (check?.x ?? 0) + 232, y: (check?.y ?? 0) + 52 });
    expect(line?.at(-1)).toEqual({ x: end?.x, y: (end?.y ?? 0) + 20 });
  });

  test('begins with Start and ends with Success and Failure', async () => {
    const graph = graphOf(
      journeyOf([nodeOf('a', { outcome: 'b' }), nodeOf('b', { outcome: successId }), nodeOf('alone')]),
    );
    const { places } = await lay(graph, 'all');
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    expect(x(startId)).toBeLessThan(x('a'));
    expect(x('b')).toBeLessThan(x(successId));
    expect(places.has(failureId)).toBe(true);
    expect(places.has('alone')).toBe(true);
    expect(overlaps(graph.cards, places)).toEqual([]);
  });

  test('is laid out the same way each time, whatever the order of the file', async () => {
    const nodes = [
      nodeOf('a', { outcome: 'b' }),
      nodeOf('b', { outcome: 'c' }),
      nodeOf('c', { outcome: 'a' }),
    ];
    const backwards = journeyOf([...nodes].reverse(), { entryNodeId: 'a' });
    expect(await lay(graphOf(backwards), 'all')).toEqual(await lay(graphOf(journeyOf(nodes)), 'all'));
  });

  test('of nothing is nothing', async () => {
    expect((await lay({ cards: [], connections: [] }, 'all')).places.size).toBe(0);
  });
});

describe('a selection', () => {
  const placed = {
    ask: { x: 0, y: 0 },
    check: { x: 40, y: 20 },
    retry: { x: 80, y: 40 },
    end: { x: 900, y: 0 },
  };

  test('is laid out where it was, and nothing else is moved', async () => {
    const { places, routes } = await lay(loop, { selected: new Set(['ask', 'check', 'retry']) }, placed);
    expect([...places.keys()].sort()).toEqual(['ask', 'check', 'retry']);
    expect(Math.min(...[...places.values()].map(({ x }) => x))).toBe(0);
    expect([...routes.keys()].sort()).toEqual(['ask|outcome', 'check|false', 'retry|again']);
  });

  test('moves down where it would come to lie on others', async () => {
    const near = { ...placed, end: { x: 330, y: 0 } };
    const { places } = await lay(loop, { selected: new Set(['ask', 'check', 'retry']) }, near);
    expect(overlaps(loop.cards, new Map([...Object.entries(near), ...places]))).toEqual([]);
  });
});

describe('new cards', () => {
  test('come to stand beside what leads to them, and nothing else is moved', async () => {
    const placed = { ask: { x: 0, y: 0 }, check: { x: 300, y: 0 } };
    const { places } = await lay(loop, 'new', placed);
    expect([...places.keys()].sort()).toEqual(['end', 'retry']);
    expect(Math.min(...[...places.values()].map(({ x }) => x))).toBe(300 + 232 + 90);
    expect(overlaps(loop.cards, new Map([...Object.entries(placed), ...places]))).toEqual([]);
  });

  test('that nothing leads to come to stand below all others', async () => {
    const graph = { cards: [card('a'), card('b'), card('c')], connections: [] };
    const { places } = await lay(graph, 'new', { a: { x: 8, y: 8 } });
    expect(places.get('b')).toEqual({ x: 8, y: 8 + 72 + 40 });
    expect(places.get('c')?.y).toBeGreaterThan(8 + 2 * 72);
  });

  test('are all cards where none has a place', async () => {
    expect(await lay(loop, 'new')).toEqual(await lay(loop, 'all'));
  });
});
