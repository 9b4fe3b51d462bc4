import { describe, expect, it } from 'vitest';
import type { CardContent } from './card-content.ts';
import { cardGeometry, cardSizes, snapped, titleLinesAt } from './card-geometry.ts';

const outcomes = (...ids: string[]) => ids.map((id) => ({ id, name: id, glyph: null, isGone: false }));

const content = (parts: Partial<CardContent>): CardContent => ({
  kind: 'node',
  typeName: 'Push Sender',
  isRenamed: false,
  summary: [],
  children: [],
  outcomes: [],
  ...parts,
});

const child = (id: string) => ({ id, type: 'UsernameCollectorNode', displayName: id, config: {} });

describe('the geometry of a card', () => {
  it('is a header where a node has nothing else', () => {
    const { width, height, input } = cardGeometry(content({}));
    expect({ width, height, input }).toEqual({ width: 232, height: 48, input: { x: 0, y: 20 } });
  });

  it('grows by a line of summary and a row for each outcome', () => {
    const { height, outputs } = cardGeometry(
      content({ summary: ['Acme'], outcomes: outcomes('true', 'false') }),
    );
    expect(height).toBe(40 + 16 + 2 * 24 + 8);
    expect(outputs).toEqual([
      { outcome: 'true', x: 232, y: 68 },
      { outcome: 'false', x: 232, y: 92 },
    ]);
  });

  it('holds the nodes of a page between header and outcomes', () => {
    const children = [child('a'), child('b')];
    const { height, outputs } = cardGeometry(
      content({ kind: 'page', children, outcomes: outcomes('outcome') }),
    );
    expect(height).toBe(40 + 24 + 2 * 32 + 24 + 8);
    expect(outputs[0]?.y).toBe(40 + 24 + 2 * 32 + 12);
  });

  it('leaves room for what an empty page says', () => {
    expect(cardGeometry(content({ kind: 'page' })).height).toBe(40 + 24 + 40 + 8);
  });

  it('keeps every height on the grid', () => {
    for (const lines of [0, 1, 2]) {
      const { height } = cardGeometry(
        content({ summary: Array(lines).fill('x'), outcomes: outcomes('a', 'b', 'c') }),
      );
      expect(height % cardSizes.snap).toBe(0);
    }
  });
});

describe('a place on the grid', () => {
  it('is the nearest multiple of eight', () => {
    expect(snapped({ x: 13, y: -3 })).toEqual({ x: 16, y: -0 });
  });
});

describe('the lines of a title', () => {
  const low = content({ outcomes: outcomes('outcome') });
  const high = content({ outcomes: outcomes('one', 'two', 'three', 'four') });

  it('are two near by, whatever the height of the card', () => {
    expect(titleLinesAt(low, { zoom: 1, detail: 'full' })).toBe(2);
    expect(titleLinesAt(high, { zoom: 0.6, detail: 'full' })).toBe(2);
  });

  it('are from afar as many as the card is high for', () => {
    expect(titleLinesAt(low, { zoom: 0.36, detail: 'compact' })).toBe(2);
    expect(titleLinesAt(high, { zoom: 0.36, detail: 'compact' })).toBe(3);
    expect(titleLinesAt(low, { zoom: 0.28, detail: 'block' })).toBe(1);
    expect(titleLinesAt(high, { zoom: 0.28, detail: 'block' })).toBe(3);
    expect(titleLinesAt(low, { zoom: 0.1, detail: 'block' })).toBe(1);
  });

  it('of a page leave room for what is in it', () => {
    const page = content({ kind: 'page', children: [child('a')], outcomes: outcomes('outcome') });
    expect(titleLinesAt(page, { zoom: 0.4, detail: 'compact' })).toBe(1);
  });
});
