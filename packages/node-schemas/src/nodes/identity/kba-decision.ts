import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** KBA Decision: looks whether a person has enough security questions. */
export const kbaDecisionNode = defineNodeType({
  id: 'KbaDecisionNode',
  name: 'KBA Decision',
  help: 'Looks whether the person has as many security questions as the settings ask for. Connect False to KBA Definition.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({ identityAttribute: identityAttribute('userName') }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
