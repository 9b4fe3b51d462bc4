import { Choice } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Enable Device Management: says what a user must have proven to manage devices. */
export const enableDeviceManagementNode = defineNodeType({
  id: 'EnableDeviceManagementNode',
  name: 'Enable Device Management',
  help: 'Says with which devices a user must have signed in to be allowed to change or delete devices in the session. Put it behind the second factor.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    deviceEnforcementStrategy: Choice({
      title: 'Device Check Enforcement Strategy',
      description: 'What the user must have signed in with.',
      default: 'SAME',
      values: { NONE: 'Nothing', ANY: 'Any second factor', SAME: 'One of the same kind as the device' },
    }),
  }),
  outcomes: { all: { successOutcome: 'Success', failureOutcome: 'Failure' } },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'NodeType', required: false },
  ],
  writes: [{ key: 'NodeType', scope: 'shared', on: ['successOutcome'], always: false }],
});
