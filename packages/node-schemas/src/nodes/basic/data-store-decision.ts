import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Data Store Decision: checks user name and password. */
export const dataStoreDecisionNode = defineNodeType({
  id: 'DataStoreDecisionNode',
  name: 'Data Store Decision',
  help: 'Checks the user name and the password that were collected against the users of the realm. It does not look whether the account is locked; Success does.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({}),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'password', required: true },
  ],
  writes: [],
  proves: { true: 'knowledge' },
});
