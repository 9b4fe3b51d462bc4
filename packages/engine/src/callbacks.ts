import type { JsonObject } from '@journeyman/node-schemas';
import type { FailedPolicy } from './services.ts';

/** How serious a text is; a `script` is for the client to interpret. */
export type TextKind = 'information' | 'warning' | 'error' | 'script';

/** `selected` before the user has pressed any button. */
export const nothingSelected = 100;

/** What a journey asks or shows. One step of a journey is a list of these, in order. */
export type Callback =
  | { readonly type: 'NameCallback'; readonly prompt: string; readonly value?: string }
  | { readonly type: 'PasswordCallback'; readonly prompt: string }
  | {
      readonly type: 'ChoiceCallback';
      readonly prompt: string;
      readonly choices: readonly string[];
      /** Index into `choices`. */
      readonly defaultChoice: number;
    }
  | {
      readonly type: 'ConfirmationCallback';
      readonly kind: Exclude<TextKind, 'script'>;
      readonly options: readonly string[];
      /** Index into `options`. */
      readonly defaultOption: number;
      /** What counts as selected if the client sends the step back untouched; an index, or `nothingSelected`. */
      readonly selected: number;
    }
  | { readonly type: 'TextOutputCallback'; readonly message: string; readonly kind: TextKind }
  | { readonly type: 'HiddenValueCallback'; readonly id: string; readonly value: string }
  | { readonly type: 'PollingWaitCallback'; readonly waitTimeMs: number; readonly message: string }
  | {
      readonly type: 'DeviceProfileCallback';
      readonly metadata: boolean;
      readonly location: boolean;
      readonly message: string;
    }
  | { readonly type: 'MetadataCallback'; readonly data: JsonObject }
  | ({ readonly type: 'ValidatedCreateUsernameCallback'; readonly value?: string } & Validated)
  | ({ readonly type: 'ValidatedCreatePasswordCallback' } & Validated);

interface Validated {
  readonly prompt: string;
  readonly policies: JsonObject;
  readonly failedPolicies: readonly FailedPolicy[];
  readonly validateOnly: boolean;
}

/** The name of a kind of callback, as it is on the wire. */
export type CallbackType = Callback['type'];

/** What a client may answer, by kind of callback; null: the callback takes no answer. */
export interface AnswerValues {
  readonly NameCallback: string;
  readonly PasswordCallback: string;
  /** Index into the choices. */
  readonly ChoiceCallback: number;
  /** Index into the options, or `nothingSelected`. */
  readonly ConfirmationCallback: number;
  readonly TextOutputCallback: null;
  /** Undefined when the client left it untouched. */
  readonly HiddenValueCallback: string | undefined;
  readonly PollingWaitCallback: null;
  /** JSON text. */
  readonly DeviceProfileCallback: string;
  readonly MetadataCallback: null;
  readonly ValidatedCreateUsernameCallback: ValidatedAnswer;
  readonly ValidatedCreatePasswordCallback: ValidatedAnswer;
}

/** The answer to a callback that checks what is entered. */
export interface ValidatedAnswer {
  readonly value: string;
  /** Check what was entered, and do not go on. */
  readonly validateOnly: boolean;
}

/** The answer to one callback. */
export type Answer = {
  readonly [T in CallbackType]: { readonly type: T; readonly value: AnswerValues[T] };
}[CallbackType];

/** The answer to the first callback of a type, or undefined if none of that type was answered. */
export function answerTo<T extends CallbackType>(
  answers: readonly Answer[],
  type: T,
): AnswerValues[T] | undefined {
  return answers.find((answer): answer is Extract<Answer, { type: T }> => answer.type === type)?.value as
    | AnswerValues[T]
    | undefined;
}

/** Whether a callback of this type was answered, be it with nothing. */
export function hasAnswerTo(answers: readonly Answer[], type: CallbackType): boolean {
  return answers.some((answer) => answer.type === type);
}
