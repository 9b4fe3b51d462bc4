import type { multiFactorRegistrationOptionsNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, refuse, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';
import { nodeFailed } from '../../errors.ts';
import { localise } from '../../texts.ts';

const builtInMessage =
  'On this page you can choose to register, skip or opt-out the second factor authentication method selected to protect your account. If you "Skip", an MFA method will not be registered now, but you will be prompted again on your next login. Otherwise, if you "Opt out", an MFA method will not be registered now and you will not be asked again. This choice is not recommended.';

/** MFA Registration Options. Only an option that was offered can be chosen. */
export const multiFactorRegistrationOptions: Behaviour<typeof multiFactorRegistrationOptionsNode> = (run) => {
  const { config, state } = run;
  const offered = [
    {
      outcome: 'registerOutcome',
      label: localise(run, config.registerDeviceLabel, 'Register Device', 'first'),
    },
    ...(config.getApp
      ? [
          {
            outcome: 'getAppOutcome',
            label: localise(run, config.getAppLabel, 'Get the App', 'first'),
          } as const,
        ]
      : []),
    ...(config.mandatory
      ? []
      : ([
          { outcome: 'skipOutcome', label: localise(run, config.skipStepLabel, 'Skip this step', 'first') },
          { outcome: 'optOutOutcome', label: localise(run, config.optOutLabel, 'Opt-out', 'first') },
        ] as const)),
  ] as const;

  const index = answerTo(run.answers, 'ConfirmationCallback');
  if (index !== undefined) {
    const chosen = offered[index];
    return chosen === undefined ? refuse(`Unrecognized option: ${index}`) : goTo(chosen.outcome);
  }
  if ((state.get('username') ?? '').trim() === '') throw nodeFailed('Expected username to be set.');
  if ((state.get('mfaMethod') ?? '').trim() === '') {
    throw nodeFailed('Expected multi-factor authentication method to be set.');
  }
  return send(
    {
      type: 'TextOutputCallback',
      message: localise(run, config.message, builtInMessage, 'first'),
      kind: 'information',
    },
    {
      type: 'ConfirmationCallback',
      kind: 'information',
      options: offered.map(({ label }) => label),
      defaultOption: 0,
      selected: 0,
    },
  );
};
