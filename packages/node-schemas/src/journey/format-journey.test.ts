import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { formatJourney, formatLayout } from './format-journey.ts';
import { failureId, startId, successId } from './journey.ts';
import { journeyExport } from './journey-export.builder.ts';
import { emptyLayout, layoutOf, readLayout, withLayout } from './layout.ts';
import { readJourney } from './read-journey.ts';

const drawn = (): JsonObject => ({
  meta: { origin: 'https://am.example.com', exportDate: '2026-01-02T03:04:05.678Z', ticket: 'A-1' },
  nodes: { b: { _rev: '1', _type: { _id: 'T' }, list: ['z', 'a'] } },
  tree: {
    nodes: { b: { x: 427.75, y: -3, nodeType: 'T', connections: { z: successId, a: failureId } } },
    staticNodes: { [startId]: { x: 1, y: 2 } },
    entryNodeId: 'b',
    _rev: '77',
    _id: 'Drawn',
  },
});

describe('the canonical text', () => {
  test('has its keys sorted and its lists as they are, without revisions, places and who exported it when', () => {
    expect(formatJourney(drawn())).toBe(`{
  "meta": {
    "ticket": "A-1"
  },
  "nodes": {
    "b": {
      "_type": {
        "_id": "T"
      },
      "list": [
        "z",
        "a"
      ]
    }
  },
  "tree": {
    "_id": "Drawn",
    "entryNodeId": "b",
    "nodes": {
      "b": {
        "connections": {
          "a": "${failureId}",
          "z": "${successId}"
        },
        "nodeType": "T"
      }
    },
    "staticNodes": {
      "${successId}": {},
      "${failureId}": {},
      "${startId}": {}
    }
  }
}
`);
  });

  test('has scripts as lines and not who changed them, which in a node would be a setting', () => {
    const text = formatJourney({
      nodes: { a: { modified: 'kept' } },
      scripts: { s: { createdBy: 'me', lastModifiedDate: 1, name: 'S', script: '"one\\ntwo"' } },
      themes: [{ lastModifiedBy: 'me', name: 'plain' }],
      tree: {},
    });
    expect(JSON.parse(text)).toMatchObject({
      nodes: { a: { modified: 'kept' } },
      scripts: { s: { name: 'S', script: ['one', 'two'] } },
    });
    expect(text).not.toMatch(/createdBy|lastModified/);
  });

  test('says a version of a node type only where it is not the first', () => {
    const versioned = (version: string) =>
      JSON.parse(
        formatJourney({
          innerNodes: { c: { _type: { _id: 'C', version }, version } },
          nodes: { b: { _type: { _id: 'P', version }, nodes: [{ _id: 'c', nodeVersion: version }] } },
          tree: { nodes: { b: { nodeType: 'P', version } } },
        }),
      );
    expect(versioned('1.0')).toMatchObject({
      innerNodes: { c: { _type: { _id: 'C' }, version: '1.0' } },
      nodes: { b: { _type: { _id: 'P' }, nodes: [{ _id: 'c' }] } },
      tree: { nodes: { b: { nodeType: 'P' } } },
    });
    expect(JSON.stringify(versioned('1.0')).match(/1\.0/g)).toHaveLength(1);
    expect(JSON.stringify(versioned('2.0')).match(/2\.0/g)).toHaveLength(5);
  });

  test.each([
    'exportDate',
    'exportTool',
    'exportToolVersion',
    'exportedBy',
    'innerTreesIncluded',
    'origin',
    'originAmVersion',
    'treesSelectedForExport',
  ])('leaves %s out, and the part with it where nothing else is told of the export', (key) => {
    expect(formatJourney({ meta: { [key]: 'x' }, tree: {} })).not.toContain('meta');
  });
});

describe('the layout', () => {
  test('holds the places that the canonical text leaves out', () => {
    const layout = layoutOf(drawn());
    expect(formatLayout(layout)).toBe(`{
  "nodes": {
    "b": {
      "x": 427.75,
      "y": -3
    }
  },
  "staticNodes": {
    "${startId}": {
      "x": 1,
      "y": 2
    }
  }
}
`);
    expect(readLayout(formatLayout(layout))).toEqual({ status: 'read', layout });
  });

  test('is put back for tools that keep both together', () => {
    const bare = JSON.parse(formatJourney(drawn()));
    expect(layoutOf(withLayout(bare, layoutOf(drawn())))).toEqual(layoutOf(drawn()));
  });

  test('of a file that says nothing is the one that was known, as far as the nodes are there', () => {
    const bare = JSON.parse(formatJourney(drawn()));
    const known = { nodes: { b: { x: 9, y: 9 }, gone: { x: 0, y: 0 } }, staticNodes: {} };
    expect(layoutOf(bare, known)).toEqual({ nodes: { b: { x: 9, y: 9 } }, staticNodes: {} });
    expect(layoutOf(drawn(), known).nodes.b).toEqual({ x: 427.75, y: -3 });
  });

  test('says nothing of nodes that all lie on one place, for nobody has drawn them', () => {
    const pile = {
      nodes: { a: { x: 0, y: 0 }, b: { x: 0, y: 0 } },
      staticNodes: { [startId]: { x: 1, y: 2 } },
    };
    expect(formatLayout(pile)).toBe(formatLayout(emptyLayout));
    const drawnByHand = { ...pile, nodes: { ...pile.nodes, b: { x: 0, y: 80 } } };
    expect(JSON.parse(formatLayout(drawnByHand))).toEqual(drawnByHand);
  });

  test('passes over what is not a place', () => {
    expect(readLayout('{"nodes":{"a":{"x":1},"b":null,"c":{"x":1,"y":"2"}}}')).toEqual({
      status: 'read',
      layout: { nodes: {}, staticNodes: {} },
    });
    expect(readLayout('{')).toMatchObject({ status: 'refused', finding: { line: 1, column: 2 } });
  });
});

describe('whatever a journey says', () => {
  const id = fc.oneof(fc.uuid(), fc.constantFrom('1', '10', '9', '__proto__', 'ä "#"'));
  const target = fc.oneof(id, fc.constantFrom(successId, failureId));
  const settings = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })) as fc.Arbitrary<JsonObject>;
  const node = fc.record({
    type: fc.constantFrom('PushWaitNode', 'PageNode', 'UnheardOfNode'),
    config: settings.map(({ nodes, ...rest }) => rest),
    to: fc.dictionary(fc.string(), target),
    children: fc.dictionary(id, fc.record({ type: fc.string(), config: settings })),
  });
  const exported = fc
    .record({
      name: fc.string({ minLength: 1 }),
      nodes: fc.dictionary(id, node),
      extra: settings,
      rev: fc.string(),
    })
    .map(({ name, nodes, extra, rev }) => ({
      ...extra,
      ...journeyExport({ name, nodes, tree: { _rev: rev, description: rev, staticNodes: null } }),
    }));
  const parsed = (text: string) => {
    const result = readJourney(text);
    if (result.status === 'refused') throw new Error(JSON.stringify(result.findings));
    return result;
  };

  test('formatting what is formatted changes nothing', () => {
    fc.assert(
      fc.property(exported, (file) => {
        const text = formatJourney(file);
        expect(formatJourney(parsed(text).exported)).toBe(text);
      }),
    );
  });

  test('what is formatted reads as the same journey', () => {
    fc.assert(
      fc.property(exported, (file) => {
        expect(parsed(formatJourney(file)).journey).toEqual(parsed(JSON.stringify(file)).journey);
      }),
    );
  });
});
