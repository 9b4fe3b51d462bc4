import { Flag } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { idleTimeout, persistentCookie } from './cookie-settings.ts';

/** Persistent Cookie Decision: knows the user again by a cookie. */
export const persistentCookieDecisionNode = defineNodeType({
  id: 'PersistentCookieDecisionNode',
  name: 'Persistent Cookie Decision',
  help: 'Looks for the cookie of a Set Persistent Cookie with the same name and key, and takes the user name from it. Connect False to the way that asks for name and password. A cookie is no proof of a factor.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    idleTimeout,
    enforceClientIp: Flag({
      title: 'Enforce Client IP',
      description: 'Accepts the cookie only from the address that it was given to.',
      default: false,
    }),
    ...persistentCookie,
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [],
  writes: [{ key: 'username', scope: 'shared', on: ['true'] }],
});
