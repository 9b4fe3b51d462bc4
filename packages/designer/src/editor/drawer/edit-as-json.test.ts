import { failureId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { emptyHistory, perform, undo } from '../../document/history.ts';
import type { JourneyDocument } from '../../document/journey-document.ts';
import { type FileKind, judge, textOf } from './edit-as-json.ts';

const document: JourneyDocument = {
  exported: {
    meta: { exportDate: '2026-01-02' },
    innerNodes: {},
    nodes: {
      wait: { _id: 'wait', _type: { _id: 'PushWaitNode' }, secondsToWait: 5 },
      note: { _id: 'note', _type: { _id: 'MessageNode' } },
    },
    tree: {
      _id: 'Login',
      entryNodeId: 'wait',
      nodes: {
        wait: {
          displayName: 'Wait',
          nodeType: 'PushWaitNode',
          connections: { DONE: successId, EXITED: 'note' },
        },
        note: { displayName: 'Note', nodeType: 'MessageNode', connections: { true: failureId } },
      },
      staticNodes: {},
    },
  },
  layout: { nodes: { wait: { x: 8, y: 16 } }, staticNodes: {} },
};

function edited(kind: FileKind, change: (text: string) => string) {
  const judged = judge(document, kind, change(textOf(document, kind)));
  if (judged.status === 'refused') throw new Error(JSON.stringify(judged.findings));
  return perform({ document, history: emptyHistory }, judged.command);
}

describe('the text of a journey that was edited', () => {
  test('changes what it says otherwise, and leaves all else the same objects', () => {
    const after = edited('journey', (text) => text.replace('"secondsToWait": 5', '"secondsToWait": 9'));
    const { exported, layout } = after.document;
    expect(exported.nodes.wait?.secondsToWait).toBe(9);
    expect(exported.nodes.note).toBe(document.exported.nodes.note);
    expect(exported.tree.nodes.wait).toBe(document.exported.tree.nodes.wait);
    expect(layout).toBe(document.layout);
    expect(after.history.past.map(({ label }) => label.key)).toEqual(['command.editJson']);
    expect(undo(after).document).toEqual(document);
  });

  test('keeps the date of the export, which it does not show', () => {
    const after = edited('journey', (text) => text.replace('"Wait"', '"Hold on"'));
    expect(after.document.exported.meta).toEqual({ exportDate: '2026-01-02' });
  });

  test('may leave a node out, whose place goes with it', () => {
    const after = edited('journey', (text) => {
      const { nodes, tree, ...rest } = JSON.parse(text);
      return JSON.stringify({
        ...rest,
        nodes: { note: nodes.note },
        tree: { ...tree, nodes: { note: tree.nodes.note } },
      });
    });
    expect(Object.keys(after.document.exported.tree.nodes)).toEqual(['note']);
    expect(after.document.layout.nodes).toEqual({});
  });

  test('is refused with line and column where it is not JSON or no journey', () => {
    expect(judge(document, 'journey', '{\n  "tree": {,}\n}')).toMatchObject({
      status: 'refused',
      findings: [{ line: 2 }],
    });
    expect(judge(document, 'journey', '[]')).toMatchObject({ status: 'refused' });
  });
});

describe('the text of a layout that was edited', () => {
  test('moves nodes, and leaves the journey the same object', () => {
    const after = edited('layout', (text) => text.replace('"x": 8', '"x": 80'));
    expect(after.document.layout.nodes.wait).toEqual({ x: 80, y: 16 });
    expect(after.document.exported).toBe(document.exported);
  });

  test('places nothing that is not there', () => {
    const after = edited('layout', (text) => text.replace('"wait"', '"gone"'));
    expect(after.document.layout.nodes).toEqual({});
  });

  test('is refused where it is not JSON', () => {
    expect(judge(document, 'layout', '{')).toMatchObject({ status: 'refused', findings: [{ line: 1 }] });
  });
});
