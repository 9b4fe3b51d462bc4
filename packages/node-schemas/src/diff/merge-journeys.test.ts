import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BuiltNode, journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';
import { anyExport, anyJson } from './export.builder.ts';
import { conflictText } from './merge-conflict.ts';
import { mergeJourneys } from './merge-journeys.ts';

const nodes: Readonly<Record<string, BuiltNode>> = {
  Check: { type: 'DataStoreDecisionNode', to: { true: 'Send', false: 'Failure' } },
  Send: {
    type: 'PushAuthenticationSenderNode',
    config: { mandatory: false, messageTimeout: 120_000 },
    to: { SENT: 'Wait', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' },
  },
  Wait: { type: 'PushWaitNode', config: { secondsToWait: 5 }, to: { DONE: 'Success', EXITED: 'Failure' } },
};

/** The journey with some nodes replaced, or removed where null. */
function journey(change: Readonly<Record<string, BuiltNode | null>> = {}, tree: JsonObject = {}): JsonObject {
  const kept = Object.entries({ ...nodes, ...change }).flatMap(([name, node]) =>
    node === null ? [] : [[name, node] as const],
  );
  return journeyExport({ nodes: Object.fromEntries(kept), tree });
}

const send = (config: JsonObject, to = nodes.Send?.to ?? {}): BuiltNode => ({
  type: 'PushAuthenticationSenderNode',
  config: { mandatory: false, messageTimeout: 120_000, ...config },
  to,
});

const sentences = (base: JsonObject, ours: JsonObject, theirs: JsonObject) =>
  mergeJourneys(base, ours, theirs).conflicts.map(conflictText);

describe('a merge', () => {
  test('takes what each side changed of the same node: properties and outcomes', () => {
    const ours = journey({ Send: send({ mandatory: true }) });
    const theirs = journey({
      Send: send({ messageTimeout: 60_000 }, { ...nodes.Send?.to, NOT_REGISTERED: 'Success' }),
    });
    expect(mergeJourneys(journey(), ours, theirs)).toEqual({
      merged: journey({
        Send: send(
          { mandatory: true, messageTimeout: 60_000 },
          { ...nodes.Send?.to, NOT_REGISTERED: 'Success' },
        ),
      }),
      conflicts: [],
    });
  });

  test('takes nodes that either side added', () => {
    const added = { type: 'MessageNode', to: {} };
    const { merged, conflicts } = mergeJourneys(journey(), journey({ A: added }), journey({ B: added }));
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(journey({ A: added, B: added }));
  });

  test('names a property that both changed, with the three values, and keeps ours', () => {
    const ours = journey({ Send: send({ messageTimeout: 90_000 }) });
    const theirs = journey({ Send: send({ messageTimeout: 60_000 }) });
    expect(mergeJourneys(journey(), ours, theirs)).toEqual({
      merged: ours,
      conflicts: [
        {
          type: 'property',
          path: ['nodes', 'Send', 'messageTimeout'],
          subject: 'Send',
          nodeId: 'Send',
          part: 'Message Timeout',
          base: '120 s',
          ours: '90 s',
          theirs: '60 s',
        },
      ],
    });
  });

  test('names an outcome that both connected elsewhere', () => {
    const ours = journey({
      Check: { type: 'DataStoreDecisionNode', to: { true: 'Wait', false: 'Failure' } },
    });
    const theirs = journey({
      Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } },
    });
    expect(sentences(journey(), ours, theirs)).toEqual([
      'Check, True: ours has Wait, theirs Success, both had Send before.',
    ]);
  });

  test('never shows a secret that both changed', () => {
    const odd = (secret: string) =>
      journey({ Odd: { type: 'UnheardOfNode', config: { clientSecret: secret } } });
    expect(sentences(odd('one'), odd('two'), odd('six'))).toEqual([
      'Odd, clientSecret: ours has (hidden), theirs (hidden), both had (hidden) before.',
    ]);
  });

  test.each([
    { side: 'theirs', says: 'Wait: ours changed it, theirs removed it.' },
    { side: 'ours', says: 'Wait: ours removed it, theirs changed it.' },
  ])(
    'asks about a node that $side removed and the other changed, and leaves all of it as ours has it',
    ({ side, says }) => {
      const removed = journey({
        Send: send({}, { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' }),
        Wait: null,
      });
      const changed = journey({
        Wait: { type: 'PushWaitNode', config: { secondsToWait: 9 }, to: nodes.Wait?.to ?? {} },
      });
      const [ours, theirs] = side === 'ours' ? [removed, changed] : [changed, removed];
      const { merged, conflicts } = mergeJourneys(journey(), ours, theirs);
      expect(conflicts.map(conflictText)).toEqual([says]);
      const isThere = side === 'theirs';
      expect(merged).toHaveProperty(
        isThere ? 'nodes.Wait.secondsToWait' : 'nodes.Send',
        isThere ? 9 : expect.anything(),
      );
      expect('Wait' in (merged.nodes as JsonObject)).toBe(isThere);
      expect('Wait' in (merged.tree as { nodes: JsonObject }).nodes).toBe(isThere);
    },
  );

  test('asks about a connection to a node that the other side removed', () => {
    const ours = journey({
      Send: send({}, { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' }),
      Wait: null,
    });
    const theirs = journey({ Check: { type: 'DataStoreDecisionNode', to: { true: 'Send', false: 'Wait' } } });
    const { merged, conflicts } = mergeJourneys(journey(), ours, theirs);
    expect(conflicts.map(conflictText)).toEqual([
      'Check, False: ours has Failure, theirs Wait, both had Failure before.',
    ]);
    expect(merged).toEqual(ours);
  });

  test('lets a node go that one side removed and the other only moved', () => {
    const moved = (tree: JsonObject): JsonObject => {
      const entries = tree.nodes as { readonly [id: string]: JsonObject };
      return { ...tree, nodes: { ...entries, Wait: { ...entries.Wait, x: 9, y: 9 } } };
    };
    const theirs = { ...journey(), tree: moved(journey().tree as JsonObject) };
    const ours = journey({
      Send: send({}, { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' }),
      Wait: null,
    });
    expect(mergeJourneys(journey(), ours, theirs)).toEqual({ merged: ours, conflicts: [] });
  });

  test('puts what both sides added to a page beside what they added it to', () => {
    const page = (...names: string[]) =>
      journeyExport({
        nodes: {
          Page: {
            type: 'PageNode',
            children: Object.fromEntries(names.map((name) => [name, { type: 'UsernameCollectorNode' }])),
          },
        },
      });
    const { merged, conflicts } = mergeJourneys(
      page('A', 'B'),
      page('New', 'A', 'B'),
      page('A', 'Other', 'B'),
    );
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(page('New', 'A', 'Other', 'B'));
    expect(mergeJourneys(page('A', 'B'), page('B', 'A'), page('A')).merged).toEqual(page('A'));
  });

  test('merges scripts line by line, as lines or in a text', () => {
    const script = (source: JsonObject[string]): JsonObject => ({
      scripts: { s: { name: 'Risk', script: source } },
    });
    const [base, ours, theirs, both] = ['1\n2\n3', 'one\n2\n3', '1\n2\nthree', 'one\n2\nthree'] as const;
    expect(
      mergeJourneys(script(base.split('\n')), script(ours.split('\n')), script(theirs.split('\n'))).merged,
    ).toEqual(script(both.split('\n')));
    const text = (source: string) => script(JSON.stringify(source));
    expect(mergeJourneys(text(base), text(ours), text(theirs)).merged).toEqual(text(both));
    expect(sentences(text(base), text(ours), text('uno\n2\n3'))).toEqual([
      expect.stringMatching(/^Script Risk, script: ours has /),
    ]);
  });

  test('merges notes by what they say', () => {
    const notes = (...texts: string[]) =>
      journey(
        {},
        {
          uiConfig: {
            annotations: JSON.stringify({ structural: texts.map((text, id) => ({ id: String(id), text })) }),
          },
        },
      );
    expect(mergeJourneys(notes('a', 'b'), notes('A', 'b'), notes('a', 'B'))).toEqual({
      merged: notes('A', 'B'),
      conflicts: [],
    });
  });

  test('takes the first notes of both sides, and names the two texts that one note has', () => {
    const notes = (...structural: { readonly id: string; readonly text: string }[]) =>
      journey({}, { uiConfig: { annotations: JSON.stringify({ forNodes: {}, structural }) } });
    const [why, how] = [
      { id: '1', text: 'Why' },
      { id: '2', text: 'How' },
    ];
    expect(mergeJourneys(journey(), notes(why), notes(how))).toEqual({
      merged: notes(how, why),
      conflicts: [],
    });
    expect(sentences(journey(), notes(why), notes({ id: '1', text: 'Wherefore' }))).toHaveLength(1);
  });

  test('merges files with several journeys one by one', () => {
    const file = (one: JsonObject, two: JsonObject | null): JsonObject => ({
      trees: { one, ...(two === null ? {} : { two }) },
    });
    const changed = journey({ Send: send({ mandatory: true }) });
    expect(
      mergeJourneys(file(journey(), journey()), file(changed, journey()), file(journey(), null)),
    ).toEqual({
      merged: file(changed, null),
      conflicts: [],
    });
    expect(sentences(file(journey(), journey()), file(journey(), changed), file(journey(), null))).toEqual([
      'Journey two: ours changed it, theirs removed it.',
    ]);
  });
});

describe('whatever a journey says', () => {
  test('what both sides made, and what one side made, is the outcome', () => {
    fc.assert(
      fc.property(fc.oneof(anyExport(), anyJson()), fc.oneof(anyExport(), anyJson()), (base, one) => {
        expect(mergeJourneys(base, one, one)).toEqual({ merged: one, conflicts: [] });
        expect(mergeJourneys(base, base, one)).toEqual({ merged: one, conflicts: [] });
        expect(mergeJourneys(base, one, base)).toEqual({ merged: one, conflicts: [] });
      }),
    );
  });

  test('a merge of any three JSON objects comes to an end, and each conflict is told', () => {
    fc.assert(
      fc.property(anyExport(), anyExport(), anyExport(), anyJson(), (base, ours, theirs, odd) => {
        for (const conflict of mergeJourneys(base, ours, theirs).conflicts)
          expect(conflictText(conflict)).toMatch(/\.$/);
        expect(mergeJourneys(odd, ours, base).merged).toBeDefined();
        expect(mergeJourneys(base, odd, theirs).merged).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });
});
