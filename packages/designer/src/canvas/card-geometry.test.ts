import { describe, expect, it } from 'vitest';
import type { CardContent } from './card-content.ts';
import { cardGeometry, cardSizes, snapped } from './card-geometry.ts';

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
