import { failureId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { deriveJourney } from '../document/derive-journey.ts';
import { type BuiltNode, documentOf } from '../document/document.builder.ts';
import { filteredPaths, listedPaths } from './listed-paths.ts';
import { wayInWords, wayOverlay } from './way.ts';

const journeyOf = (nodes: Readonly<Record<string, BuiltNode>>) => deriveJourney(documentOf(nodes).exported);
const others = new Map();

const journey = journeyOf({
  page: {
    type: 'PageNode',
    children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' },
    to: { outcome: 'check' },
  },
  check: { type: 'DataStoreDecisionNode', to: { true: successId, false: 'limit' } },
  limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'page', Reject: failureId } },
});
const groups = listedPaths(journey, others);
const [toSuccess, toFailure] = groups;

describe('the paths', () => {
  test('are grouped by where they end, with what is asked, what is proven and where a loop is', () => {
    expect(groups.map(({ end, paths }) => [end, paths.length])).toEqual([
      ['success', 1],
      ['failure', 1],
    ]);
    expect(toSuccess?.paths[0]).toMatchObject({
      number: 1,
      words: 'Start → Page Node → Data Store Decision — True → Success',
      factors: ['knowledge'],
      prompts: 1,
      asks: ['Username Collector', 'Password Collector'],
      loops: ['Page Node', 'Data Store Decision'],
    });
    expect(toFailure?.paths[0]).toMatchObject({
      words: 'Start → Page Node → Data Store Decision — False → Retry Limit Decision — Reject → Failure',
      factors: [],
    });
  });

  test('are filtered by nodes, outcomes and what they prove', () => {
    const found = (query: string) => filteredPaths(groups, query).map(({ end }) => end);
    expect(found('reject')).toEqual(['failure']);
    expect(found('something known')).toEqual(['success']);
    expect(found(' ')).toEqual(['success', 'failure']);
    expect(found('push')).toEqual([]);
  });

  test('have the same id as long as they are the same', () => {
    expect(listedPaths(structuredClone(journey), others)[0]?.paths[0]?.id).toBe(toSuccess?.paths[0]?.id);
  });
});

describe('a way', () => {
  const messages = Array.from({ length: 12 }, (_, index) => `m${index}`);
  const long = journeyOf(
    Object.fromEntries(
      messages.map((id, index): [string, BuiltNode] => [
        id,
        { type: 'MessageNode', to: { true: messages[index + 1] ?? successId, false: failureId } },
      ]),
    ),
  );
  const steps = messages.map((nodeId) => ({ nodeId, outcome: 'true' }));

  test('that is long is told by its beginning and its end, unless all is wanted', () => {
    expect(wayInWords(steps, { journey: long, others }).split(' → ')).toHaveLength(11);
    expect(wayInWords(steps, { journey: long, others }).split(' → ')[4]).toBe('…');
    expect(wayInWords(steps, { journey: long, others }, true).split(' → ')).toHaveLength(14);
  });

  test('names the journey that it leads through inside', () => {
    const inside = [{ journey: 'Login', nodeId: 'check', outcome: 'true' }, ...steps.slice(0, 1)];
    const ground = { journey: long, others: new Map([['Login', journey]]) };
    expect(wayInWords(inside, ground)).toMatch(/^Start → Login: Data Store Decision — True → /);
  });

  test('is painted with a number for each time that a connection is taken', () => {
    const round = [
      { nodeId: 'page', outcome: 'outcome' },
      { nodeId: 'check', outcome: 'false' },
      { nodeId: 'limit', outcome: 'Retry' },
      { nodeId: 'page', outcome: 'outcome' },
      { nodeId: 'check', outcome: 'true' },
    ];
    const look = { tone: 'path', isNumbered: true, isRestFaint: true } as const;
    const { nodes, connections } = wayOverlay(round, journey, look);
    expect(connections.get('page|outcome')).toEqual({ tone: 'path', badges: ['1', '4'] });
    expect(connections.get('check|true')?.badges).toEqual(['5']);
    expect(nodes.has(successId)).toBe(true);
    expect(wayOverlay(round, journey, { ...look, isNumbered: false }).connections.get('check|true')).toEqual({
      tone: 'path',
    });
  });
});
