import { RequiredText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Cookie Presence Decision: looks whether the browser has a cookie. */
export const cookiePresenceDecisionNode = defineNodeType({
  id: 'CookiePresenceDecisionNode',
  name: 'Cookie Presence Decision Node',
  help: 'Looks whether the browser sends a cookie of a certain name, whatever its value. Anybody can set a cookie, so trust it with nothing that matters.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    cookieName: RequiredText({
      title: 'Name of Cookie',
      description: 'The name of the cookie to look for.',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [],
  writes: [],
});
