import { failureId, type Journey, successId } from '@journeyman/node-schemas/run';

/** The journey of the top-level realm that signs in AM's super user, and nobody else; AM's name for it. */
export const administratorJourneyName = 'ldapService';

const page = '0b1d6a3e-54ac-4c6e-9b1f-6d2f0a0f3c11';
const decision = '7c9e2b6f-2f0d-4d0e-8f0a-3f6b9f1f2a22';

/** User name and password on one page. A file of the same name takes its place. */
export const administratorJourney: Journey = {
  name: administratorJourneyName,
  description: 'Signs in the administrator by user name and password.',
  enabled: true,
  innerTreeOnly: false,
  mustRun: false,
  noSession: false,
  entryNodeId: page,
  nodes: new Map([
    [
      page,
      {
        id: page,
        type: 'PageNode',
        displayName: 'Sign in',
        config: {
          pageHeader: { en: 'Sign in' },
          nodes: [
            {
              _id: '3d9f4e5a-77b1-4f0b-a1d3-9e8c5b7a6d33',
              nodeType: 'UsernameCollectorNode',
              displayName: 'User name',
            },
            {
              _id: '5e0a1c7b-88c2-4e1c-b2e4-0f9d6c8b7e44',
              nodeType: 'PasswordCollectorNode',
              displayName: 'Password',
            },
          ],
        },
        connections: { outcome: decision },
        children: [
          {
            id: '3d9f4e5a-77b1-4f0b-a1d3-9e8c5b7a6d33',
            type: 'UsernameCollectorNode',
            displayName: 'User name',
            config: {},
          },
          {
            id: '5e0a1c7b-88c2-4e1c-b2e4-0f9d6c8b7e44',
            type: 'PasswordCollectorNode',
            displayName: 'Password',
            config: {},
          },
        ],
      },
    ],
    [
      decision,
      {
        id: decision,
        type: 'DataStoreDecisionNode',
        displayName: 'Data Store Decision',
        config: {},
        connections: { true: successId, false: failureId },
      },
    ],
  ]),
};
