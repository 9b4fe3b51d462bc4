import type {
  Account,
  AnswerResult,
  AppGeneration,
  RefreshResult,
  Refusal,
  RequestFailure,
  ScanResult,
} from '@journeyman/authenticator';

/** What the texts take account of besides the result. */
export interface Surroundings {
  readonly isOffline: boolean;
  /** Such as `https://am.example.com`. */
  readonly pageOrigin: string;
}

/** An account in words, such as `Acme (demo)`. */
export function accountName(account: Pick<Account, 'issuer' | 'account'>): string {
  return `${account.issuer} (${account.account})`;
}

/** Why a code was not added, and what to do. */
export function scanFailureText(
  result: Exclude<ScanResult, { readonly status: 'added' }> | { readonly status: 'replaced' },
  surroundings: Surroundings,
): string {
  switch (result.status) {
    case 'wrong code':
      return result.part === 'uri' || result.part === 'scheme'
        ? 'This is not a registration code. One begins with pushauth://, mfauth:// or otpauth://.'
        : `This code cannot be used: ${partName(result.part)} has to be ${result.expected}.`;
    case 'already added':
      return `${accountName(result.account)} is on this phone already. Remove it first, then add it again.`;
    case 'replaced':
      return 'The phone was replaced meanwhile. Add the account to this one with a new code.';
    case 'refused':
    case 'unreachable':
      return failureText(result, surroundings);
  }
}

/** Why an answer did not count, and what to do. */
export function answerFailureText(
  result: Exclude<AnswerResult, { readonly status: 'answered' }>,
  surroundings: Surroundings,
): string {
  switch (result.status) {
    case 'unknown':
      return 'This request belongs to an account that is no longer on the phone.';
    case 'answered before':
      return 'This request has been answered already.';
    case 'expired':
      return 'This request has expired. Start the sign-in again.';
    case 'number needed':
      return 'Choose the number that the browser shows.';
    case 'refused':
    case 'unreachable':
      return failureText(result, surroundings);
  }
}

/** What came of telling every server the new token. */
export function refreshText(results: readonly RefreshResult[]): string {
  const told = results.filter(({ status }) => status === 'refreshed').length;
  return results.length === 0
    ? 'The app has the new token. No account needs it.'
    : told === results.length
      ? `The app told the new token for ${count(told, 'account')}.`
      : `The app told the new token for ${told} of ${count(results.length, 'account')}; the others still send to the old one.`;
}

/** Which other apps would refuse a code that this phone took; empty: none. */
export function refusalsText(refusals: readonly Refusal[]): string {
  return refusals
    .map(
      ({ by, part, expected }) =>
        `${generationNames[by]} would refuse this code: ${partName(part)} has to be ${expected}.`,
    )
    .join(' ');
}

const generationNames: Readonly<Record<AppGeneration, string>> = {
  androidLegacy: 'The Android app',
  iosLegacy: 'The iPhone app',
  unified: 'The newest app',
};

function failureText(failure: RequestFailure, { isOffline, pageOrigin }: Surroundings): string {
  switch (failure.status) {
    case 'refused':
      return failure.message === 'Bad request.'
        ? 'The server refused. The request may have expired or been answered.'
        : failure.message;
    case 'unreachable':
      return isOffline
        ? 'The phone is offline. Switch that off and try again.'
        : failure.server === pageOrigin
          ? `${failure.server} does not answer. Check that the server is running.`
          : `${failure.server} cannot be reached from this page. Open the phone at ${failure.server}/phone instead.`;
  }
}

function partName(part: string): string {
  return part === 'host' || part === 'label' || part === 'uri' ? `its ${part}` : `“${part}”`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
