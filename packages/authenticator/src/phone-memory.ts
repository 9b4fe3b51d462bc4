import type { Account, PhoneState, PushNotification } from './phone-state.ts';

/** How many notifications a phone remembers. */
const notificationLimit = 100;

/** The state with an account, in place of the one of its id or after all others. */
export function withAccount(state: PhoneState, account: Account): PhoneState {
  const isThere = state.accounts.some(({ id }) => id === account.id);
  const accounts = isThere
    ? state.accounts.map((other) => (other.id === account.id ? account : other))
    : [...state.accounts, account];
  return { ...state, accounts };
}

/** The state without an account and its notifications. */
export function withoutAccount(state: PhoneState, accountId: string): PhoneState {
  return {
    ...state,
    accounts: state.accounts.filter(({ id }) => id !== accountId),
    notifications: state.notifications.filter((notification) => notification.accountId !== accountId),
  };
}

/** The state with a notification that has just arrived; the oldest go when there are too many. */
export function withNotification(state: PhoneState, notification: PushNotification): PhoneState {
  return { ...state, notifications: [notification, ...state.notifications].slice(0, notificationLimit) };
}

/** The state with a notification as it is after its answer, unless it is gone. */
export function withAnswered(state: PhoneState, answered: PushNotification): PhoneState {
  const notifications = state.notifications.map((each) =>
    each.messageId === answered.messageId ? answered : each,
  );
  return { ...state, notifications };
}
