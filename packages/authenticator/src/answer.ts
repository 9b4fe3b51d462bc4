import { type AppRequest, answerRequest, type Decision } from './app-requests.ts';
import type { PhoneState, Platform, PushNotification } from './phone-state.ts';
import type { RequestFailure } from './sending.ts';

/** What became of an answer; unless it is `answered`, the notification is as it was. */
export type AnswerResult =
  | { readonly status: 'answered'; readonly notification: PushNotification }
  | { readonly status: 'unknown' }
  | { readonly status: 'answered before'; readonly notification: PushNotification }
  | NotDecided
  | RequestFailure;

/** Why the app does not let a notification be approved. */
type NotDecided =
  | { readonly status: 'expired' }
  | { readonly status: 'number needed'; readonly numbers: readonly number[] };

/** Makes of what the user wants the decision on a notification that waits for one. */
export type Decide = (notification: PushNotification) => Decision | NotDecided;

/** Approves in time, with a number where one is asked for. */
export function approving(number: number | undefined, nowMs: number): Decide {
  return ({ type, numbers, expiresAtMs }) => {
    if (nowMs >= expiresAtMs) {
      return { status: 'expired' };
    }
    if (type !== 'challenge') {
      return { type: 'approve' };
    }
    return number === undefined ? { status: 'number needed', numbers } : { type: 'approve', number };
  };
}

/** Denies, after the time too. */
export const denying: Decide = ({ type }) => ({ type: 'deny', wasAskedForNumber: type === 'challenge' });

/** The answer to a push as it is sent, and the status that the notification has once the server takes it; or why there is none. */
export function prepareAnswer(
  { accounts, notifications }: PhoneState,
  platform: Platform,
  messageId: string,
  decide: Decide,
):
  | {
      readonly status: 'prepared';
      readonly request: AppRequest;
      readonly notification: PushNotification;
      readonly statusAfter: 'approved' | 'denied';
    }
  | Exclude<AnswerResult, RequestFailure | { readonly status: 'answered' }> {
  const notification = notifications.find((each) => each.messageId === messageId);
  const mechanism = accounts.find(({ id }) => id === notification?.accountId)?.push;
  if (!notification || !mechanism) {
    return { status: 'unknown' };
  }
  if (notification.status !== 'pending') {
    return { status: 'answered before', notification };
  }
  const decision = decide(notification);
  if ('status' in decision) {
    return decision;
  }
  const request = answerRequest(platform, mechanism, notification, decision);
  const statusAfter = decision.type === 'approve' ? 'approved' : 'denied';
  return request === null
    ? { status: 'unknown' }
    : { status: 'prepared', request, notification, statusAfter };
}
