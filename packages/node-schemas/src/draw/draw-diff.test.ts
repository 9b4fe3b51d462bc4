import { expect, test } from 'vitest';
import { type BuiltJourney, journeyExport } from '../journey/journey-export.builder.ts';
import { drawDiff } from './draw-diff.ts';

const login: BuiltJourney = {
  nodes: {
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Wait', false: 'Failure' } },
    Wait: { type: 'PushWaitNode', to: { DONE: 'Success', EXITED: 'Failure' } },
  },
};

const classesOf = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`class="(${name} [a-z ]+)"`, 'g'))].map(([, found]) => found).sort();

test('what came is green, what went is red with dashes, what changed is amber, and the legend says so', () => {
  const after = journeyExport({
    nodes: {
      Check: { type: 'DataStoreDecisionNode', to: { true: 'Show', false: 'Success' } },
      Show: { type: 'MessageNode', config: { message: { en: 'Welcome' } }, to: {} },
    },
  });
  const svg = drawDiff(journeyExport(login), after);
  expect(classesOf(svg, 'card')).toEqual(['card negative dashed', 'card positive']);
  // The first three are the legend's; then two connections that came, and four that went.
  expect(classesOf(svg, 'line')).toEqual([
    ...Array(5).fill('line negative dashed'),
    'line notable',
    ...Array(3).fill('line positive'),
  ]);
  for (const text of ['added', 'removed', 'changed', 'Login: 3 changes']) expect(svg).toContain(`>${text}<`);
});

test('an outcome that is gone keeps its row, so that its connection has a beginning', () => {
  const sender = (mandatory: boolean) =>
    journeyExport({
      nodes: {
        Send: {
          type: 'PushAuthenticationSenderNode',
          config: { mandatory },
          to: { SENT: 'Success', ...(mandatory ? {} : { SKIPPED: 'Failure' }) },
        },
      },
    });
  const svg = drawDiff(sender(false), sender(true));
  expect(svg).toContain('>Skipped<');
  expect(classesOf(svg, 'card')).toEqual(['card notable']);
  expect(classesOf(svg, 'line').filter((name) => name === 'line negative dashed')).toHaveLength(2);
});

test('a page changes with what is on it', () => {
  const page = (...names: string[]) =>
    journeyExport({
      nodes: {
        Page: {
          type: 'PageNode',
          children: Object.fromEntries(names.map((name) => [name, { type: 'UsernameCollectorNode' }])),
        },
      },
    });
  expect(classesOf(drawDiff(page('A'), page('A', 'B')), 'card')).toEqual(['card notable']);
});

test('a node that is gone makes way for what stands in its place', () => {
  const at = (exported: BuiltJourney) => journeyExport(exported);
  const other: BuiltJourney = {
    nodes: { Check: { type: 'DataStoreDecisionNode', to: { true: 'Success' } } },
  };
  const svg = drawDiff(at(login), at(other), {
    before: { nodes: { Check: { x: 0, y: 0 }, Wait: { x: 400, y: 0 } }, staticNodes: {} },
    after: { nodes: { Check: { x: 400, y: 0 } }, staticNodes: {} },
  });
  const cards = [...svg.matchAll(/<rect class="card[^"]*" x="(\S+)" y="(\S+)" width="232"/g)];
  expect(cards.map(([, x, y]) => [x, y])).toEqual([
    ['400', '0'],
    ['400', '136'],
  ]);
});

test('a whole journey that came is all green', () => {
  const svg = drawDiff(null, journeyExport(login));
  expect(classesOf(svg, 'card').filter((name) => name === 'card positive')).toHaveLength(2);
  expect(svg).toContain('>Login: added, 2 nodes<');
});
