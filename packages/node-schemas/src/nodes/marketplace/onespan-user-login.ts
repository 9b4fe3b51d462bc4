import { Text } from '../../fields.ts';
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

/** OneSpan Auth User Login: has OneSpan decide on a sign-in. */
export const oneSpanUserLoginNode = defineNodeType({
  id: 'OS_Auth_UserLoginNode',
  name: 'OneSpan Auth User Login',
  help: 'Has OneSpan decide on a sign-in: by its risk, or by what the user has entered. Needs OneSpan Risk CDDC before it where the risk counts. Follow Step Up with OneSpan Auth Check Session Status. OneSpan decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    objectType: Text({
      title: 'Object Type',
      description: 'What is asked for: AdaptiveLoginInput, where the risk counts, or LoginInput.',
      default: 'AdaptiveLoginInput',
    }),
    credentialsType,
    userNameInSharedData,
    optionalAttributes: optionalAttributes(),
    ...phoneRequest,
  }),
  outcomes: stepUpOutcomes,
  interactive: false,
  reads: [...readsDevice(false), ...readsRequest],
  writes: writesRequest,
});
