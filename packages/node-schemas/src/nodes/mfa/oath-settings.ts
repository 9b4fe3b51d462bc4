import { Choice, Flag, Whole } from '../../fields.ts';

/** How one-time passwords are made: by a counter or by the clock. */
export const oathAlgorithm = Choice({
  title: 'OATH Algorithm',
  description: 'What each one-time password is made of: the time (TOTP) or a counter (HOTP).',
  default: 'TOTP',
  values: { HOTP: 'HOTP', TOTP: 'TOTP' },
});

/** How long one time step lasts. */
export const totpTimeInterval = Whole({
  title: 'TOTP Time Step Interval',
  description: 'How long a one-time password made by the clock is shown.',
  default: 30,
  minimum: 1,
  unit: 'seconds',
});

/** The hash behind one-time passwords made by the clock. */
export const totpHashAlgorithm = Choice({
  title: 'TOTP Hash Algorithm',
  description: 'The hash behind one-time passwords made by the clock. Many apps know HMAC-SHA1 alone.',
  default: 'HMAC_SHA1',
  values: { HMAC_SHA1: 'HMAC-SHA1', HMAC_SHA256: 'HMAC-SHA256', HMAC_SHA512: 'HMAC-SHA512' },
});

/** What the secret of a new device is, and how its one-time passwords are made. */
export const oathDevice = {
  passwordLength: Choice({
    title: 'One Time Password Length',
    description: 'How many digits a one-time password has.',
    default: 'SIX_DIGITS',
    values: { SIX_DIGITS: '6', EIGHT_DIGITS: '8' },
  }),
  minSharedSecretLength: Whole({
    title: 'Minimum Secret Key Length',
    description: 'How many hexadecimal digits the secret has at least; RFC 4226 asks for 32.',
    default: 32,
    minimum: 1,
    unit: 'characters',
  }),
  algorithm: oathAlgorithm,
  totpTimeInterval,
  totpHashAlgorithm,
  addChecksum: Flag({
    title: 'HOTP Checksum Digit',
    description: 'Adds a check digit to one-time passwords made by a counter. Few apps know of it.',
    default: false,
  }),
  truncationOffset: Whole({
    title: 'HOTP Truncation Offset',
    description: 'Where in the hash the digits are taken from; -1 lets the hash say it, as RFC 4226 has it.',
    default: -1,
    minimum: -1,
  }),
};
