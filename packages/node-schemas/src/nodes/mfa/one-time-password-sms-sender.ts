import { LocaleTexts, OptionalText, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { mailServer, mailTransport } from './mail-server.ts';

/** OTP SMS Sender: sends the one-time password as a text message. */
export const oneTimePasswordSmsSenderNode = defineNodeType({
  id: 'OneTimePasswordSmsSenderNode',
  name: 'OTP SMS Sender',
  help: 'Sends the one-time password of HOTP Generator as a text message, through a gateway that takes mail. Follow it with OTP Collector Decision. Text messages can be diverted, so prefer push, WebAuthn or an authenticator app.',
  category: 'mfa',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  config: Type.Object({
    ...mailServer,
    mobilePhoneAttributeName: Text({
      title: 'Mobile Phone Number Attribute',
      description: "The user's attribute that holds the phone number.",
      default: 'telephoneNumber',
    }),
    mobileCarrierAttributeName: OptionalText({
      title: 'Mobile Carrier Attribute',
      description: "The user's attribute that holds the mail domain of the carrier's gateway.",
    }),
    smsSubject: LocaleTexts({
      title: 'The subject of the message',
      description: 'The subject of the message.',
    }),
    smsContent: LocaleTexts({
      title: 'The content of the message',
      description: 'The message. {{OTP}} stands for the one-time password.',
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
