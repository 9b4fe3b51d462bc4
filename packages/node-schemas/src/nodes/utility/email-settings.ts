import { Text } from '../../fields.ts';

/** The property that names the mail to send. */
export const emailTemplateName = (fallback: string) =>
  Text({
    title: 'Email Template Name',
    description: 'The mail template of the identity manager.',
    default: fallback,
    minLength: 1,
  });

/** The property that names where the address of the mail is found. */
export const emailAttribute = Text({
  title: 'Email Attribute',
  description: 'The attribute that holds the mail address.',
  default: 'mail',
  minLength: 1,
});
