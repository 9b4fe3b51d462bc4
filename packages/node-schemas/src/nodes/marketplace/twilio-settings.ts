import { Text } from '../../fields.ts';

/** The property by which the nodes of Twilio hand on where the code goes. */
export const identifierSharedState = Text({
  title: 'Identifier Key',
  description: 'The key of the shared state that holds the phone number or mail address, the same in each.',
  default: 'userIdentifier',
});
