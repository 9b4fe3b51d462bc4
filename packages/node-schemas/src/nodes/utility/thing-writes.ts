import type { StateWrite } from '../../state.ts';

/** What a thing that was let in or registered leaves in the state: its id, and what its JWT said. */
export const thingWrites: readonly StateWrite[] = [
  { key: 'username', scope: 'shared', on: ['success'] },
  { key: 'org.forgerock.am.iot.jwt.pop.verified_claims', scope: 'transient', on: ['success'] },
];
