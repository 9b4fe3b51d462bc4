import { choiceCollectorNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { choiceCollector } from './choice-collector.ts';

type Setting = Omit<NodeRunSetting<typeof choiceCollectorNode>, 'type'>;

const three = { choices: ['one', 'two', 'three'], defaultChoice: 'two', prompt: 'Which way?' };

const choosing = ({ config, ...rest }: Setting = {}) =>
  nodeRun({ type: choiceCollectorNode, config: { ...three, ...config }, ...rest });

test('offers the choices with the default one marked', () => {
  expect(choiceCollector(choosing().run)).toEqual(
    send({
      type: 'ChoiceCallback',
      prompt: 'Which way?',
      choices: ['one', 'two', 'three'],
      defaultChoice: 1,
    }),
  );
});

test('marks the first choice where the default one is not among them', () => {
  expect(choiceCollector(choosing({ config: { defaultChoice: 'four' } }).run)).toMatchObject({
    callbacks: [{ defaultChoice: 0 }],
  });
});

test('leaves by the outcome that is chosen', () => {
  const { run } = choosing({ answers: [{ type: 'ChoiceCallback', value: 2 }] });
  expect(choiceCollector(run)).toEqual(goTo('three'));
});

test('takes a single choice without asking', () => {
  expect(choiceCollector(choosing({ config: { choices: ['only'] } }).run)).toEqual(goTo('only'));
});

test('fails without choices', () => {
  expect(() => choiceCollector(choosing({ config: { choices: [] } }).run)).toThrow(
    'Node does not have any choices',
  );
});

describe('where an authentication level is asked for', () => {
  const shared = { targetAuthLevel: 10, authLevel: 5 };
  const rising = (rises: Readonly<Record<string, number>>, setting: Setting = {}) => ({
    ...choosing({ shared, ...setting }).run,
    maxAuthLevel: (outcome: string) => rises[outcome],
  });

  test('offers only the choices that can reach it', () => {
    expect(choiceCollector(rising({ one: 4, two: 5, three: 10 }))).toEqual(
      send({ type: 'ChoiceCallback', prompt: 'Which way?', choices: ['two', 'three'], defaultChoice: 0 }),
    );
  });

  test('counts the answer among what was offered', () => {
    const answers = [{ type: 'ChoiceCallback', value: 0 }] as const;
    expect(choiceCollector(rising({ one: 4, two: 5, three: 10 }, { answers }))).toEqual(goTo('two'));
  });

  test('drops choices that lead to no success, even where the level suffices already', () => {
    const run = rising({ two: 0, three: 0 }, { shared: { targetAuthLevel: 5, authLevel: 5 } });
    expect(choiceCollector(run)).toMatchObject({ callbacks: [{ choices: ['two', 'three'] }] });
  });

  test('takes the one that is left without asking', () => {
    expect(choiceCollector(rising({ three: 5 }))).toEqual(goTo('three'));
  });

  test('counts from 0 where no level is reached yet', () => {
    const run = rising({ one: 9, two: 10 }, { shared: { targetAuthLevel: 10 } });
    expect(choiceCollector(run)).toEqual(goTo('two'));
  });

  test('fails where none can reach it', () => {
    expect(() => choiceCollector(rising({ one: 4 }))).toThrow(
      "Node doesn't have outcomes which can give auth level >= 10",
    );
  });
});
