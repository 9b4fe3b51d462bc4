import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJourney } from '../journey/format-journey.ts';
import { failureId, successId } from '../journey/journey.ts';
import { type BuiltJourney, journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';
import { comparable } from './comparable.ts';
import { diffJourneys } from './diff-journeys.ts';
import { diffText } from './diff-text.ts';
import { anyExport, anyJson } from './export.builder.ts';
import type { Change } from './journey-diff.ts';

const login: BuiltJourney = {
  nodes: {
    Page: {
      type: 'PageNode',
      to: { outcome: 'Check' },
      children: { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
    },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Send', false: 'Failure' } },
    Send: {
      type: 'PushAuthenticationSenderNode',
      config: { mandatory: false, messageTimeout: 120_000, userMessage: { en: 'Hello' } },
      to: { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' },
    },
  },
};

/** The journey with some nodes replaced, or removed where null. */
function changed(
  nodes: Readonly<Record<string, Partial<BuiltJourney['nodes'][string]> | null>>,
  tree = {},
): JsonObject {
  const merged = Object.entries({ ...login.nodes, ...nodes }).flatMap(([name]) => {
    const change = nodes[name];
    return change === null
      ? []
      : [[name, { type: 'PushWaitNode', ...login.nodes[name], ...change }] as const];
  });
  return journeyExport({ nodes: Object.fromEntries(merged), tree });
}

const changesTo = (after: JsonObject): readonly Change[] => diffJourneys(journeyExport(login), after).changes;

describe('a diff', () => {
  test('of a journey with itself says that it is the same', () => {
    expect(diffJourneys(journeyExport(login), journeyExport(login))).toEqual({
      status: 'same',
      name: 'Login',
      nodes: 5,
      changes: [],
      moved: 0,
      newIds: false,
    });
  });

  test('of a journey that was not there, or is gone, counts its nodes', () => {
    expect(diffText(diffJourneys(null, journeyExport(login)))).toBe('Login: added, 5 nodes\n');
    expect(diffText(diffJourneys(journeyExport(login), null))).toBe('Login: removed, 5 nodes\n');
  });

  test('passes over the order of keys, revisions and what the export says of itself', () => {
    const { tree, ...rest } = journeyExport(login);
    const other = {
      meta: { origin: 'elsewhere' },
      scripts: {},
      tree: { ...(tree as JsonObject), _rev: '7' },
      ...rest,
    };
    expect(diffJourneys(journeyExport(login), other).status).toBe('same');
  });

  test('counts nodes that were only moved', () => {
    const place = (x: number) => ({ staticNodes: { startNode: { x, y: 0 }, [successId]: { x, y: 9 } } });
    const diff = diffJourneys(changed({}, place(1)), changed({}, place(2)));
    expect(diff).toMatchObject({ status: 'same', moved: 2 });
    expect(diffText(diff)).toBe('Login: no changes, 2 nodes only moved\n');
  });

  test('names what a property was and is, as a person reads it', () => {
    const config = {
      mandatory: true,
      messageTimeout: 90_000,
      pushType: 'CHALLENGE',
      userMessage: { en: 'Hi', fr: 'Salut' },
    };
    expect(changesTo(changed({ Send: { config } }))).toMatchObject([
      {
        type: 'node',
        name: 'Send',
        edits: [
          { title: 'Message Timeout', before: '120 s', after: '90 s' },
          {
            title: 'User Message',
            entries: [
              { name: 'en', before: 'Hello', after: 'Hi' },
              { name: 'fr', before: null, after: 'Salut' },
            ],
          },
          { title: "Remove 'skip' option", before: 'off', after: 'on' },
          { title: 'Push Type', before: 'Tap to Accept (default)', after: 'Display Challenge Code' },
          { type: 'outcome', status: 'gone', outcome: 'Skipped', before: 'Success', after: null },
        ],
      },
    ]);
  });

  test('never shows what looks like a secret', () => {
    const before = changed({
      Odd: { type: 'UnheardOfNode', config: { clientSecret: 'one', list: [{ password: 'two' }] } },
    });
    const after = changed({
      Odd: { type: 'UnheardOfNode', config: { clientSecret: 'six', list: [{ password: 'ten' }] } },
    });
    const text = JSON.stringify(diffJourneys(before, after));
    expect(text).toContain('clientSecret');
    expect(text).not.toMatch(/one|two|six|ten"/);
  });

  test('shows that a placeholder took the place of a secret', () => {
    const before = changed({ Odd: { type: 'UnheardOfNode', config: { clientSecret: 'one' } } });
    const after = changed({ Odd: { type: 'UnheardOfNode', config: { clientSecret: '&{odd.secret}' } } });
    expect(diffText(diffJourneys(before, after))).toContain('clientSecret: (hidden) → &{odd.secret}');
  });

  test('shows two long texts from where they differ', () => {
    const message = (end: string) => ({
      config: { message: `${'The same words again and again. '.repeat(5)}${end}` },
    });
    const text = diffText(
      diffJourneys(
        changed({ Odd: { type: 'UnheardOfNode', ...message('Yes.') } }),
        changed({ Odd: { type: 'UnheardOfNode', ...message('No.') } }),
      ),
    );
    expect(text).toMatch(/“…\S* again and again\. Yes\.” → “…\S* again and again\. No\.”/);
  });

  test('tells where an outcome led and leads', () => {
    const after = changed({ Check: { to: { true: 'Send', false: 'Send' } } });
    expect(changesTo(after)).toMatchObject([
      {
        name: 'Check',
        edits: [{ type: 'outcome', status: 'rewired', outcome: 'False', before: 'Failure', after: 'Send' }],
      },
    ]);
  });

  test('tells an outcome that is new', () => {
    const after = changed({
      Send: {
        config: { ...login.nodes.Send?.config, captureFailure: true },
        to: { ...login.nodes.Send?.to, FAILURE: 'Failure' },
      },
    });
    expect(changesTo(after)).toMatchObject([
      {
        edits: [
          { title: 'Capture failure' },
          { status: 'new', outcome: 'Failure', before: null, after: 'Failure' },
        ],
      },
    ]);
  });

  test('lists what is added in the order of the flow, with what is not at its default and where it leads', () => {
    const after = changed({
      Check: { to: { true: 'Wait', false: 'Failure' } },
      Wait: { type: 'PushWaitNode', config: { secondsToWait: 9 }, to: { DONE: 'Send' } },
    });
    expect(diffText(diffJourneys(journeyExport(login), after))).toBe(`Login: 2 changes
  ~ Check: True: Send → Wait
  + Wait (Push Wait Node): Seconds To Wait: 9 s; Done → Send
`);
  });

  test('lists what is removed after what went before it', () => {
    const after = changed({ Check: { to: { true: 'Success', false: 'Failure' } }, Send: null });
    expect(changesTo(after)).toMatchObject([
      { name: 'Check', status: 'changed' },
      { name: 'Send', status: 'removed', edits: [] },
    ]);
  });

  test('tells what led to a node that is gone and still leads there', () => {
    const before = changed({}, { entryNodeId: 'Send' });
    const after = changed({ Send: null }, { entryNodeId: 'Send' });
    expect(diffText(diffJourneys(before, after))).toBe(`Login: 3 changes
  ~ Start: leads to: Send → a node that is not there (Send)
  - Send (Push Sender) removed
  ~ Check: True: Send → a node that is not there (Send)
`);
    expect(diffText(diffJourneys(after, before))).toContain('True: a node that is not there (Send) → Send\n');
  });

  test('shows lists and texts of what is added as they are, for nothing was there before', () => {
    const config = { message: { en: 'Hello' }, choices: ['a', 'b'], empty: {} };
    expect(diffText(diffJourneys(journeyExport(login), changed({ Odd: { type: 'OddNode', config } })))).toBe(
      'Login: 1 change\n  + Odd (OddNode): choices: a, b; empty: empty; message en: Hello\n',
    );
  });

  test('says that a node is nowhere where only its configuration is left', () => {
    const after = JSON.parse(JSON.stringify(journeyExport(login)));
    after.nodes.Page.nodes.pop();
    expect(diffText(diffJourneys(journeyExport(login), after))).toBe(
      'Login: 1 change\n  ~ Password (on Page): moved: Page → nowhere\n',
    );
    expect(diffText(diffJourneys(after, journeyExport(login)))).toBe(
      'Login: 1 change\n  ~ Password (on Page): moved: nowhere → Page\n',
    );
  });

  test('tells another name and another type', () => {
    const { tree, nodes, ...rest } = journeyExport(login);
    const entries = (tree as { nodes: JsonObject }).nodes;
    const renamed = {
      ...rest,
      nodes: { ...(nodes as JsonObject), Check: { _type: { _id: 'IdentityStoreDecisionNode' } } },
      tree: {
        ...(tree as JsonObject),
        nodes: {
          ...entries,
          Check: {
            ...(entries.Check as JsonObject),
            displayName: 'Who',
            nodeType: 'IdentityStoreDecisionNode',
          },
        },
      },
    };
    const [change] = changesTo(renamed);
    expect(change).toMatchObject({ name: 'Who' });
    expect(change).toHaveProperty(
      'edits',
      expect.arrayContaining([
        { type: 'renamed', before: 'Check', after: 'Who' },
        { type: 'retyped', before: 'Data Store Decision', after: 'Identity Store Decision' },
      ]),
    );
  });

  test('tells what came to a page, went from it, and stands in another order', () => {
    const children = (...names: string[]) =>
      Object.fromEntries(
        names.map((name) => [name, { type: name === 'Wait' ? 'PollingWaitNode' : `${name}Node` }]),
      );
    const page = (...names: string[]) =>
      journeyExport({ nodes: { Page: { type: 'PageNode', children: children(...names) } } });
    expect(diffText(diffJourneys(page('A', 'B', 'C'), page('B', 'A', 'Wait')))).toBe(`Login: 3 changes
  ~ Page: order: A, B → B, A; Done new, leads to nothing
  - C (CNode on Page) removed
  + Wait (Polling Wait Node on Page)
`);
  });

  test('tells what moved from a page to another', () => {
    const pages = (first: readonly string[], second: readonly string[]) => {
      const children = (names: readonly string[]) =>
        Object.fromEntries(names.map((name) => [name, { type: 'UsernameCollectorNode' }]));
      return journeyExport({
        nodes: {
          One: { type: 'PageNode', children: children(first), to: { outcome: 'Two' } },
          Two: { type: 'PageNode', children: children(second) },
        },
      });
    };
    expect(diffText(diffJourneys(pages(['A', 'B'], ['C']), pages(['A'], ['B', 'C'])))).toBe(
      'Login: 1 change\n  ~ B (on Two): moved: One → Two\n',
    );
  });

  test('tells where Start leads and what the journey is set to', () => {
    const after = changed({}, { entryNodeId: 'Check', enabled: false, uiConfig: { categories: '["MFA"]' } });
    expect(diffText(diffJourneys(journeyExport(login), after))).toBe(`Login: 2 changes
  ~ Journey: Enabled: on (default) → off; Tags: added MFA
  ~ Start: leads to: Page → Check
`);
  });

  test.each([
    { uiConfig: { annotations: '{"forNodes":{},"structural":[]}' } },
    { uiConfig: { annotations: '{"forNodes":{"Send":[]},"structural":[]}', categories: '[]' } },
    { uiConfig: {} },
  ])('what was noted and then removed is no difference: %j', (tree) => {
    expect(diffJourneys(journeyExport(login), changed({}, tree))).toMatchObject({
      status: 'same',
      changes: [],
    });
    expect(diffJourneys(changed({}, tree), journeyExport(login))).toMatchObject({
      status: 'same',
      changes: [],
    });
  });

  test('tells of notes and comments, and counts notes that were only moved', () => {
    const notes = (text: string, x: number, comments: object) => ({
      uiConfig: {
        annotations: JSON.stringify({
          forNodes: comments,
          structural: [
            { id: '1', text, x, y: 0 },
            { id: '2', text: 'stays', x, y: 0 },
          ],
        }),
      },
    });
    const before = changed({}, notes('why', 1, {}));
    const after = changed({}, notes('because', 2, { Send: [{ id: '3', text: 'slow' }] }));
    expect(diffText(diffJourneys(before, after))).toBe(`Login: 2 changes, 1 node only moved
  ~ Send: comment: nothing → slow
  ~ Note: text: why → because
`);
  });

  test('tells how the lines of a script changed, however the export keeps them', () => {
    const script = (source: unknown): JsonObject => ({
      ...journeyExport(login),
      scripts: { s1: { _id: 's1', name: 'Risk', script: source as string } },
    });
    const before = script(JSON.stringify('one\ntwo\nthree\n'));
    expect(diffJourneys(before, script(['one', '2', 'three', ''])).changes).toEqual([
      {
        type: 'dependency',
        status: 'changed',
        kind: 'script',
        id: 's1',
        name: 'Risk',
        edits: [],
        lines: { added: 1, removed: 1, hunk: '@@ -1,4 +1,4 @@\n one\n-two\n+2\n three\n ' },
      },
    ]);
  });

  test('of the first version of node types with no version is none', () => {
    const versioned = (version: string) => {
      const nodes = [{ _id: 'Name', displayName: 'Name', nodeType: 'UsernameCollectorNode' }];
      const type = { _id: 'PageNode' };
      return {
        bare: { tree: { _id: 'Login', nodes: { P: {} } }, nodes: { P: { _type: type, nodes } } },
        said: {
          tree: { _id: 'Login', nodes: { P: { version } } },
          nodes: {
            P: {
              _type: { ...type, version },
              nodes: nodes.map((child) => ({ ...child, nodeVersion: version })),
            },
          },
        },
      };
    };
    const { bare, said } = versioned('1.0');
    expect(diffJourneys(bare, said).status).toBe('same');
    expect(diffJourneys(bare, versioned('2.0').said).status).toBe('changed');
  });

  test('puts nodes with the very same difference into one line', () => {
    const versions = (version: string | undefined) => {
      const nodes = ['A', 'B', 'C', 'D'].map((id) => [
        id,
        { nodeType: 'PushWaitNode', displayName: id, ...(version === undefined ? {} : { version }) },
      ]);
      return { tree: { _id: 'Login', entryNodeId: 'A', nodes: Object.fromEntries(nodes) } };
    };
    expect(diffText(diffJourneys(versions(undefined), versions('2.0')))).toBe(
      'Login: 4 changes\n  ~ 4 nodes (A, B, C and 1 more): version: nothing → 2.0\n',
    );
  });
});

describe('a journey whose nodes all have new ids', () => {
  const ids = (prefix: string): JsonObject => ({
    tree: {
      _id: 'Login',
      entryNodeId: `${prefix}1`,
      nodes: {
        [`${prefix}1`]: { displayName: 'Ask', nodeType: 'PageNode', connections: { outcome: `${prefix}2` } },
        [`${prefix}2`]: {
          displayName: 'Try',
          nodeType: 'RetryLimitDecisionNode',
          connections: { Retry: `${prefix}1`, Reject: `${prefix}3` },
        },
        [`${prefix}3`]: {
          displayName: 'Try',
          nodeType: 'RetryLimitDecisionNode',
          connections: { Retry: `${prefix}1`, Reject: failureId },
        },
      },
    },
  });

  test('is the same journey, and the diff says that ids are new', () => {
    expect(diffJourneys(ids('a'), ids('b'))).toMatchObject({ status: 'changed', newIds: true, changes: [] });
  });

  test('shows what else is different, a new name included', () => {
    const after = JSON.parse(JSON.stringify(ids('b')).replace('"Ask"', '"Ask again"'));
    expect(diffJourneys(ids('a'), after)).toMatchObject({
      newIds: true,
      changes: [{ name: 'Ask again', edits: [{ type: 'renamed', before: 'Ask', after: 'Ask again' }] }],
    });
  });
});

describe('whatever a journey says', () => {
  test('a diff is empty exactly where the canonical forms are equal apart from places', () => {
    fc.assert(
      fc.property(anyExport(), anyExport(), fc.boolean(), (before, other, isSame) => {
        const after = isSame ? { ...other, ...before } : other;
        const isEqual = formatJourney(comparable(before)) === formatJourney(comparable(after));
        expect(diffJourneys(before, after).status === 'same').toBe(isEqual);
      }),
    );
  });

  test('a diff of any two JSON objects is told', () => {
    fc.assert(
      fc.property(anyJson(), anyJson(), (before, after) => {
        expect(diffText(diffJourneys(before, after))).toMatch(/\n$/);
      }),
    );
  });
});
