import { OptionalText, Text } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  credentialsType,
  domain,
  oneSpanTags,
  optionalAttributes,
  phoneRequest,
  readsDevice,
  userNameInSharedData,
} from './onespan-settings.ts';
import { readsRequest, stepUpOutcomes, writesRequest } from './onespan-step-up.ts';

/** OneSpan Auth Validate Event: has OneSpan decide on something that costs nothing. */
export const oneSpanValidateEventNode = defineNodeType({
  id: 'OS_Auth_ValidateEventNode',
  name: 'OneSpan Auth Validate Event',
  help: 'Has OneSpan decide on something that moves no money, such as a change of address. Needs OneSpan Risk CDDC before it. Follow Step Up with OneSpan Auth Check Session Status. OneSpan decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    eventType: Text({
      title: 'Event Type',
      description: 'Where the type of the event comes from: SpecifyBelow or ReadFromSharedState.',
      default: 'SpecifyBelow',
    }),
    specifyEventType: OptionalText({
      title: 'Specified Event Type',
      description: 'The type of the event, where it is specified here.',
    }),
    eventTypeInSharedState: OptionalText({
      title: 'Event Type Key',
      description:
        'The key of the shared state that holds the type of the event, where it is read from there.',
    }),
    credentialsType,
    userNameInSharedData,
    optionalAttributes: optionalAttributes(),
    ...phoneRequest,
  }),
  outcomes: stepUpOutcomes,
  interactive: false,
  reads: [...readsDevice(true), ...readsRequest],
  writes: writesRequest,
});
