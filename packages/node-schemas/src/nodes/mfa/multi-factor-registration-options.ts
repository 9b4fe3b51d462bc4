import { Flag, LocaleTexts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** MFA Registration Options: lets the user register a second factor, get the app, skip, or opt out. */
export const multiFactorRegistrationOptionsNode = defineNodeType({
  id: 'MultiFactorRegistrationOptionsNode',
  name: 'MFA Registration Options',
  help: 'Asks a user without a second factor what to do: register one, get the app first, skip this time, or opt out for good. It only leads on; Opt-out needs an Opt-out Multi-Factor Authentication node after it.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    mandatory: Flag({
      title: "Remove 'skip' option",
      description: 'Leave the user no way to skip or opt out. Those outcomes then do not exist.',
      default: false,
    }),
    getApp: Flag({
      title: 'Display Get Authenticator App',
      description: 'Offer a way to get the app. Without it the Get App outcome does not exist.',
      default: true,
    }),
    message: LocaleTexts({
      title: 'Message',
      description: 'Shown above the options.',
      builtIn:
        'On this page you can choose to register, skip or opt-out the second factor authentication method selected to protect your account. If you "Skip", an MFA method will not be registered now, but you will be prompted again on your next login. Otherwise, if you "Opt out", an MFA method will not be registered now and you will not be asked again. This choice is not recommended.',
      fallback: 'first',
    }),
    registerDeviceLabel: LocaleTexts({
      title: 'Register Device',
      description: 'The button that leads to registering.',
      builtIn: 'Register Device',
      fallback: 'first',
    }),
    getAppLabel: LocaleTexts({
      title: 'Get Authenticator App',
      description: 'The button that leads to the app.',
      builtIn: 'Get the App',
      fallback: 'first',
    }),
    skipStepLabel: LocaleTexts({
      title: 'Skip this Step',
      description: 'The button that skips registering this time.',
      builtIn: 'Skip this step',
      fallback: 'first',
    }),
    optOutLabel: LocaleTexts({
      title: 'Opt-out',
      description: 'The button that refuses a second factor for good.',
      builtIn: 'Opt-out',
      fallback: 'first',
    }),
  }),
  outcomes: {
    all: {
      registerOutcome: 'Register',
      getAppOutcome: 'Get App',
      skipOutcome: 'Skip',
      optOutOutcome: 'Opt-out',
    },
    onlyIf: {
      getAppOutcome: (config) => config?.getApp ?? true,
      skipOutcome: (config) => config === null || !config.mandatory,
      optOutOutcome: (config) => config === null || !config.mandatory,
    },
  },
  interactive: true,
  reads: [
    { key: 'username', required: true },
    { key: 'mfaMethod', required: true },
  ],
  writes: [],
});
