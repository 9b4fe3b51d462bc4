import type { StateWrite } from '../../state.ts';

/** What comes of signing in elsewhere: the person has an account here, or none. */
export const foundAccountOutcomes = {
  all: { ACCOUNT_EXISTS: 'Account exists', NO_ACCOUNT: 'No account exists' },
} as const;

/** What the nodes that sign in with one provider keep: who it is, or else all that the provider told. */
export const foundAccountWrites: readonly StateWrite[] = [
  { key: 'username', scope: 'shared', on: ['ACCOUNT_EXISTS'] },
  { key: 'userInfo', scope: 'shared', on: ['NO_ACCOUNT'] },
  { key: 'emailAddress', scope: 'shared', on: ['NO_ACCOUNT'], always: false },
];
