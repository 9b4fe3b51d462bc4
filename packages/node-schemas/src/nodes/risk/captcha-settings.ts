import { RequiredText, Secret, Text } from '../../fields.ts';
import { Fraction } from '../fraction.ts';

/** The key with which the page shows the puzzle. */
export const siteKey = RequiredText({
  title: 'CAPTCHA Site Key',
  description: 'The public key that the CAPTCHA service has given you for this site.',
});

/** The key with which the server asks whether the puzzle was solved. */
export const secretKey = Secret({
  title: 'CAPTCHA Secret Key',
  description: 'The secret key that the CAPTCHA service has given you for this site.',
});

/** Where the server asks whether the puzzle was solved. */
export const verificationUrl = (url: string) =>
  Text({
    title: 'CAPTCHA Verification URL',
    description: "Where the user's answer is checked.",
    default: url,
    format: 'url',
  });

/** Where the page gets its script from. */
export const scriptUrl = (url: string) =>
  Text({
    title: 'CAPTCHA API URL',
    description: 'The script that shows the CAPTCHA on the page.',
    default: url,
    format: 'url',
  });

/** The mark by which the script finds its place on the page. */
export const divClass = Text({
  title: 'Class of CAPTCHA HTML Element',
  description:
    'The CSS class of the element that the script fills, such as g-recaptcha, h-captcha or cf-turnstile.',
  default: 'g-recaptcha',
});

/** How sure the service must be that a person is there. */
export const scoreThreshold = Fraction({
  title: 'Score Threshold',
  description: 'The lowest score that passes, from 0 (surely a bot) to 1 (surely a person).',
  default: '0.0',
});
