import { Choice, Flag, Script, Text } from '../../fields.ts';
import type { StateWrite } from '../../state.ts';

/** The properties that both versions of Social Provider Handler have. */
export const providerHandler = {
  script: Script({
    title: 'Transformation Script',
    description: 'The script that turns what the provider tells into attributes of the person.',
  }),
  usernameAttribute: Text({
    title: 'Username Attribute',
    description: 'The attribute of the person that holds the user name.',
    default: 'userName',
    minLength: 1,
  }),
  clientType: Choice({
    title: 'Client Type',
    description: 'How the client leads the user to the provider.',
    default: 'BROWSER',
    values: { BROWSER: 'Browser: by a redirect', NATIVE: "Native: by the provider's own SDK" },
  }),
  storeTokens: Flag({
    title: 'Store Tokens',
    description: "Keeps the provider's tokens for the nodes that follow, until the next request.",
    default: false,
  }),
};

/** The property that says where the names are that providers have for a person. */
export const subjectAttribute = Text({
  title: 'Subject Attribute',
  description: 'The attribute by which the account is found, where no identity management is connected.',
  default: 'iplanet-am-user-alias-list',
});

/** What either version keeps, beside what its script may write. */
export const providerHandlerWrites: readonly StateWrite[] = [
  { key: 'username', scope: 'shared', on: ['ACCOUNT_EXISTS'] },
  { key: 'username', scope: 'shared', on: ['NO_ACCOUNT'], always: false },
  { key: 'objectAttributes', scope: 'transient', on: ['ACCOUNT_EXISTS', 'NO_ACCOUNT'] },
];
