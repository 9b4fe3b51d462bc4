import { LocaleTexts, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { mailServer, mailTransport } from './mail-server.ts';

/** OTP Email Sender: sends the one-time password by mail. */
export const oneTimePasswordSmtpSenderNode = defineNodeType({
  id: 'OneTimePasswordSmtpSenderNode',
  name: 'OTP Email Sender',
  help: 'Sends the one-time password of HOTP Generator by mail. Follow it with OTP Collector Decision. Who reads the mail of the user can sign in, so prefer push, WebAuthn or an authenticator app.',
  category: 'mfa',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  config: Type.Object({
    ...mailServer,
    emailAttribute: Text({
      title: 'Email Attribute Name',
      description: "The user's attribute that holds the mail address.",
      default: 'mail',
    }),
    emailSubject: LocaleTexts({ title: 'The subject of the email', description: 'The subject of the mail.' }),
    emailContent: LocaleTexts({
      title: 'The content of the email',
      description: 'The mail, as text or HTML. {{OTP}} stands for the one-time password.',
    }),
    ...mailTransport,
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [
    { key: 'oneTimePassword', required: true },
    { key: 'username', required: false },
  ],
  writes: [],
});
