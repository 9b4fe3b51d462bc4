import {
  type Answer,
  type AnswerValues,
  type Callback,
  type CallbackType,
  nothingSelected,
  type Step,
} from '@journeyman/engine';
import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas/run';

type Of<T extends CallbackType> = Extract<Callback, { type: T }>;

/** A named value in AM's `output` and `input`. */
interface Entry {
  readonly name: string;
  readonly value: Json;
}

/** How a callback is written on the wire, and how what came back for it is read. */
interface Row<T extends CallbackType> {
  output(callback: Of<T>): readonly (readonly [name: string, value: Json])[];
  /** The inputs and what they hold before the user has entered anything; the name is what follows `IDTokenN`. */
  input?(callback: Of<T>): readonly (readonly [suffix: string, value: Json])[];
  /** The answer in the values of the inputs, or undefined when they are not of the right kind. */
  read(values: readonly Json[], callback: Of<T>): { readonly value: AnswerValues[T] } | undefined;
}

const nothing: Row<'TextOutputCallback' | 'PollingWaitCallback' | 'MetadataCallback'>['read'] = () => ({
  value: null,
});

const textKinds = { information: '0', warning: '1', error: '2', script: '4' } as const;

/** Every callback as AM serialises it. Types are strict for native SDKs: `waitTime` and a text's `messageType` are strings. */
const rows: { readonly [T in CallbackType]: Row<T> } = {
  NameCallback: {
    output: ({ prompt }) => [['prompt', prompt]],
    input: ({ value }) => [['', value ?? '']],
    read: ([value]) => text(value),
  },
  PasswordCallback: {
    output: ({ prompt }) => [['prompt', prompt]],
    input: () => [['', '']],
    read: ([value]) => text(value),
  },
  ChoiceCallback: {
    output: ({ prompt, choices, defaultChoice }) => [
      ['prompt', prompt],
      ['choices', choices],
      ['defaultChoice', defaultChoice],
    ],
    input: ({ defaultChoice }) => [['', defaultChoice]],
    read: ([value]) => index(value),
  },
  ConfirmationCallback: {
    output: ({ kind, options, defaultOption }) => [
      ['prompt', ''],
      ['messageType', Number(textKinds[kind])],
      ['options', options],
      ['optionType', -1],
      ['defaultOption', defaultOption],
    ],
    input: ({ selected }) => [['', selected]],
    read: ([value], { selected }) => (value === '' ? { value: selected } : index(value)),
  },
  TextOutputCallback: {
    output: ({ message, kind }) => [
      ['message', message],
      ['messageType', textKinds[kind]],
    ],
    read: nothing,
  },
  HiddenValueCallback: {
    output: ({ id, value }) => [
      ['value', value],
      ['id', id],
    ],
    input: ({ id }) => [['', id]],
    read: ([value], { id }) => (value === id ? { value: undefined } : text(value)),
  },
  PollingWaitCallback: {
    output: ({ waitTimeMs, message }) => [
      ['waitTime', String(waitTimeMs)],
      ['message', message],
    ],
    read: nothing,
  },
  DeviceProfileCallback: {
    output: ({ metadata, location, message }) => [
      ['metadata', metadata],
      ['location', location],
      ['message', message],
    ],
    input: () => [['', '']],
    read: ([value]) => text(value),
  },
  MetadataCallback: { output: ({ data }) => [['data', data]], read: nothing },
  ValidatedCreateUsernameCallback: {
    output: (callback) => [...validated(callback), ['prompt', callback.prompt]],
    input: ({ value }) => [
      ['', value ?? ''],
      ['validateOnly', false],
    ],
    read: readValidated,
  },
  ValidatedCreatePasswordCallback: {
    output: (callback) => [['echoOn', false], ...validated(callback), ['prompt', callback.prompt]],
    input: () => [
      ['', ''],
      ['validateOnly', false],
    ],
    read: readValidated,
  },
};

/** What AM answers for a step that waits for the user: the handle to continue with, and the callbacks. */
export function writeStep(authId: string, step: Step): JsonObject {
  const callbacks = step.callbacks.map(({ callback, id }, index) => ({
    ...writeCallback(callback, index + 1),
    ...(id === undefined ? {} : { _id: id }),
  }));
  const { header, description, stage } = step;
  return {
    authId,
    callbacks,
    ...(stage === undefined ? {} : { stage }),
    ...(header === undefined ? {} : { header }),
    ...(description === undefined ? {} : { description }),
  };
}

function writeCallback(callback: Callback, position: number): JsonObject {
  const row = rows[callback.type] as Row<CallbackType>;
  const inputs = row.input?.(callback);
  return {
    type: callback.type,
    output: row.output(callback).map(([name, value]) => ({ name, value })),
    ...(inputs && {
      input: inputs.map(([suffix, value]): Entry & JsonObject => ({
        name: `IDToken${position}${suffix}`,
        value,
      })),
    }),
  };
}

/** What is read of a client's answers: the answers in order, or why they cannot be taken. */
export type ReadAnswers = { readonly answers: readonly Answer[] } | { readonly fault: string };

/** Reads the callbacks that a client sends back for a step. Only `type` and the values of `input`, by position, count. */
export function readAnswers(callbacks: Json | undefined, step: Step): ReadAnswers {
  if (!Array.isArray(callbacks) || callbacks.length !== step.callbacks.length) {
    return { fault: 'Incorrect number of callbacks found in JSON response' };
  }
  const answers: Answer[] = [];
  for (const [at, { callback }] of step.callbacks.entries()) {
    const sent: unknown = callbacks[at];
    if (!isJsonObject(sent) || sent.type !== callback.type) {
      return { fault: 'Required callback not found in JSON response' };
    }
    const row = rows[callback.type] as Row<CallbackType>;
    const expected = row.input?.(callback).length ?? 0;
    const values = inputValues(sent.input);
    const read = values.length < expected ? undefined : row.read(values, callback);
    if (read === undefined)
      return { fault: `The input of callback ${at + 1}, ${callback.type}, is not of the right form` };
    answers.push({ type: callback.type, value: read.value } as Answer);
  }
  return { answers };
}

/**
 * The answers that a user name and a password in headers give to a step, or undefined when it asks for anything else.
 */
export function answersFromCredentials(
  step: Step,
  username: string,
  password: string,
): readonly Answer[] | undefined {
  const answers: Answer[] = [];
  for (const { callback } of step.callbacks) {
    if (callback.type === 'NameCallback') answers.push({ type: callback.type, value: username });
    else if (callback.type === 'PasswordCallback') answers.push({ type: callback.type, value: password });
    else return undefined;
  }
  return answers;
}

function inputValues(input: Json | undefined): readonly Json[] {
  return Array.isArray(input)
    ? input.map((entry: Json) => (isJsonObject(entry) ? (entry.value ?? '') : ''))
    : [];
}

function text(value: Json | undefined): { value: string } | undefined {
  return typeof value === 'string' ? { value } : undefined;
}

/** Numbers may come as text, as they do from forms. */
function index(value: Json | undefined): { value: number } | undefined {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= nothingSelected
    ? { value: number }
    : undefined;
}

function validated(callback: Of<'ValidatedCreateUsernameCallback' | 'ValidatedCreatePasswordCallback'>) {
  return [
    ['policies', callback.policies],
    ['failedPolicies', callback.failedPolicies.map((policy) => JSON.stringify(policy))],
    ['validateOnly', callback.validateOnly],
  ] as const;
}

function readValidated([value, validateOnly]: readonly Json[]) {
  return typeof value === 'string' ? { value: { value, validateOnly: validateOnly === true } } : undefined;
}
