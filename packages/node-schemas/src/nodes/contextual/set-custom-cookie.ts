import { Flag, OptionalText, OptionalWhole, RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { sameSite } from './cookie-settings.ts';

/** Set Custom Cookie: gives the browser a cookie of your own. */
export const setCustomCookieNode = defineNodeType({
  id: 'SetCustomCookieNode',
  name: 'Set Custom Cookie',
  help: 'Gives the browser a cookie with a name and a value of your choice, at once and even if the journey fails later.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    name: RequiredText({ title: 'Cookie Name', description: 'The name of the cookie.' }),
    value: RequiredText({
      title: 'Cookie Value',
      description: 'What the cookie says. Never a secret: it is in this file, and the user can read it.',
    }),
    maxAge: OptionalWhole({
      title: 'Max Age',
      description:
        'How long the browser keeps the cookie; none: until it is closed. With 0 or less it drops it.',
      unit: 'seconds',
    }),
    domain: OptionalText({
      title: 'Custom Cookie Domain',
      description: 'The domain that the cookie is sent to, with all below it; none: this host alone.',
    }),
    path: OptionalText({
      title: 'Custom Cookie Path',
      description: 'The path that the cookie is sent to; none: that of this page.',
    }),
    useSecureCookie: Flag({
      title: 'Use Secure Cookie',
      description: 'Has the browser send the cookie over TLS alone.',
      default: false,
    }),
    useHttpOnlyCookie: Flag({
      title: 'Use HTTP Only Cookie',
      description: 'Hides the cookie from scripts of the page.',
      default: false,
    }),
    sameSite,
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
