import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllNodeTypes } from '../nodes/index.ts';
import { type BuiltMember, collectionOf } from './collection.builder.ts';
import { findUses } from './uses.ts';

beforeAll(loadAllNodeTypes);

/** Each use of a thing in a row: kind, who does what, and the journey. */
function usesOf(thing: string, members: readonly BuiltMember[], realms = {}): string[] {
  const result = findUses(thing, collectionOf(members, realms));
  if (result.status === 'unknown') throw new Error(`${thing} is unknown`);
  return result.uses.map(
    ({ kind, how, by, found }) => `${kind}: ${by.type} ${by.name} ${how} it in ${found?.name}`,
  );
}

const script = (name: string, source: string) => ({
  name,
  script: source.split('\n'),
  language: 'JAVASCRIPT',
});

const risk: BuiltMember = {
  name: 'Risk',
  carries: {
    scripts: {
      'id-1': script(
        'Score',
        [
          `var lib = require('geo');`,
          `var level = nodeState.get("riskLevel");`,
          `// nodeState.get("notThis")`,
          `nodeState.putShared('riskScore', lib.score(level));`,
          'action.putSessionProperty("risk", level);',
        ].join('\n'),
      ),
      'id-2': script('geo', '/* sharedState.put("nor", "this") */ exports.score = () => "nodeState";'),
    },
    themes: [{ _id: 'id-3', name: 'Dark', linkedTrees: ['Risk'] }],
  },
  nodes: {
    Score: {
      type: 'ScriptedDecisionNode',
      config: { script: 'id-1', outcomes: ['low'] },
      to: { low: 'Ask' },
    },
    Ask: {
      type: 'PageNode',
      config: { stage: '{"themeId":"id-3"}' },
      children: { Name: { type: 'UsernameCollectorNode' } },
      to: { outcome: 'Mail' },
    },
    Mail: { type: 'EmailSuspendNode', config: { emailTemplateName: 'welcome' }, to: { outcome: 'Role' } },
    Role: {
      type: 'SetSessionPropertiesNode',
      config: { properties: { role: 'guest' } },
      to: { outcome: 'Inner' },
    },
    Inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Login' }, to: { true: 'Success' } },
  },
};

describe('who uses', () => {
  test.each([
    { thing: 'Login', uses: ['journey: node Inner runs it in Risk'] },
    { thing: 'id-1', uses: ['script: node Score runs it in Risk'] },
    { thing: 'geo', uses: ['script: script Score requires it in Risk'] },
    { thing: 'ScriptedDecisionNode', uses: ['node type: node Score is it in Risk'] },
    { thing: 'Username Collector', uses: ['node type: node Name is it in Risk'] },
    { thing: 'welcome', uses: ['e-mail template: node Mail sends it in Risk'] },
    {
      thing: 'Dark',
      uses: ['theme: node Ask chooses it in Risk', 'theme: journey Risk chooses it in Risk'],
    },
    { thing: 'role', uses: ['session property: node Role sets it in Risk'] },
    { thing: 'risk', uses: ['session property: script Score sets it in Risk'] },
    { thing: 'riskLevel', uses: ['state key: script Score reads it in Risk'] },
    { thing: 'riskScore', uses: ['state key: script Score writes it in Risk'] },
  ])('$thing', ({ thing, uses }) => {
    expect(usesOf(thing, [risk])).toEqual(uses);
  });

  test('a script that another export carries, by its name', () => {
    const other: BuiltMember = {
      name: 'Other',
      nodes: { Run: { type: 'ScriptedDecisionNode', config: { script: 'id-1' } } },
    };
    expect(usesOf('Score', [risk, other])).toContain('script: node Run runs it in Other');
  });

  test('a template that a node takes because it names none', () => {
    expect(usesOf('registration', [{ nodes: { Mail: { type: 'EmailSuspendNode' } } }])).toEqual([
      'e-mail template: node Mail sends it in Login',
    ]);
  });

  test('a page of the older way of naming a theme', () => {
    const page = { type: 'PageNode', config: { stage: 'themeId=id-9' }, children: {} };
    expect(usesOf('id-9', [{ nodes: { Page: page } }])).toEqual(['theme: node Page chooses it in Login']);
  });

  test('the default journey of a realm', () => {
    const result = findUses('Risk', collectionOf([risk], { '/': { defaultJourney: 'Risk' } }));
    expect(result).toMatchObject({ uses: [{ by: { type: 'realm', name: '/' }, found: undefined }] });
  });

  test('nobody, which is not the same as there being no such thing', () => {
    expect(usesOf('Risk', [risk])).toEqual([]);
    expect(usesOf('PushWaitNode', [risk])).toEqual([]);
    expect(findUses('riskscore', collectionOf([risk]))).toEqual({
      status: 'unknown',
      similar: ['riskScore'],
    });
    expect(findUses('notThis', collectionOf([risk]))).toEqual({ status: 'unknown', similar: [] });
  });
});

test('a use has its place', () => {
  const result = findUses('welcome', collectionOf([risk]));
  const [use] = result.status === 'found' ? result.uses : [];
  expect(use?.path).toEqual(['nodes', 'Mail', 'emailTemplateName']);
});
