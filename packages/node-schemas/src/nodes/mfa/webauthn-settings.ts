import { Choice, Flag, OptionalText, Texts, Whole } from '../../fields.ts';

/** For which site a key is used, and whether it makes sure who holds it. */
export const webAuthnCeremony = {
  relyingPartyDomain: OptionalText({
    title: 'Relying party identifier',
    description:
      'The domain that keys belong to, without scheme and port; none: that of the page. Keys of one are of no use to another.',
  }),
  origins: Texts({
    title: 'Origin domains',
    description:
      'The origins that may ask for a key, such as https://login.example.com; empty: that of the page.',
  }),
  userVerificationRequirement: Choice({
    title: 'User verification requirement',
    description: 'Whether the authenticator makes sure of the user by PIN, finger or face.',
    default: 'PREFERRED',
    values: { REQUIRED: 'Required', PREFERRED: 'Preferred', DISCOURAGED: 'Discouraged' },
  }),
};

/** How long the user may take. */
export const webAuthnTimeout = Whole({
  title: 'Timeout',
  description: 'How long the browser waits for the user.',
  default: 60,
  minimum: 1,
  unit: 'seconds',
});

/** In which form the browser gets the challenge. */
export const asScript = Flag({
  title: 'Return challenge as JavaScript',
  description:
    'Sends a script that runs in the browser. Off, it sends data, which pages with the SDK and apps need.',
  default: true,
});
