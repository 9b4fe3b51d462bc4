import { Whole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { idleTimeout, persistentCookie } from './cookie-settings.ts';

/** Set Persistent Cookie: has the browser remember the user beyond the session. */
export const setPersistentCookieNode = defineNodeType({
  id: 'SetPersistentCookieNode',
  name: 'Set Persistent Cookie',
  help: 'Gives the browser a signed cookie with which a Persistent Cookie Decision knows the user again. It is set when the journey succeeds, so put it behind the nodes that check who the user is.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    idleTimeout,
    maxLife: Whole({
      title: 'Max Life',
      description: 'How long the cookie counts at most, used or not, in hours.',
      default: 5,
      minimum: 0,
    }),
    ...persistentCookie,
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
