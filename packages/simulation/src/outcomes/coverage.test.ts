import { readPolicy } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { createSimulation } from '../run/simulation.ts';
import { coverageOf } from './coverage.ts';

const end = { true: 'Success', false: 'Failure' };
const outer = journeyOf({
  name: 'Outer',
  nodes: {
    Page: {
      type: 'PageNode',
      children: { User: { type: 'UsernameCollectorNode' }, Sure: { type: 'MessageNode' } },
      to: { true: 'Inner', false: 'Failure' },
    },
    Inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Inner' }, to: end },
  },
});
const inner = journeyOf({ name: 'Inner', nodes: { Ask: { type: 'MessageNode', to: end } } });

/** The nodes that a walk through both passes, which ends in Failure. */
async function passesOfWalk() {
  const simulation = createSimulation({ journeys: new Map([outer, inner].map((each) => [each.name, each])) });
  await simulation.start('Outer');
  await simulation.answer([
    { type: 'NameCallback', value: 'demo' },
    { type: 'TextOutputCallback', value: null },
    { type: 'ConfirmationCallback', value: 0 },
  ]);
  await simulation.answer([
    { type: 'TextOutputCallback', value: null },
    { type: 'ConfirmationCallback', value: 1 },
  ]);
  return simulation.steps.flatMap((step) => step.passes);
}

test('outcomes are counted for nodes, nodes of pages and inner journeys, each under its own journey', async () => {
  const passes = await passesOfWalk();
  const told = (journey: typeof outer) =>
    coverageOf(journey, passes).outcomes.map(
      ({ page, node, outcome, times }) =>
        `${page === undefined ? '' : `${page}/`}${node} ${outcome} ${times}`,
    );
  expect(told(outer)).toEqual([
    'Page/User outcome 1',
    'Page/Sure true 1',
    'Page/Sure false 0',
    'Page true 1',
    'Page false 0',
    'Inner true 0',
    'Inner false 1',
  ]);
  expect(told(inner)).toEqual(['Ask true 0', 'Ask false 1']);
  expect(coverageOf(outer, passes)).toMatchObject({ percent: 57, missing: [{}, {}, {}] });
  expect(coverageOf(inner, [])).toMatchObject({ percent: 0 });
});

test('what the policy says nothing takes is left out with its reason, unless it was taken after all', async () => {
  const untaken = (outcome: string) => ({ node: 'Inner', outcome, reason: `Nothing leads to ${outcome}.` });
  const read = readPolicy({
    journeys: {
      '*': { coverageExceptions: [untaken('true')] },
      Outer: { coverageExceptions: [untaken('false')] },
    },
  });
  const policy = read.status === 'read' ? read.policy : undefined;
  const leftOut = { node: 'Inner', outcome: 'true', reason: 'Nothing leads to true.' };
  expect(coverageOf(outer, [], policy)).toMatchObject({
    outcomes: [{}, {}, {}, {}, {}],
    leftOut: [leftOut, { outcome: 'false' }],
  });
  expect(coverageOf(outer, await passesOfWalk(), policy)).toMatchObject({
    outcomes: [{}, {}, {}, {}, {}, { node: 'Inner', outcome: 'false', times: 1 }],
    missing: [{}, {}],
    leftOut: [leftOut],
    percent: 66,
  });
  expect(coverageOf(inner, [], policy).leftOut).toEqual([]);
});
