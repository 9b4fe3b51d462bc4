import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureId, successId } from '../journey/journey.ts';
import { type BuiltNode, journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';
import { anyExport, anyJson, wholeExport } from './export.builder.ts';
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

const removedSend = () => send({}, { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' });

/** What the flow and the pages of an export name and it does not have. */
function missingIn(exported: JsonObject): readonly string[] {
  const { entryNodeId, nodes: entries } = exported.tree as { entryNodeId: string; nodes: JsonObject };
  const has = (part: unknown, id: string) => Object.hasOwn((part ?? {}) as JsonObject, id);
  const onPages = Object.values(exported.nodes as JsonObject).flatMap((node) =>
    ((node as { nodes?: readonly { _id: string }[] }).nodes ?? []).map(({ _id }) => _id),
  );
  const targets = Object.values(entries).flatMap((node) =>
    Object.values((node as { connections: Readonly<Record<string, string>> }).connections ?? {}),
  );
  return [
    ...[entryNodeId, ...targets].filter((id) => id !== successId && id !== failureId && !has(entries, id)),
    ...Object.keys(entries).filter((id) => !has(exported.nodes, id)),
    ...onPages.filter((id) => !has(exported.innerNodes, id)),
    ...onPages.filter((id, index) => onPages.indexOf(id) !== index),
  ];
}

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

  test('names a setting of the journey as the designer does', () => {
    const lasting = (maximumSessionTime: number) => journey({}, { maximumSessionTime });
    expect(sentences(lasting(5), lasting(30), lasting(60))).toEqual([
      'Journey, Maximum session time: ours has 30 min, theirs 60 min, both had 5 min before.',
    ]);
  });

  test('calls a node by the name that it has when merged', () => {
    const named = (displayName: string, messageTimeout: number) => {
      const exported = JSON.parse(JSON.stringify(journey({ Send: send({ messageTimeout }) })));
      exported.tree.nodes.Send.displayName = displayName;
      return exported;
    };
    expect(sentences(named('Send', 1000), named('Push', 2000), named('Ask', 3000))).toEqual([
      'Push, Message Timeout: ours has 2 s, theirs 3 s, both had 1 s before.',
      'Push, name: ours has Push, theirs Ask, both had Send before.',
    ]);
    expect(sentences(named('Send', 1000), named('Send', 2000), named('Ask', 3000))).toEqual([
      'Ask, Message Timeout: ours has 2 s, theirs 3 s, both had 1 s before.',
    ]);
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
      expect(merged).toEqual(ours);
    },
  );

  describe('of a connection to a node that the other side removed', () => {
    const removed = journey({ Send: removedSend(), Wait: null });
    const check = (to: BuiltNode['to'] = {}): BuiltNode => ({ type: 'DataStoreDecisionNode', to });

    test.each([
      {
        by: 'to an outcome that the other left alone',
        connected: journey({ Check: check({ true: 'Send', false: 'Wait' }) }),
        says: ['ours leads False of Check to Wait, which theirs removed.'],
        mirrored: ['theirs leads False of Check to Wait, which ours removed.'],
      },
      {
        by: 'to an outcome that the other led elsewhere as well',
        connected: journey({
          Send: send({}, { SENT: 'Wait', NOT_REGISTERED: 'Failure', SKIPPED: 'Wait' }),
        }),
        removedAlso: {
          Send: send({}, { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Failure' }),
        },
        says: ['ours leads Skipped of Send to Wait, which theirs removed; theirs leads it to Failure.'],
        mirrored: ['theirs leads Skipped of Send to Wait, which ours removed; ours leads it to Failure.'],
      },
      {
        by: 'to Start',
        connected: journey({}, { entryNodeId: 'Wait' }),
        says: ['ours leads Start to Wait, which theirs removed.'],
        mirrored: ['theirs leads Start to Wait, which ours removed.'],
      },
      {
        by: 'to the outcome of a new node',
        connected: journey({ More: check({ true: 'Wait', false: 'Failure' }) }),
        says: ['ours leads True of More to Wait, which theirs removed.'],
        mirrored: ['theirs leads True of More to Wait, which ours removed.'],
        // The new node comes without the connection.
        without: journey({ Send: removedSend(), Wait: null, More: check({ false: 'Failure' }) }),
      },
      {
        by: 'and changes the node too',
        connected: journey({
          Check: check({ true: 'Send', false: 'Wait' }),
          Wait: { type: 'PushWaitNode', config: { secondsToWait: 9 }, to: nodes.Wait?.to ?? {} },
        }),
        says: [
          'Wait: ours changed it, theirs removed it.',
          'ours leads False of Check to Wait, which theirs removed.',
        ],
        mirrored: [
          'Wait: ours removed it, theirs changed it.',
          'theirs leads False of Check to Wait, which ours removed.',
        ],
      },
    ])('tells what one side connected $by, and what the other removed', (given) => {
      const { connected, removedAlso, says, mirrored, without } = given;
      const other = removedAlso === undefined ? removed : journey({ ...removedAlso, Wait: null });
      const one = mergeJourneys(journey(), connected, other);
      expect(one.conflicts.map(conflictText)).toEqual(says);
      expect(one.merged).toHaveProperty('tree.nodes.Wait');
      expect(one.merged).toHaveProperty('nodes.Wait');
      const two = mergeJourneys(journey(), other, connected);
      expect(two.conflicts.map(conflictText)).toEqual(mirrored);
      expect(two.merged).toEqual(without ?? other);
      expect([one, two].flatMap(({ merged }) => missingIn(merged))).toEqual([]);
    });

    test('names the sides and the values for tools', () => {
      const ours = journey({ Check: check({ true: 'Send', false: 'Wait' }) });
      expect(mergeJourneys(journey(), ours, removed).conflicts).toEqual([
        {
          type: 'outcome',
          path: ['tree', 'nodes', 'Check', 'connections', 'false'],
          subject: 'Check',
          nodeId: 'Check',
          part: 'False',
          base: 'Failure',
          ours: 'Wait',
          theirs: 'Failure',
          target: { by: 'theirs', fate: 'removed' },
        },
      ]);
    });

    test('keeps the nodes that follow the kept one and were removed with it', () => {
      const chain = {
        Wait: { type: 'PushWaitNode', to: { DONE: 'After' } },
        After: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
      };
      const base = journey(chain);
      const ours = journey({ ...chain, Check: check({ true: 'Send', false: 'Wait' }) });
      const theirs = journey({ Send: removedSend(), Wait: null });
      const { merged, conflicts } = mergeJourneys(base, ours, theirs);
      expect(conflicts.map(conflictText)).toEqual([
        'ours leads False of Check to Wait, which theirs removed.',
      ]);
      expect(merged).toHaveProperty('nodes.After');
      expect(missingIn(merged)).toEqual([]);
    });
  });

  describe('of a page', () => {
    const login = (pages: Readonly<Record<string, readonly string[]>>, start: string, password = {}) =>
      journeyExport({
        nodes: Object.fromEntries(
          Object.entries(pages).map(([page, names]) => [
            page,
            {
              type: 'PageNode',
              to: { outcome: 'Success' },
              children: Object.fromEntries(
                names.map((name) => [
                  name,
                  { type: `${name}CollectorNode`, config: name === 'Password' ? password : {} },
                ]),
              ),
            },
          ]),
        ),
        tree: { entryNodeId: start },
      });
    const base = login({ One: ['Username', 'Password'], Two: [] }, 'Two');
    const removed = login({ Two: [] }, 'Two');

    test('that one side removed and the other leads to, keeps its nodes', () => {
      const ours = login({ One: ['Username', 'Password'], Two: [] }, 'One');
      const { merged, conflicts } = mergeJourneys(base, ours, removed);
      expect(conflicts.map(conflictText)).toEqual(['ours leads Start to One, which theirs removed.']);
      expect(merged).toEqual(ours);
      expect(mergeJourneys(base, removed, ours).merged).toEqual(removed);
    });

    test('that one side removed keeps the node on it that the other changed, with all of the page', () => {
      const entered = login({ One: ['Username', 'Password'], Two: [] }, 'One');
      const ours = login({ One: ['Username', 'Password'], Two: [] }, 'One', { validate: true });
      const { merged, conflicts } = mergeJourneys(entered, ours, removed);
      expect(conflicts.map(conflictText)).toEqual(['Password: ours changed it, theirs removed it.']);
      expect(merged).toEqual(ours);
      expect(mergeJourneys(entered, removed, ours).merged).toEqual(removed);
    });

    test('that one side removed loses no node that the other moved to another page', () => {
      const ours = login({ One: ['Username'], Two: ['Password'] }, 'Two');
      const { merged, conflicts } = mergeJourneys(base, ours, removed);
      expect(conflicts.map(conflictText)).toEqual([
        'One: ours changed it, theirs removed it.',
        'Password: ours moved it to Two, theirs removed it.',
      ]);
      expect(missingIn(merged)).toEqual([]);
      expect(merged).toHaveProperty('innerNodes.Password');
      expect(mergeJourneys(base, removed, ours).merged).toEqual(removed);
    });
  });

  test('asks about a node that both put on other pages, and puts it on one', () => {
    const pages = (of: string) =>
      journeyExport({
        nodes: Object.fromEntries(
          ['One', 'Two', 'Three'].map((page) => [
            page,
            { type: 'PageNode', children: page === of ? { Name: { type: 'UsernameCollectorNode' } } : {} },
          ]),
        ),
      });
    const { merged, conflicts } = mergeJourneys(pages('One'), pages('Two'), pages('Three'));
    expect(conflicts.map(conflictText)).toEqual(['Name: ours moved it to Two, theirs moved it to Three.']);
    expect(merged).toEqual(pages('Two'));
  });

  test('asks about a connection to a node that the other side put on a page', () => {
    const name: BuiltNode = { type: 'UsernameCollectorNode', to: { outcome: 'Success' } };
    const base = journey({ Name: name });
    const ours = journey({
      Name: name,
      Check: { type: 'DataStoreDecisionNode', to: { true: 'Send', false: 'Name' } },
    });
    const theirs = journey({
      Page: { type: 'PageNode', children: { Name: { type: 'UsernameCollectorNode' } } },
    });
    const { merged, conflicts } = mergeJourneys(base, ours, theirs);
    expect(conflicts.map(conflictText)).toEqual([
      'ours leads False of Check to Name, which theirs moved to Page.',
    ]);
    expect(missingIn(merged)).toEqual([]);
    expect(merged).toHaveProperty('nodes.Page.nodes', []);
  });

  test('keeps the comments on a node that it keeps', () => {
    const comments = (forNodes: JsonObject) => ({ uiConfig: { annotations: JSON.stringify({ forNodes }) } });
    const wait: BuiltNode = { type: 'PushWaitNode', config: { secondsToWait: 9 }, to: nodes.Wait?.to ?? {} };
    const base = journey({}, comments({ Wait: [{ id: '1', text: 'slow' }] }));
    const ours = journey({ Wait: wait }, comments({ Wait: [{ id: '1', text: 'slow' }] }));
    const theirs = journey({ Send: removedSend(), Wait: null }, comments({}));
    expect(mergeJourneys(base, ours, theirs).merged).toHaveProperty(
      'tree.uiConfig.annotations',
      expect.stringContaining('slow'),
    );
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

  test('a merge of journeys that name nothing that is missing names nothing that is missing', () => {
    fc.assert(
      fc.property(wholeExport(), wholeExport(), wholeExport(), (base, ours, theirs) => {
        expect(missingIn(mergeJourneys(base, ours, theirs).merged)).toEqual([]);
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
