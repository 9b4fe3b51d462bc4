import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Accept Terms and Conditions: shows the terms in force and has them accepted. */
export const acceptTermsAndConditionsNode = defineNodeType({
  id: 'AcceptTermsAndConditionsNode',
  name: 'Accept Terms and Conditions',
  help: 'Shows the terms and conditions in force, again and again until they are accepted. Create Object or Patch Object after it keeps that with the person.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'termsAccepted', scope: 'shared' }],
});
