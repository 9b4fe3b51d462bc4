import { LocaleTexts, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { isWebAddress } from '../../web-address.ts';

/** Where the app is found when nothing else is configured. */
export const appStoreLinks = {
  apple: 'https://apps.apple.com/app/pingid/id891247102',
  google: 'https://play.google.com/store/apps/details?id=prod.com.pingidentity.pingid',
} as const;

/** Get Authenticator App: tells the user where the app is to be had. */
export const getAuthenticatorAppNode = defineNodeType({
  id: 'GetAuthenticatorAppNode',
  name: 'Get Authenticator App',
  help: 'Shows where to get the authenticator app and goes on when the user says so. Usually follows Get App of MFA Registration Options and leads to the registration.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    message: LocaleTexts({
      title: 'Get App Authenticator Message',
      description:
        'What is shown, as HTML. {{appleLink}} and {{googleLink}} become links; in a message that also has {{appleLabel}} or {{googleLabel}} they stand for the bare URLs.',
      builtIn: 'Get the app from the {{appleLink}} or on {{googleLink}}',
      fallback: 'first',
    }),
    continueLabel: LocaleTexts({
      title: 'Continue Label',
      description: 'The button that goes on.',
      builtIn: 'Continue',
      fallback: 'first',
    }),
    appleLink: Text({
      title: 'Apple App Store URL',
      description: 'Where the app for iPhones is; empty: the usual app.',
      default: appStoreLinks.apple,
      format: 'url',
    }),
    googleLink: Text({
      title: 'Google Play URL',
      description: 'Where the app for Android is; empty: the usual app.',
      default: appStoreLinks.google,
      format: 'url',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
  validate: (config) =>
    (['appleLink', 'googleLink'] as const)
      .filter((property) => config[property].trim() !== '' && !isWebAddress(config[property]))
      .map((property) => ({ property, message: 'must be an absolute http or https URL, or empty' })),
});
