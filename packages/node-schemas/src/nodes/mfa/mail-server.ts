import { Choice, OptionalText, RequiredText, Secret, Text, Whole } from '../../fields.ts';

/** The mail server that one-time passwords are sent through; text messages go to a gateway by mail. */
export const mailServer = {
  hostName: RequiredText({ title: 'Mail Server Host Name', description: 'The host of the mail server.' }),
  hostPort: Whole({
    title: 'Mail Server Host Port',
    description: 'The port of the mail server, such as 465 with TLS from the start or 587 with StartTLS.',
    default: 0,
    minimum: 0,
    maximum: 65_535,
  }),
  username: OptionalText({
    title: 'Mail Server Authentication Username',
    description: 'The account that sends.',
  }),
  password: Secret({
    title: 'Mail Server Authentication Password',
    description: 'The password of the account that sends.',
  }),
  secretLabelIdentifier: OptionalText({
    title: 'Mail Server Secret Label Identifier',
    description:
      'The part of the secret label that names the password; used in place of the password itself.',
  }),
  fromEmailAddress: RequiredText({
    title: 'Email From Address',
    description: 'The address that messages come from.',
  }),
};

/** How the mail server is reached, and by which code. */
export const mailTransport = {
  sslOption: Choice({
    title: 'Mail Server Secure Connection',
    description: 'How the connection is protected.',
    default: 'SSL',
    values: { NON_SSL: 'Not at all', SSL: 'TLS from the start', START_TLS: 'StartTLS' },
  }),
  smsGatewayImplementationClass: Text({
    title: 'Gateway Implementation Class',
    description: 'The Java class with which AM sends.',
    default: 'com.sun.identity.authentication.modules.hotp.DefaultSMSGatewayImpl',
  }),
};
