import { startId, successId } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentOf } from '../document/document.builder.ts';
import { nodeIn, pageWith, subjectOf } from './subject.ts';

const journey = deriveJourney(
  documentOf({ page: { type: 'PageNode', children: { name: 'UsernameCollectorNode' } } }).exported,
);

test.each([
  [[], { kind: 'journey' }],
  [['page'], { kind: 'node', id: 'page' }],
  [['name'], { kind: 'node', id: 'name' }],
  [[startId], { kind: 'end', id: startId }],
  [[successId], { kind: 'end', id: successId }],
  [['note:1'], { kind: 'note' }],
  [['page', 'note:1'], { kind: 'many', count: 2 }],
  [['gone'], { kind: 'journey' }],
])('with %j selected the inspector shows %j', (selection, subject) => {
  expect(subjectOf(journey, new Set(selection), null)).toEqual(subject);
});

test('a selected connection goes before everything else', () => {
  const port = { nodeId: 'page', outcome: 'outcome' };
  expect(subjectOf(journey, new Set(['page']), port)).toEqual({ kind: 'connection', port });
});

test('a node in a page is found, with the page', () => {
  expect(nodeIn(journey, 'name')?.type).toBe('UsernameCollectorNode');
  expect(pageWith(journey, 'name')?.id).toBe('page');
  expect(pageWith(journey, 'page')).toBeUndefined();
});
