import { OptionalText, OptionalWhole, Secret, Text } from '../../fields.ts';

/** How TypingDNA is reached, and under which name a user is kept there. */
export const typingDnaApi = {
  apiUrl: Text({
    title: 'API URL',
    description: 'The address of TypingDNA.',
    default: 'https://api.typingdna.com',
    format: 'url',
  }),
  apiKey: Secret({ title: 'API Key', description: 'The key of your account at TypingDNA.' }),
  apiSecret: Secret({ title: 'API Secret', description: 'The secret of that key.' }),
  hashAlgorithm: OptionalText({
    title: 'Hash Algorithm',
    description: 'How the user name is hashed before it is sent, the same in each node of TypingDNA.',
  }),
  usernameSalt: OptionalText({
    title: 'Salt',
    description: 'What is hashed along with the user name, the same in each node of TypingDNA.',
  }),
  requestIdentifier: OptionalText({
    title: 'Request Identifier',
    description: 'A name for the log of TypingDNA that tells the requests of this journey apart.',
  }),
  requestTimeout: OptionalWhole({
    title: 'Request Timeout',
    description: 'How long to wait for TypingDNA.',
    minimum: 0,
    unit: 'milliseconds',
  }),
};
