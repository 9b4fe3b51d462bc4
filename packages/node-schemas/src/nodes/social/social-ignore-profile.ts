import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Social Ignore Profile: goes on without an account. */
export const socialIgnoreProfileNode = defineNodeType({
  id: 'SocialOAuthIgnoreProfileNode',
  name: 'Social Ignore Profile',
  help: 'Takes the name that the provider has for the person as the user name, so that a session can be issued without an account here. Follows No account exists of a social node.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: false,
  reads: [{ key: 'userInfo', required: true }],
  writes: [{ key: 'username', scope: 'shared' }],
});
