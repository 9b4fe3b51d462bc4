import { Choice, Flag, Pairs } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { thingWrites } from './thing-writes.ts';

/** Register Thing: keeps the key of a device, service or gateway. */
export const iotRegistrationNode = defineNodeType({
  id: 'IotRegistrationNode',
  name: 'Register Thing',
  help: 'Checks the JWT of a device, a service or a gateway and keeps its key, and an identity if you want, so that Authenticate Thing knows it next time. Without trust anything that can reach the server can register.',
  category: 'utility',
  tags: ['iot', 'things'],
  config: Type.Object({
    jwtRegistrationMethod: Choice({
      title: 'JWT Registration Method',
      description: 'By what the thing is trusted, and whether it shows that it holds its key.',
      default: 'POP_WITH_CERTIFICATE',
      values: {
        POP_WITH_CERTIFICATE: 'Proof of possession and certificate',
        POP_WITH_SOFTWARE_STATEMENT: 'Proof of possession and software statement',
        POP_WITHOUT_TRUST: 'Proof of possession, without trust',
        SOFTWARE_STATEMENT_WITHOUT_POP: 'Software statement, without proof of possession',
      },
    }),
    verifySubject: Flag({
      title: 'Verify Certificate Subject',
      description: 'Asks that the certificate names the thing that the JWT names.',
      default: true,
    }),
    createIdentity: Flag({
      title: 'Create Identity',
      description: 'Makes an identity for a thing that has none.',
      default: false,
    }),
    allowKeyRotation: Flag({
      title: 'Rotate Confirmation Key',
      description: 'Lets a thing that has a key register another, with the same id.',
      default: false,
    }),
    defaultAttributeValues: Pairs({
      title: 'Default Attribute Values',
      description: 'Attributes that a new identity gets, each with its value.',
    }),
    claimToAttributeMapping: Pairs({
      title: 'Claim to Attribute Mapping',
      description: 'Claims of the JWT, each with the attribute that gets its value.',
    }),
    allowAttributeOverwrite: Flag({
      title: 'Overwrite Attributes',
      description: 'Replaces what an identity that is there already has in those attributes.',
      default: false,
    }),
  }),
  outcomes: { all: { success: 'Success', failure: 'Failure' } },
  interactive: true,
  reads: [],
  writes: thingWrites,
});
