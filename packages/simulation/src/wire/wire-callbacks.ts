import {
  type Answer,
  type Callback,
  type CallbackType,
  nothingSelected,
  type Step,
} from '@journeyman/engine';
import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';
import { objectsIn } from './am-server.ts';

/** What a server asks, or the type of a callback that scenarios have no answer to. */
export type ReadStep = { readonly step: Step } | { readonly unknown: string };

const kinds: Readonly<Record<string, 'information' | 'warning' | 'error' | 'script'>> = {
  0: 'information',
  1: 'warning',
  2: 'error',
  4: 'script',
};

type Output = ReadonlyMap<string, Json>;

/** How each callback is read of AM's JSON; `value`: what its first input holds. */
const rows: {
  readonly [T in CallbackType]: (output: Output, value: Json) => Extract<Callback, { type: T }>;
} = {
  NameCallback: (output, value) => ({
    type: 'NameCallback',
    prompt: text(output, 'prompt'),
    ...enteredBefore(value),
  }),
  PasswordCallback: (output) => ({ type: 'PasswordCallback', prompt: text(output, 'prompt') }),
  ChoiceCallback: (output) => ({
    type: 'ChoiceCallback',
    prompt: text(output, 'prompt'),
    choices: texts(output, 'choices'),
    defaultChoice: Number(output.get('defaultChoice') ?? 0),
  }),
  ConfirmationCallback: (output, value) => ({
    type: 'ConfirmationCallback',
    kind:
      output.get('messageType') === 2 ? 'error' : output.get('messageType') === 1 ? 'warning' : 'information',
    options: texts(output, 'options'),
    defaultOption: Number(output.get('defaultOption') ?? 0),
    selected: typeof value === 'number' ? value : nothingSelected,
  }),
  TextOutputCallback: (output) => ({
    type: 'TextOutputCallback',
    message: text(output, 'message'),
    kind: kinds[text(output, 'messageType')] ?? 'information',
  }),
  HiddenValueCallback: (output) => ({
    type: 'HiddenValueCallback',
    id: text(output, 'id'),
    value: text(output, 'value'),
  }),
  PollingWaitCallback: (output) => ({
    type: 'PollingWaitCallback',
    waitTimeMs: Number(output.get('waitTime') ?? 0),
    message: text(output, 'message'),
  }),
  DeviceProfileCallback: (output) => ({
    type: 'DeviceProfileCallback',
    metadata: output.get('metadata') === true,
    location: output.get('location') === true,
    message: text(output, 'message'),
  }),
  MetadataCallback: (output) => {
    const data = output.get('data');
    return { type: 'MetadataCallback', data: isJsonObject(data) ? data : {} };
  },
  ValidatedCreateUsernameCallback: (output, value) => ({
    type: 'ValidatedCreateUsernameCallback',
    ...enteredBefore(value),
    ...validated(output),
  }),
  ValidatedCreatePasswordCallback: (output) => ({
    type: 'ValidatedCreatePasswordCallback',
    ...validated(output),
  }),
};

/** Reads the callbacks of AM's answer. */
export function readStep({ callbacks, header, description }: JsonObject): ReadStep {
  const read: { readonly callback: Callback }[] = [];
  for (const each of objectsIn(callbacks)) {
    const type = String(each.type);
    if (!isKnown(type)) return { unknown: type };
    const output = new Map(objectsIn(each.output).map(({ name, value }) => [String(name), value ?? null]));
    read.push({ callback: rows[type](output, objectsIn(each.input)[0]?.value ?? null) });
  }
  return {
    step: {
      callbacks: read,
      ...(typeof header === 'string' ? { header } : {}),
      ...(typeof description === 'string' ? { description } : {}),
    },
  };
}

/** AM's answer with the inputs filled in, as a client sends it back. */
export function filledIn(body: JsonObject, answers: readonly Answer[]): JsonObject {
  const callbacks = objectsIn(body.callbacks).map((callback, index) => {
    const values = valuesOf(answers[index]);
    const input = objectsIn(callback.input).map((entry, at) =>
      values[at] === undefined ? entry : { ...entry, value: values[at] },
    );
    return callback.input === undefined ? callback : { ...callback, input };
  });
  return { ...body, callbacks };
}

/** What the inputs of a callback get, in order; undefined leaves one as it is. */
function valuesOf(answer: Answer | undefined): readonly (Json | undefined)[] {
  const value = answer?.value;
  if (typeof value === 'object' && value !== null) return [value.value, value.validateOnly];
  return [value ?? undefined];
}

const isKnown = (type: string): type is CallbackType => Object.hasOwn(rows, type);

const text = (output: Output, name: string) => String(output.get(name) ?? '');

function texts(output: Output, name: string): readonly string[] {
  const value = output.get(name);
  return Array.isArray(value) ? value.map(String) : [];
}

function enteredBefore(value: Json): { readonly value?: string } {
  return typeof value === 'string' && value !== '' ? { value } : {};
}

function validated(output: Output) {
  const policies = output.get('policies');
  return {
    prompt: text(output, 'prompt'),
    policies: isJsonObject(policies) ? policies : {},
    failedPolicies: [],
    validateOnly: output.get('validateOnly') === true,
  };
}
