import { LocaleTexts, OptionalText, RequiredText, Text, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** RSA SecurID: has RSA make sure of the user's authenticator. */
export const securIdNode = defineNodeType({
  id: 'product-SecurIdNode',
  name: 'RSA SecurID',
  help: 'Has RSA SecurID make sure of an authenticator that the user has registered there: a token, a push to the phone or a code. Put it behind the node that knows the user.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    baseUrl: RequiredText({
      title: 'SecurID URL',
      description:
        'The address of the API of RSA Authentication Manager or of the RSA cloud, up to its version.',
      format: 'url',
    }),
    clientId: OptionalText({
      title: 'Client ID',
      description: 'The name under which RSA knows this service; Authentication Manager needs one.',
    }),
    assurancePolicy: OptionalText({
      title: 'Assurance Policy',
      description: 'The policy of the RSA cloud that says which authenticators are enough.',
    }),
    clientKeySecretLabelIdentifier: RequiredText({
      title: 'Client Key Secret Label Identifier',
      description: 'The part of the secret label that names the API key.',
    }),
    authnAttemptTimeout: Whole({
      title: 'Authentication Attempt Timeout',
      description: 'How long the RSA cloud waits for the user.',
      default: 180,
      minimum: 0,
      unit: 'seconds',
    }),
    httpClient: Text({
      title: 'HTTP Client',
      description: 'The HTTP client service of the realm that calls RSA.',
      default: '[Default]',
    }),
    mfaChoicePrompt: LocaleTexts({
      title: 'Prompt for MFA Choice',
      description: 'Shown where the user has several authenticators to choose from.',
    }),
    waitingMessage: LocaleTexts({
      title: 'Waiting Message',
      description: 'Shown while the phone has not answered.',
    }),
  }),
  // AM publishes no ids for these outcomes; these are written as in the other node types of its release.
  outcomes: {
    all: {
      success: 'Success',
      failure: 'Failure',
      notEnrolled: 'Not Enrolled',
      cancel: 'Cancel',
      error: 'Error',
    },
  },
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [],
  proves: { success: 'possession' },
});
