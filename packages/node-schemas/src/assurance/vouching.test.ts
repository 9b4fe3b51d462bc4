import { expect, test } from 'vitest';
import { type NodeType, outcomesOf } from '../node-type.ts';
import { designOnlyNodeTypes } from '../nodes/design-only.ts';
import { nodeTypes } from '../nodes/index.ts';
import { changes } from './underway.ts';
import { creations, deviceQuestions, enrolments, profileChanges, vouchingOutcomes } from './vouching.ts';

const types = new Map<string, NodeType>(Object.entries({ ...designOnlyNodeTypes, ...nodeTypes }));

function typeOf(id: string): NodeType {
  const type = types.get(id);
  if (type === undefined) throw new Error(`There is no type ${id}.`);
  return type;
}

function outcomeIds(type: NodeType): readonly string[] {
  return 'all' in type.outcomes ? Object.keys(type.outcomes.all) : outcomesOf(type, null).map(({ id }) => id);
}

test.each([
  ...[...vouchingOutcomes].flatMap(([id, vouching]) => vouching.map((outcome) => [id, outcome])),
  ...[...enrolments].map(([id, { outcome }]) => [id, outcome]),
  ...[...deviceQuestions].map(([id, { none }]) => [id, none]),
  ...creations,
  ...profileChanges,
  ...[...changes].map(([id, { outcome }]) => [id, outcome]),
] as [string, string][])('there is an outcome %s %s', (id, outcome) => {
  expect(outcomeIds(typeOf(id))).toContain(outcome);
});

test.each([...vouchingOutcomes.keys()])('%s, which may vouch, proves nothing', (id) => {
  expect(typeOf(id).proves).toBeUndefined();
});

test.each([...changes].flatMap(([id, { flag }]) => (flag === undefined ? [] : [[id, flag.key] as const])))(
  '%s has the flag %s',
  (id, key) => {
    expect(typeOf(id).config.properties[key]).toMatchObject({ type: 'boolean' });
  },
);
