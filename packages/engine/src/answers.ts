import type { Answer, Callback } from './callbacks.ts';
import type { Step } from './execution.ts';

/**
 * What is wrong with the answers to a step, or undefined if nothing is: one for each callback, of its type, and a selection
 * among what was offered.
 */
export function faultIn(answers: readonly Answer[], step: Step): string | undefined {
  if (answers.length !== step.callbacks.length) return 'Incorrect number of callbacks found in JSON response';
  for (const [index, { callback }] of step.callbacks.entries()) {
    const answer = answers[index];
    if (answer?.type !== callback.type) return 'Required callback not found in JSON response';
    if (!isOffered(answer, callback)) return `Callback ${index + 1} selects an option that was not offered`;
  }
  return undefined;
}

function isOffered(answer: Answer, callback: Callback): boolean {
  switch (callback.type) {
    case 'ChoiceCallback':
      return isIndex(answer.value, callback.choices);
    case 'ConfirmationCallback':
      return answer.value === callback.selected || isIndex(answer.value, callback.options);
    case 'NameCallback':
    case 'PasswordCallback':
    case 'TextOutputCallback':
    case 'HiddenValueCallback':
    case 'PollingWaitCallback':
    case 'DeviceProfileCallback':
    case 'MetadataCallback':
    case 'ValidatedCreateUsernameCallback':
    case 'ValidatedCreatePasswordCallback':
      return true;
  }
}

function isIndex(value: Answer['value'], list: readonly string[]): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < list.length;
}
