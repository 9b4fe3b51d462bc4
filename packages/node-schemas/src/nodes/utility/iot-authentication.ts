import { Choice, Flag, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { thingWrites } from './thing-writes.ts';

/** Authenticate Thing: lets a device, service or gateway in by a token that it signs. */
export const iotAuthenticationNode = defineNodeType({
  id: 'IotAuthenticationNode',
  name: 'Authenticate Thing',
  help: 'Lets a device, a service or a gateway in by a JWT that it signs with its key. Connect Requires Registration to Register Thing, for things that have no identity or no key yet. The IoT service of the realm must be there.',
  category: 'utility',
  tags: ['iot', 'things'],
  config: Type.Object({
    jwtAuthenticationMethod: Choice({
      title: 'JWT Authentication Method',
      description:
        'What the thing signs: a challenge of this journey, or an assertion about itself, which may have been made before.',
      default: 'PROOF_OF_POSSESSION',
      values: { PROOF_OF_POSSESSION: 'Proof of possession', CLIENT_ASSERTION: 'Client assertion' },
    }),
    issueRestrictedToken: Flag({
      title: 'Issue Restricted Token',
      description: 'Ties the session to the key of the thing, so that every later request must be signed.',
      default: true,
    }),
    additionalAudienceValues: Texts({
      title: 'Additional Audience Values',
      description: 'What else the JWT may name as the one it is for, beside this server.',
    }),
  }),
  outcomes: { all: { success: 'Success', failure: 'Failure', register: 'Requires Registration' } },
  interactive: true,
  reads: [],
  writes: thingWrites,
  proves: { success: 'possession' },
});
