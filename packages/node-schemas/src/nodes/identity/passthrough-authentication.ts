import { RequiredText, Text } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute } from './identity-settings.ts';

/** Passthrough Authentication: has another system check user name and password. */
export const passthroughAuthenticationNode = defineNodeType({
  id: 'PassthroughAuthenticationNode',
  name: 'Passthrough Authentication',
  help: 'Has a system that is connected to identity management check the user name and the password that were collected. Use it while users move here from an older directory whose passwords cannot be copied.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    systemEndpoint: RequiredText({
      title: 'System Endpoint',
      description: 'The name of the connector to the other system.',
    }),
    objectType: Text({
      title: 'Object Type',
      description: 'The kind of record there.',
      default: 'account',
      minLength: 1,
    }),
    identityAttribute: identityAttribute('userName'),
    passwordAttribute: Text({
      title: 'Password Attribute',
      description: 'The attribute that was collected as the password.',
      default: 'password',
      minLength: 1,
    }),
  }),
  outcomes: { all: { AUTHENTICATED: 'Authenticated', MISSING: 'Missing Input', FAILED: 'Failed' } },
  interactive: false,
  reads: [
    { key: 'objectAttributes', required: false },
    { key: 'username', required: false },
    { key: 'password', required: false },
  ],
  writes: [],
  proves: { AUTHENTICATED: 'knowledge' },
});
