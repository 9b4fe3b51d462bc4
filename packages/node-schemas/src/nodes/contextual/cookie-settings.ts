import { Choice, Flag, OptionalText, Secret, Text, Whole } from '../../fields.ts';

/** Whether the browser sends a cookie along when another site leads to this one. */
export const sameSite = Choice({
  title: 'SameSite Attribute',
  description:
    'Whether the browser sends the cookie with requests that other sites cause. None needs a secure cookie.',
  default: 'LAX',
  values: { STRICT: 'Strict', LAX: 'Lax', NONE: 'None' },
});

/** How long a persistent cookie may go unused. */
export const idleTimeout = Whole({
  title: 'Idle Timeout',
  description: 'How long the cookie may go unused, in hours.',
  default: 5,
  minimum: 0,
});

/** What the two nodes of a persistent cookie have to agree on. */
export const persistentCookie = {
  useSecureCookie: Flag({
    title: 'Use Secure Cookie',
    description: 'Has the browser send the cookie over TLS alone.',
    default: true,
  }),
  useHttpOnlyCookie: Flag({
    title: 'Use HTTP Only Cookie',
    description: 'Hides the cookie from scripts of the page.',
    default: true,
  }),
  hmacSigningKey: Secret({
    title: 'HMAC Signing Key',
    description: 'The key that signs the cookie: at least 256 bits in Base64, the same in both nodes.',
  }),
  hmacSigningKeySecretLabelIdentifier: OptionalText({
    title: 'HMAC Signing Key Secret Label Identifier',
    description: 'The part of the secret label that names the signing key; used in place of the key itself.',
  }),
  persistentCookieName: Text({
    title: 'Persistent Cookie Name',
    description: 'The name of the cookie, the same in both nodes.',
    default: 'session-jwt',
  }),
  sameSite,
};
