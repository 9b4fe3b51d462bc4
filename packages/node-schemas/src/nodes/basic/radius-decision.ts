import { Flag, OptionalText, Texts, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** RADIUS Decision: has a RADIUS server decide. */
export const radiusDecisionNode = defineNodeType({
  id: 'RadiusDecisionNode',
  name: 'RADIUS Decision',
  help: 'Sends the user name and the password that were collected to a RADIUS server. Where the server asks for more, such as a one-time password, lead Challenge to a RADIUS Challenge Collector and back. What is proven is for that server to know.',
  category: 'basic',
  tags: ['org/forgerock/openam/auth/nodes/radius', 'authentication'],
  config: Type.Object({
    primaryServers: Texts({
      title: 'Primary RADIUS Servers',
      description: 'The servers that are asked, each as host or host:port; without a port it is 1812.',
    }),
    secondaryServers: Texts({
      title: 'Secondary RADIUS Servers',
      description: 'The servers that are asked while none of the primary ones answers.',
    }),
    sharedSecretPurpose: OptionalText({
      title: 'Shared Secret Label Identifier',
      description: 'The part of the secret label that names the secret shared with the servers.',
    }),
    timeout: Whole({
      title: 'Timeout',
      description: 'How long a server may take to answer.',
      default: 5,
      minimum: 0,
      unit: 'seconds',
    }),
    healthCheckInterval: Whole({
      title: 'Health Check Interval',
      description: 'How often to look whether a server that did not answer is back.',
      default: 5,
      minimum: 0,
      unit: 'minutes',
    }),
    checkForLockout: Flag({
      title: 'Check for Lockout',
      description: 'Looks whether the account is locked. Without it the Locked outcome does not exist.',
      default: false,
    }),
    requireMessageAuthenticator: Flag({
      title: 'Require Message-Authenticator attribute',
      description:
        'Accepts only answers that are signed with a Message-Authenticator: without one an attacker can forge them.',
      default: true,
    }),
  }),
  // AM publishes no ids for these outcomes; these are written as in the other node types of its release.
  outcomes: {
    all: { success: 'Success', failure: 'Failure', challenge: 'Challenge', locked: 'Locked' },
    onlyIf: { locked: (config) => config?.checkForLockout ?? false },
  },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'password', required: true },
    { key: 'radiusChallenge', required: false },
  ],
  writes: [{ key: 'radiusChallenge', scope: 'transient', on: ['challenge'] }],
  proves: { success: 'knowledge' },
});
