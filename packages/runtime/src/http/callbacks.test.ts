import type { AnswerValues, Callback, CallbackType } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { answersFromCredentials, readAnswers, writeStep } from './callbacks.ts';

const policies = {
  policyRequirements: ['REQUIRED', 'MIN_LENGTH'],
  fallbackPolicies: null,
  name: 'userName',
  policies: [{ policyRequirements: ['REQUIRED'], policyId: 'required' }],
  conditionalPolicies: null,
};

/** Each kind of callback, and the line that clients of AM know it by. */
const lines: readonly { readonly callback: Callback; readonly line: JsonObject }[] = [
  {
    callback: { type: 'NameCallback', prompt: 'User Name' },
    line: {
      type: 'NameCallback',
      output: [{ name: 'prompt', value: 'User Name' }],
      input: [{ name: 'IDToken1', value: '' }],
    },
  },
  {
    callback: { type: 'NameCallback', prompt: 'User Name', value: 'demo' },
    line: {
      type: 'NameCallback',
      output: [{ name: 'prompt', value: 'User Name' }],
      input: [{ name: 'IDToken1', value: 'demo' }],
    },
  },
  {
    callback: { type: 'PasswordCallback', prompt: 'Password' },
    line: {
      type: 'PasswordCallback',
      output: [{ name: 'prompt', value: 'Password' }],
      input: [{ name: 'IDToken1', value: '' }],
    },
  },
  {
    callback: { type: 'ChoiceCallback', prompt: 'Choose one', choices: ['A', 'B'], defaultChoice: 1 },
    line: {
      type: 'ChoiceCallback',
      output: [
        { name: 'prompt', value: 'Choose one' },
        { name: 'choices', value: ['A', 'B'] },
        { name: 'defaultChoice', value: 1 },
      ],
      input: [{ name: 'IDToken1', value: 1 }],
    },
  },
  {
    callback: {
      type: 'ConfirmationCallback',
      kind: 'information',
      options: ['Yes', 'No'],
      defaultOption: 1,
      selected: 1,
    },
    line: {
      type: 'ConfirmationCallback',
      output: [
        { name: 'prompt', value: '' },
        { name: 'messageType', value: 0 },
        { name: 'options', value: ['Yes', 'No'] },
        { name: 'optionType', value: -1 },
        { name: 'defaultOption', value: 1 },
      ],
      input: [{ name: 'IDToken1', value: 1 }],
    },
  },
  {
    callback: {
      type: 'ConfirmationCallback',
      kind: 'error',
      options: ['Cancel'],
      defaultOption: 0,
      selected: 100,
    },
    line: {
      type: 'ConfirmationCallback',
      output: [
        { name: 'prompt', value: '' },
        { name: 'messageType', value: 2 },
        { name: 'options', value: ['Cancel'] },
        { name: 'optionType', value: -1 },
        { name: 'defaultOption', value: 0 },
      ],
      input: [{ name: 'IDToken1', value: 100 }],
    },
  },
  {
    callback: { type: 'HiddenValueCallback', id: 'myHidden', value: 'some-value' },
    line: {
      type: 'HiddenValueCallback',
      output: [
        { name: 'value', value: 'some-value' },
        { name: 'id', value: 'myHidden' },
      ],
      input: [{ name: 'IDToken1', value: 'myHidden' }],
    },
  },
  {
    callback: {
      type: 'ValidatedCreateUsernameCallback',
      prompt: 'Username',
      policies,
      failedPolicies: [],
      validateOnly: false,
    },
    line: {
      type: 'ValidatedCreateUsernameCallback',
      output: [
        { name: 'policies', value: policies },
        { name: 'failedPolicies', value: [] },
        { name: 'validateOnly', value: false },
        { name: 'prompt', value: 'Username' },
      ],
      input: [
        { name: 'IDToken1', value: '' },
        { name: 'IDToken1validateOnly', value: false },
      ],
    },
  },
  {
    callback: {
      type: 'ValidatedCreatePasswordCallback',
      prompt: 'Password',
      policies: {},
      failedPolicies: [{ policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } }],
      validateOnly: true,
    },
    line: {
      type: 'ValidatedCreatePasswordCallback',
      output: [
        { name: 'echoOn', value: false },
        { name: 'policies', value: {} },
        { name: 'failedPolicies', value: ['{"policyRequirement":"MIN_LENGTH","params":{"minLength":8}}'] },
        { name: 'validateOnly', value: true },
        { name: 'prompt', value: 'Password' },
      ],
      input: [
        { name: 'IDToken1', value: '' },
        { name: 'IDToken1validateOnly', value: false },
      ],
    },
  },
  {
    callback: { type: 'DeviceProfileCallback', metadata: true, location: false, message: '' },
    line: {
      type: 'DeviceProfileCallback',
      output: [
        { name: 'metadata', value: true },
        { name: 'location', value: false },
        { name: 'message', value: '' },
      ],
      input: [{ name: 'IDToken1', value: '' }],
    },
  },
  {
    callback: { type: 'TextOutputCallback', message: 'Hello', kind: 'information' },
    line: {
      type: 'TextOutputCallback',
      output: [
        { name: 'message', value: 'Hello' },
        { name: 'messageType', value: '0' },
      ],
    },
  },
  {
    callback: { type: 'TextOutputCallback', message: 'draw()', kind: 'script' },
    line: {
      type: 'TextOutputCallback',
      output: [
        { name: 'message', value: 'draw()' },
        { name: 'messageType', value: '4' },
      ],
    },
  },
  {
    callback: { type: 'PollingWaitCallback', waitTimeMs: 8000, message: 'Waiting for response...' },
    line: {
      type: 'PollingWaitCallback',
      output: [
        { name: 'waitTime', value: '8000' },
        { name: 'message', value: 'Waiting for response...' },
      ],
    },
  },
  {
    callback: { type: 'MetadataCallback', data: { stage: 'UsernamePassword' } },
    line: { type: 'MetadataCallback', output: [{ name: 'data', value: { stage: 'UsernamePassword' } }] },
  },
];

test.each(lines)('writes $callback.type as AM does', ({ callback, line }) => {
  expect(writeStep('handle', { callbacks: [{ callback }] })).toEqual({ authId: 'handle', callbacks: [line] });
});

test('numbers inputs by the position of the callback, those without inputs counted too', () => {
  const step = {
    callbacks: [
      { callback: { type: 'TextOutputCallback', message: 'Hello', kind: 'warning' }, id: 4, child: 0 },
      { callback: { type: 'NameCallback', prompt: '' }, id: 5, child: 1 },
      {
        callback: {
          type: 'ValidatedCreatePasswordCallback',
          prompt: '',
          policies: {},
          failedPolicies: [],
          validateOnly: false,
        },
      },
    ],
    header: 'Header',
    description: 'Description',
    stage: 'Stage',
  } as const;
  expect(writeStep('handle', step)).toMatchObject({
    header: 'Header',
    description: 'Description',
    stage: 'Stage',
    callbacks: [
      { _id: 4, output: [{}, { name: 'messageType', value: '1' }] },
      { _id: 5, input: [{ name: 'IDToken2' }] },
      { input: [{ name: 'IDToken3' }, { name: 'IDToken3validateOnly' }] },
    ],
  });
});

function read(callback: Callback, ...values: readonly unknown[]) {
  const input = values.map((value, index) => ({ name: `IDToken1${index}`, value }));
  const sent = [{ type: callback.type, ...(values.length > 0 ? { input } : {}) }];
  return readAnswers(sent as never, { callbacks: [{ callback }] });
}

const byType = Object.fromEntries(lines.map(({ callback }) => [callback.type, callback])) as {
  readonly [T in CallbackType]: Callback;
};

const taken: readonly {
  type: CallbackType;
  values: readonly unknown[];
  value: AnswerValues[CallbackType];
}[] = [
  { type: 'NameCallback', values: ['demo'], value: 'demo' },
  { type: 'NameCallback', values: [''], value: '' },
  { type: 'NameCallback', values: [null], value: '' },
  { type: 'PasswordCallback', values: [' pässword '], value: ' pässword ' },
  { type: 'ChoiceCallback', values: [1], value: 1 },
  { type: 'ChoiceCallback', values: ['1'], value: 1 },
  { type: 'ConfirmationCallback', values: [0], value: 0 },
  { type: 'ConfirmationCallback', values: ['0'], value: 0 },
  { type: 'ConfirmationCallback', values: [100], value: 100 },
  { type: 'ConfirmationCallback', values: [''], value: 100 },
  { type: 'HiddenValueCallback', values: ['myHidden'], value: undefined },
  { type: 'HiddenValueCallback', values: ['filled'], value: 'filled' },
  { type: 'DeviceProfileCallback', values: ['{"identifier":"1"}'], value: '{"identifier":"1"}' },
  { type: 'TextOutputCallback', values: [], value: null },
  { type: 'PollingWaitCallback', values: [], value: null },
  { type: 'MetadataCallback', values: [], value: null },
  { type: 'MetadataCallback', values: ['whatever'], value: null },
  {
    type: 'ValidatedCreateUsernameCallback',
    values: ['demo', false],
    value: { value: 'demo', validateOnly: false },
  },
  {
    type: 'ValidatedCreateUsernameCallback',
    values: ['demo', true],
    value: { value: 'demo', validateOnly: true },
  },
  {
    type: 'ValidatedCreatePasswordCallback',
    values: ['x', 'true'],
    value: { value: 'x', validateOnly: false },
  },
];

test.each(taken)('reads $values of $type', ({ type, values, value }) => {
  expect(read(byType[type], ...values)).toEqual({ answers: [{ type, value }] });
});

test.each<{ type: CallbackType; values: readonly unknown[] }>([
  { type: 'NameCallback', values: [] },
  { type: 'NameCallback', values: [1] },
  { type: 'NameCallback', values: [{}] },
  { type: 'PasswordCallback', values: [['x']] },
  { type: 'ChoiceCallback', values: ['one'] },
  { type: 'ChoiceCallback', values: [-1] },
  { type: 'ChoiceCallback', values: [0.5] },
  { type: 'ChoiceCallback', values: [true] },
  { type: 'ChoiceCallback', values: [''] },
  { type: 'ConfirmationCallback', values: [101] },
  { type: 'ConfirmationCallback', values: ['1e1'] },
  { type: 'HiddenValueCallback', values: [7] },
  { type: 'DeviceProfileCallback', values: [{ identifier: '1' }] },
  { type: 'ValidatedCreateUsernameCallback', values: ['demo'] },
  { type: 'ValidatedCreatePasswordCallback', values: [7, false] },
])('does not take $values for $type', ({ type, values }) => {
  expect(read(byType[type], ...values)).toEqual({
    fault: `The input of callback 1, ${type}, is not of the right form`,
  });
});

test.each([undefined, null, 'text', {}, [], [{}, {}]])(
  'does not take %j for the callbacks of a step',
  (callbacks) => {
    expect(readAnswers(callbacks, { callbacks: [{ callback: byType.NameCallback }] })).toEqual({
      fault: 'Incorrect number of callbacks found in JSON response',
    });
  },
);

test('a name and a password in headers answer steps that ask for nothing else', () => {
  const step = (...types: readonly CallbackType[]) => ({
    callbacks: types.map((type) => ({ callback: byType[type] })),
  });
  expect(answersFromCredentials(step('PasswordCallback', 'NameCallback'), 'demo', 'secret')).toEqual([
    { type: 'PasswordCallback', value: 'secret' },
    { type: 'NameCallback', value: 'demo' },
  ]);
  expect(answersFromCredentials(step('NameCallback', 'ChoiceCallback'), 'demo', 'secret')).toBeUndefined();
});
