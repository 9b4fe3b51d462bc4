import type { StateRead, StateWrite } from '../../state.ts';

/** How OneSpan answers a request that may end on the phone of the user. */
export const stepUpOutcomes = {
  all: { Accept: 'Accept', Decline: 'Decline', StepUp: 'Step Up', Error: 'Error' },
} as const;

/** What such a request carries on from those before it, and the password where it is sent along. */
export const readsRequest: readonly StateRead[] = [
  { key: 'ostid_request_id', required: false },
  { key: 'ostid_session_id', required: false },
  { key: 'password', required: false },
];

const answered = ['Accept', 'Decline', 'StepUp'];

/** What such a request leaves for Check Session Status, Visual Code and Store Command. */
export const writesRequest: readonly StateWrite[] = [
  { key: 'ostid_username_in_shared_state', scope: 'shared' },
  { key: 'ostid_command', scope: 'shared', on: answered },
  { key: 'ostid_event_expiry_date', scope: 'shared', on: answered },
  { key: 'ostid_irm_response', scope: 'shared', on: answered },
  { key: 'ostid_request_id', scope: 'shared', on: answered },
  { key: 'ostid_session_id', scope: 'shared', on: answered },
  { key: 'ostid_cronto_msg', scope: 'shared', on: ['StepUp'], always: false },
  { key: 'ostid_error_message', scope: 'shared', on: ['Decline', 'Error'], always: false },
];
