import type { Answer, Callback, SentCallback, Step } from '@journeyman/engine';
import { untouched } from '../run/untouched.ts';
import { suggestion } from './nearest.ts';

/** The answers that entering and choosing amount to, or why they cannot be given. */
export type FilledIn = { readonly answers: readonly Answer[] } | { readonly fault: string };

/** What stands for a recovery code of the user that is not used up. */
export const recoveryCodeWord = '{{recovery code}}';

/** What is to be filled in. */
export interface Asked {
  readonly step: Step;
  /** Of the node that asks, or of the nodes of the page. */
  readonly nodeNames: readonly string[];
  /** One of the user's that is not used up; empty: there is none. */
  readonly recoveryCode: string;
}

/** Fills in a step; null: nothing is asked. */
export function fillIn(
  asked: Asked | null,
  entered: Readonly<Record<string, string>>,
  chosen: string | undefined,
): FilledIn {
  if (asked === null) return { fault: 'The journey does not ask anything.' };
  const { step, nodeNames, recoveryCode } = asked;
  const answers = [...untouched(step)];
  const taken = new Set<number>();
  for (const [label, value] of Object.entries(entered)) {
    const index = step.callbacks.findIndex(
      (sent, place) => !taken.has(place) && isField(sent) && labelsOf(sent, nodeNames).includes(label),
    );
    const callback = step.callbacks[index]?.callback;
    if (callback === undefined) {
      const labels = step.callbacks
        .filter(isField)
        .flatMap(({ callback: field }) => promptOf(field) ?? field.type);
      return { fault: `The step asks for no ${label}.${suggestion(label, labels)}` };
    }
    const answer = answerWith(callback, value.replaceAll(recoveryCodeWord, recoveryCode));
    if (answer === undefined)
      return { fault: `${label} has no choice ${value}.${suggestion(value, choicesOf(callback))}` };
    taken.add(index);
    answers[index] = answer;
  }
  if (chosen === undefined) return { answers };
  const index = step.callbacks.findIndex(({ callback }) => choicesOf(callback).includes(chosen));
  const callback = step.callbacks[index]?.callback;
  const answer = callback && answerWith(callback, chosen);
  if (answer === undefined) {
    const choices = step.callbacks.flatMap((sent) => choicesOf(sent.callback));
    return { fault: `The step offers no ${chosen}.${suggestion(chosen, choices)}` };
  }
  answers[index] = answer;
  return { answers };
}

/** The prompt of a callback that a user fills in; undefined: it is none. */
export function promptOf(callback: Callback): string | undefined {
  switch (callback.type) {
    case 'NameCallback':
    case 'PasswordCallback':
    case 'ChoiceCallback':
    case 'ValidatedCreateUsernameCallback':
    case 'ValidatedCreatePasswordCallback':
      return callback.prompt;
    case 'ConfirmationCallback':
    case 'TextOutputCallback':
    case 'HiddenValueCallback':
    case 'PollingWaitCallback':
    case 'DeviceProfileCallback':
    case 'MetadataCallback':
      return undefined;
  }
}

/** The choices or buttons of a callback. */
export function choicesOf(callback: Callback): readonly string[] {
  if (callback.type === 'ChoiceCallback') return callback.choices;
  return callback.type === 'ConfirmationCallback' ? callback.options : [];
}

function isField({ callback }: SentCallback): boolean {
  return (
    promptOf(callback) !== undefined ||
    callback.type === 'DeviceProfileCallback' ||
    callback.type === 'HiddenValueCallback'
  );
}

function labelsOf(
  { callback, child = 0 }: SentCallback,
  nodeNames: readonly string[],
): readonly (string | undefined)[] {
  return [promptOf(callback), callback.type, nodeNames[child]];
}

function answerWith(callback: Callback, value: string): Answer | undefined {
  const { type } = callback;
  switch (type) {
    case 'NameCallback':
    case 'PasswordCallback':
    case 'HiddenValueCallback':
    case 'DeviceProfileCallback':
      return { type, value };
    case 'ValidatedCreateUsernameCallback':
    case 'ValidatedCreatePasswordCallback':
      return { type, value: { value, validateOnly: false } };
    case 'ChoiceCallback':
    case 'ConfirmationCallback': {
      const index = choicesOf(callback).indexOf(value);
      return index < 0 ? undefined : { type, value: index };
    }
    case 'TextOutputCallback':
    case 'PollingWaitCallback':
    case 'MetadataCallback':
      return undefined;
  }
}
