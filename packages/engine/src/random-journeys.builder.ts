import { type JsonObject, nodeTypeOf, outcomesOf, validateConfig } from '@journeyman/node-schemas';
import fc from 'fast-check';
import type { BuiltJourney, BuiltNode } from '../../node-schemas/src/journey/journey-export.builder.ts';
import type { Answer, CallbackType } from './callbacks.ts';
import type { Step } from './execution.ts';

/** Configurations of every node type that has a behaviour: the defaults, and what makes a difference to the way taken. */
const configs: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  UsernameCollectorNode: fc.constant({}),
  PasswordCollectorNode: fc.constant({}),
  DataStoreDecisionNode: fc.constant({}),
  IdentityStoreDecisionNode: fc.constant({}),
  ZeroPageLoginNode: fc.constant({}),
  ValidatedUsernameNode: fc.record({ validateInput: fc.boolean() }),
  ValidatedPasswordNode: fc.record({ validateInput: fc.boolean() }),
  DeviceProfileCollectorNode: fc.record({
    deviceLocation: fc.boolean(),
    maximumSize: fc.constantFrom('3', '.1'),
  }),
  AccountLockoutNode: fc.record({ lockAction: fc.constantFrom('LOCK', 'UNLOCK') }),
  ModifyAuthLevelNode: fc.record({ authLevelIncrement: fc.integer({ min: -5, max: 5 }) }),
  AuthLevelDecisionNode: fc.record({ authLevelRequirement: fc.integer({ min: 0, max: 5 }) }),
  RetryLimitDecisionNode: fc.record({
    retryLimit: fc.integer({ min: 1, max: 3 }),
    incrementUserAttributeOnFailure: fc.boolean(),
  }),
  MessageNode: fc.record(
    { stateField: fc.constantFrom('username', 'answer', '__proto__') },
    { requiredKeys: [] },
  ),
  PollingWaitNode: fc.record({
    exitable: fc.boolean(),
    spamDetectionEnabled: fc.boolean(),
    spamDetectionTolerance: fc.integer({ min: 0, max: 2 }),
  }),
  ChoiceCollectorNode: fc.record({
    choices: fc.uniqueArray(fc.constantFrom('a', 'b', 'constructor'), { minLength: 1 }),
    prompt: fc.constant(''),
  }),
  SetStateNode: fc.record({
    attributes: fc.dictionary(
      fc.constantFrom('username', 'authLevel', 'targetAuthLevel', 'x'),
      fc.constantFrom('demo', '3', ''),
      {
        maxKeys: 2,
      },
    ),
  }),
  SetSessionPropertiesNode: fc.record({
    properties: fc.dictionary(fc.constantFrom('a', 'b'), fc.string(), { maxKeys: 2 }),
  }),
  SetSuccessUrlNode: fc.constant({ successUrl: '/done' }),
  SetFailureUrlNode: fc.constant({ failureUrl: '/failed' }),
  PushAuthenticationSenderNode: fc.record({
    mandatory: fc.boolean(),
    captureFailure: fc.boolean(),
    contextInfo: fc.boolean(),
    pushType: fc.constantFrom('DEFAULT', 'CHALLENGE', 'BIOMETRIC'),
  }),
  PushResultVerifierNode: fc.constant({}),
  PushRegistrationNode: fc.record({ generateRecoveryCodes: fc.boolean() }),
  MultiFactorRegistrationOptionsNode: fc.record({ mandatory: fc.boolean(), getApp: fc.boolean() }),
  GetAuthenticatorAppNode: fc.constant({}),
  OptOutMultiFactorAuthenticationNode: fc.constant({}),
  RecoveryCodeDisplayNode: fc.constant({}),
  RecoveryCodeCollectorDecisionNode: fc.record({
    recoveryCodeType: fc.constantFrom('PUSH', 'OATH', 'WEB_AUTHN'),
  }),
  PushWaitNode: fc.constant({}),
};

/** The names of the journeys; the first is the one that is started. */
const names = ['Main', 'Inner', 'Other'] as const;

/** Journeys that run one another, with ids that say where a node belongs. Some connections are missing. */
export const randomJourneys: fc.Arbitrary<readonly BuiltJourney[]> = fc.tuple(
  ...names.map((name) =>
    fc
      .array(fc.oneof({ weight: 8, arbitrary: plainNode() }, page(name), inner()), {
        minLength: 1,
        maxLength: 8,
      })
      .chain((nodes) => connect(name, nodes)),
  ),
);

/** What a client does at each step: numbers that say what is answered, and what happens in between. */
export const randomDice: fc.Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 999 }), {
  minLength: 8,
  maxLength: 60,
});

function plainNode(): fc.Arbitrary<BuiltNode> {
  return fc.oneof(
    ...Object.entries(configs).map(([type, config]) => config.map((each) => ({ type, config: each }))),
  );
}

function inner(): fc.Arbitrary<BuiltNode> {
  return fc
    .record({ tree: fc.constantFrom(...names, 'Missing'), displayErrorOutcome: fc.boolean() })
    .map((config) => ({ type: 'InnerTreeEvaluatorNode', config }));
}

let pages = 0;

function page(journey: string): fc.Arbitrary<BuiltNode> {
  return fc.array(plainNode(), { minLength: 1, maxLength: 3 }).map((children) => {
    pages += 1;
    const named = children.map((child, index) => [`${journey}.page${pages}.${index}`, child]);
    return { type: 'PageNode', children: Object.fromEntries(named) };
  });
}

function connect(name: string, nodes: readonly BuiltNode[]): fc.Arbitrary<BuiltJourney> {
  const ids = nodes.map((_, index) => `${name}.${index}`);
  const target = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 3, arbitrary: fc.constantFrom('Success', 'Failure') },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
  const connected = nodes.map((node) => {
    const outcomes = outcomeIdsOf(node);
    return fc.tuple(...outcomes.map(() => target)).map((targets) => {
      const to = outcomes.flatMap((outcome, index) => {
        const found = targets[index];
        return found === undefined ? [] : [[outcome, found] as const];
      });
      return { ...node, to: Object.fromEntries(to) };
    });
  });
  return fc.tuple(...connected).map((built) => ({
    name,
    nodes: Object.fromEntries(built.map((node, index) => [`${name}.${index}`, node])),
  }));
}

function outcomeIdsOf({ type, config = {}, children = {} }: BuiltNode): readonly string[] {
  const last = Object.values(children).at(-1);
  if (last !== undefined) return outcomeIdsOf(last);
  const known = nodeTypeOf(type);
  return known === undefined
    ? []
    : outcomesOf(known, validateConfig(known, config).config).map(({ id }) => id);
}

const texts = [
  'demo',
  'Ch4ng31t!',
  '',
  'nobody',
  '{"identifier":"1-2-3","metadata":{}}',
  '{',
  'code1',
  '\u0000',
];

/** Answers to a step, as the dice fall; now and then not what was asked for. */
export function answersTo(step: Step, roll: () => number): readonly Answer[] {
  const answers = step.callbacks.map(({ callback: { type } }) => answerOf(type, roll));
  switch (roll() % 20) {
    case 0:
      return answers.slice(1);
    case 1:
      return [...answers, { type: 'MetadataCallback', value: null }];
    case 2:
      return answers.map((): Answer => ({ type: 'NameCallback', value: 'demo' }));
  }
  return answers;
}

function answerOf(type: CallbackType, roll: () => number): Answer {
  switch (type) {
    case 'NameCallback':
    case 'PasswordCallback':
    case 'DeviceProfileCallback':
      return { type, value: pick(texts, roll()) };
    case 'HiddenValueCallback':
      return { type, value: pick([undefined, ...texts], roll()) };
    case 'ChoiceCallback':
      return { type, value: pick([0, 0, 1, 1, 2, 99], roll()) };
    case 'ConfirmationCallback':
      return { type, value: pick([0, 0, 1, 1, 2, 3, 100], roll()) };
    case 'TextOutputCallback':
    case 'PollingWaitCallback':
    case 'MetadataCallback':
      return { type, value: null };
    case 'ValidatedCreateUsernameCallback':
    case 'ValidatedCreatePasswordCallback':
      return { type, value: { value: pick(texts, roll()), validateOnly: roll() % 4 === 0 } };
  }
}

function pick<Item>(items: readonly Item[], roll: number): Item {
  return items[roll % items.length] as Item;
}
