import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Terms and Conditions Decision: looks whether a person has accepted the terms in force. */
export const termsAndConditionsDecisionNode = defineNodeType({
  id: 'TermsAndConditionsDecisionNode',
  name: 'Terms and Conditions Decision',
  help: 'Looks whether the person has accepted the version of the terms and conditions that is in force. Connect False to Accept Terms and Conditions.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({ identityAttribute: identityAttribute('userName') }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
