import { Choice, Flag, Text, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { foundAccountOutcomes } from './found-account.ts';

/** SAML2 Authentication: signs in with a SAML 2.0 identity provider. */
export const saml2Node = defineNodeType({
  id: 'product-Saml2Node',
  name: 'SAML2 Authentication',
  help: 'Sends the user to a SAML 2.0 identity provider to sign in, and looks whether there is an account. Both parties must be in one circle of trust. The identity provider decides, so it counts as no factor here.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({
    idpEntityId: Text({
      title: 'IdP Entity ID',
      description: 'The entity ID of the identity provider.',
      default: 'https://',
      minLength: 1,
    }),
    validateIdpEntityId: Flag({
      title: 'Validate IdP Entity ID',
      description: 'Refuses to save the node where the realm has no such identity provider.',
      default: true,
    }),
    metaAlias: Text({
      title: 'SP MetaAlias',
      description: 'The service provider that asks: its realm and name, such as /alpha/sp.',
      default: '/sp',
      minLength: 1,
    }),
    allowCreate: Flag({
      title: 'Allow IdP to Create NameID',
      description: 'Lets the identity provider make up a name for a user that it has none for yet.',
      default: true,
    }),
    authComparison: Choice({
      title: 'Comparison Type',
      description: 'How what the identity provider does compares to what is asked for.',
      default: 'MINIMUM',
      values: {
        EXACT: 'Just as strong',
        MINIMUM: 'At least as strong',
        MAXIMUM: 'At most as strong',
        BETTER: 'Stronger',
      },
    }),
    authnContextClassRef: Texts({
      title: 'Authentication Context Class Reference',
      description: 'The ways of signing in that are asked for, each by its URI.',
    }),
    authnContextDeclRef: Texts({
      title: 'Authentication Context Declaration Reference',
      description: 'Declarations of ways of signing in that are asked for, each by its URI.',
    }),
    requestBinding: Choice({
      title: 'Request Binding',
      description: 'How the request gets to the identity provider.',
      default: 'HTTP_REDIRECT',
      values: { HTTP_REDIRECT: 'HTTP-Redirect', HTTP_POST: 'HTTP-POST' },
    }),
    binding: Choice({
      title: 'Response Binding',
      description: 'How the answer comes back.',
      default: 'HTTP_ARTIFACT',
      values: { HTTP_ARTIFACT: 'HTTP-Artifact', HTTP_POST: 'HTTP-POST' },
    }),
    forceAuthn: Flag({
      title: 'Force IdP Authentication',
      description: 'Has the user sign in there even where a session exists.',
      default: false,
    }),
    isPassive: Flag({
      title: 'Passive Authentication',
      description: 'Forbids the identity provider to ask the user anything.',
      default: false,
    }),
    nameIdFormat: Text({
      title: 'NameID Format',
      description: 'The kind of name that the identity provider is to give the user, by its URI.',
      default: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    }),
  }),
  outcomes: { all: { ...foundAccountOutcomes.all, ERROR: 'Error' } },
  interactive: true,
  reads: [],
  writes: [
    { key: 'username', scope: 'shared', on: ['ACCOUNT_EXISTS'] },
    { key: 'username', scope: 'shared', on: ['NO_ACCOUNT'], always: false },
    { key: 'userInfo', scope: 'shared', on: ['ACCOUNT_EXISTS', 'NO_ACCOUNT'] },
    { key: 'emailAddress', scope: 'shared', on: ['ACCOUNT_EXISTS', 'NO_ACCOUNT'], always: false },
    { key: 'successUrl', scope: 'shared', on: ['ACCOUNT_EXISTS', 'NO_ACCOUNT'], always: false },
  ],
});
