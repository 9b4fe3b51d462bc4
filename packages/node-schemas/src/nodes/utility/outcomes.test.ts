import { describe, expect, test } from 'vitest';
import { outcomesOf } from '../../node-type.ts';
import { choiceCollectorNode } from './choice-collector.ts';
import { innerJourneyNode } from './inner-journey.ts';
import { pollingWaitNode } from './polling-wait.ts';

describe('Polling Wait', () => {
  const outcomes = (config: unknown) => outcomesOf(pollingWaitNode, config).map(({ id }) => id);

  test('has only DONE when it has just been dragged in', () => {
    expect(outcomes(null)).toEqual(['DONE']);
  });

  test.each([
    { exitable: true, spamDetectionEnabled: true, ids: ['DONE', 'EXITED', 'SPAM'] },
    { exitable: true, spamDetectionEnabled: false, ids: ['DONE', 'EXITED'] },
    { exitable: false, spamDetectionEnabled: true, ids: ['DONE', 'SPAM'] },
    { exitable: false, spamDetectionEnabled: false, ids: ['DONE'] },
  ])('has $ids when exitable is $exitable and spam detection $spamDetectionEnabled', ({ ids, ...config }) => {
    expect(outcomes(config)).toEqual(ids);
  });
});

describe('Inner Tree Evaluator', () => {
  const outcomes = (config: unknown) => outcomesOf(innerJourneyNode, config).map(({ id }) => id);

  test('has its error outcome where it is asked for, and when it has just been dragged in', () => {
    expect(outcomes(null)).toEqual(['true', 'false', 'error']);
    expect(outcomes({ tree: 'Inner', displayErrorOutcome: true })).toEqual(['true', 'false', 'error']);
    expect(outcomes({ tree: 'Inner', displayErrorOutcome: false })).toEqual(['true', 'false']);
  });
});

describe('Choice Collector', () => {
  test('has an outcome for each choice', () => {
    expect(outcomesOf(choiceCollectorNode, { choices: ['Push', 'Code'], prompt: '' })).toEqual([
      { id: 'Push', displayName: 'Push' },
      { id: 'Code', displayName: 'Code' },
    ]);
  });

  test('has none when it has just been dragged in or has no choices', () => {
    expect(outcomesOf(choiceCollectorNode, null)).toEqual([]);
    expect(outcomesOf(choiceCollectorNode, {})).toEqual([]);
  });

  test('finds a lack of choices', () => {
    expect(choiceCollectorNode.validate?.({ choices: [], prompt: '' })).toEqual([
      { property: 'choices', message: 'At least one choice must be given.' },
    ]);
  });
});
