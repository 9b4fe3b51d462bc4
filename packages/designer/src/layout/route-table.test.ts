import { passesThrough } from '@journeyman/node-schemas';
import { describe, expect, test, vi } from 'vitest';
import type { Card, Graph } from './graph.ts';
import { createRouteTable } from './route-table.ts';

const card = (id: string, outcomes: readonly string[] = ['outcome']): Card => ({
  id,
  width: 232,
  height: 72,
  input: { x: 0, y: 20 },
  outputs: outcomes.map((outcome, row) => ({ outcome, x: 232, y: 52 + 24 * row })),
});
const graph: Graph = {
  cards: [card('a'), card('b'), card('c')],
  connections: [{ nodeId: 'a', outcome: 'outcome', target: 'b' }],
};
const places = (moved: Readonly<Record<string, { x: number; y: number }>> = {}) =>
  new Map(Object.entries({ a: { x: 0, y: 0 }, b: { x: 600, y: 0 }, c: { x: 0, y: 900 }, ...moved }));

function tableAt(moved?: Parameters<typeof places>[0]) {
  const table = createRouteTable();
  table.update(graph, places(moved));
  return table;
}

describe('the table of lines', () => {
  test('gives the same line until something near it moves', () => {
    const table = tableAt();
    const line = table.routeOf('a|outcome');
    expect(line?.[0]).toEqual({ x: 232, y: 52 });
    table.update(graph, places({ c: { x: 0, y: 1200 } }));
    expect(table.routeOf('a|outcome')).toBe(line);
    table.update(graph, places({ c: { x: 300, y: 0 } }));
    const around = table.routeOf('a|outcome');
    expect(around).not.toBe(line);
    expect(passesThrough(around ?? [], { x: 300, y: 0, width: 232, height: 72 })).toBe(false);
  });

  test('follows an end that moves, and a connection that leads elsewhere', () => {
    const table = tableAt();
    table.routeOf('a|outcome');
    table.update(graph, places({ b: { x: 700, y: 80 } }));
    expect(table.routeOf('a|outcome')?.at(-1)).toEqual({ x: 700, y: 100 });
    table.update(
      { ...graph, connections: [{ nodeId: 'a', outcome: 'outcome', target: 'c' }] },
      places({ b: { x: 700, y: 80 } }),
    );
    expect(table.routeOf('a|outcome')?.at(-1)).toEqual({ x: 0, y: 920 });
  });

  test('has no line for what has no place, no port or no connection', () => {
    const table = createRouteTable();
    table.update(graph, new Map([['a', { x: 0, y: 0 }]]));
    expect(table.routeOf('a|outcome')).toBeUndefined();
    expect(table.routeOf('a|other')).toBeUndefined();
  });

  test('keeps a line of the layout engine until an end moves, and takes it up again when it moves back', () => {
    const table = tableAt();
    const engine = [
      { x: 232, y: 52 },
      { x: 500, y: 52 },
      { x: 500, y: 20 },
      { x: 600, y: 20 },
    ];
    table.keep(new Map([['a|outcome', engine]]));
    expect(table.routeOf('a|outcome')).toBe(engine);
    table.update(graph, places({ b: { x: 608, y: 0 } }));
    expect(table.routeOf('a|outcome')).not.toBe(engine);
    table.update(graph, places());
    expect(table.routeOf('a|outcome')).toBe(engine);
  });

  test('drops a line of the layout engine that a card was put upon', () => {
    const table = tableAt();
    const engine = [
      { x: 232, y: 52 },
      { x: 400, y: 52 },
      { x: 400, y: 20 },
      { x: 600, y: 20 },
    ];
    table.keep(new Map([['a|outcome', engine]]));
    table.update(graph, places({ c: { x: 300, y: 10 } }));
    expect(table.routeOf('a|outcome')).not.toBe(engine);
  });

  test('calls back after each update until it is told not to', () => {
    const table = tableAt();
    const listener = vi.fn();
    const stop = table.subscribe(listener);
    table.update(graph, places());
    stop();
    table.update(graph, places());
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('seeks few lines at once where they take long, and the others later', () => {
    let timeMs = 0;
    const planned: (() => void)[] = [];
    const table = createRouteTable({ nowMs: () => (timeMs += 4), later: (work) => planned.push(work) });
    const outcomes = ['one', 'two', 'three', 'four', 'five'];
    const fan: Graph = {
      cards: [card('a', outcomes), card('b')],
      connections: outcomes.map((outcome) => ({ nodeId: 'a', outcome, target: 'b' })),
    };
    table.update(fan, places({ b: { x: 600, y: 300 } }));
    const found = () => outcomes.filter((outcome) => table.routeOf(`a|${outcome}`) !== undefined);
    expect(found()).toEqual(['one', 'two']);
    const listener = vi.fn();
    table.subscribe(listener);
    for (let work = planned.shift(); work !== undefined; work = planned.shift()) work();
    expect(found()).toEqual(outcomes);
    expect(listener).toHaveBeenCalled();
  });

  test('lets the lines of one card turn one after the other', () => {
    const twice: Graph = {
      cards: [card('a', ['one', 'two']), card('b')],
      connections: ['one', 'two'].map((outcome) => ({ nodeId: 'a', outcome, target: 'b' })),
    };
    const table = createRouteTable();
    table.update(twice, places({ b: { x: 600, y: 300 } }));
    const turns = ['a|one', 'a|two'].map((id) => table.routeOf(id)?.[1]?.x);
    expect((turns[0] ?? 0) - (turns[1] ?? 0)).toBe(8);
  });
});
