import { multiFactorRegistrationOptionsNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { multiFactorRegistrationOptions } from './multi-factor-registration-options.ts';

type Setting = Omit<NodeRunSetting<typeof multiFactorRegistrationOptionsNode>, 'type'>;

const options = (setting: Setting = {}) =>
  nodeRun({
    type: multiFactorRegistrationOptionsNode,
    shared: { username: 'demo', mfaMethod: 'push' },
    ...setting,
  }).run;

const chosen = (value: number): Setting => ({ answers: [{ type: 'ConfirmationCallback', value }] });

const withApp = { getApp: true, mandatory: false };
const withoutApp = { getApp: false, mandatory: false };
const mandatory = { getApp: true, mandatory: true };
const bare = { getApp: false, mandatory: true };

describe('asking', () => {
  test.each<[Setting['shared'], string]>([
    [{ mfaMethod: 'push' }, 'Expected username to be set.'],
    [{ username: ' ', mfaMethod: 'push' }, 'Expected username to be set.'],
    [{ username: 'demo' }, 'Expected multi-factor authentication method to be set.'],
  ])('with state %j fails: %s', async (shared = {}, message) => {
    await expect(async () => multiFactorRegistrationOptions(options({ shared }))).rejects.toThrow(message);
  });

  test.each([
    [withApp, ['Register Device', 'Get the App', 'Skip this step', 'Opt-out']],
    [withoutApp, ['Register Device', 'Skip this step', 'Opt-out']],
    [mandatory, ['Register Device', 'Get the App']],
    [bare, ['Register Device']],
  ])('with %j offers %j', async (config, labels) => {
    expect(await multiFactorRegistrationOptions(options({ config }))).toEqual({
      type: 'send',
      callbacks: [
        {
          type: 'TextOutputCallback',
          message: expect.stringMatching(/^On this page you can choose to register, skip or opt-out/),
          kind: 'information',
        },
        {
          type: 'ConfirmationCallback',
          kind: 'information',
          options: labels,
          defaultOption: 0,
          selected: 0,
        },
      ],
    });
  });

  test('says it in the configured words, in the first language where none suits', async () => {
    const run = options({
      config: {
        message: { de: 'Zweiter Faktor' },
        registerDeviceLabel: { en: 'Go', de: 'Los' },
        getAppLabel: { de: 'App' },
        skipStepLabel: { de: 'Später' },
        optOutLabel: { de: 'Nie' },
      },
    });
    expect(await multiFactorRegistrationOptions(run)).toMatchObject({
      callbacks: [{ message: 'Zweiter Faktor' }, { options: ['Go', 'App', 'Später', 'Nie'] }],
    });
  });
});

describe('choosing', () => {
  test.each([
    [withApp, 0, 'registerOutcome'],
    [withApp, 1, 'getAppOutcome'],
    [withApp, 2, 'skipOutcome'],
    [withApp, 3, 'optOutOutcome'],
    [withoutApp, 0, 'registerOutcome'],
    [withoutApp, 1, 'skipOutcome'],
    [withoutApp, 2, 'optOutOutcome'],
    [mandatory, 1, 'getAppOutcome'],
    [bare, 0, 'registerOutcome'],
  ])('with %j, option %i leads to %s', async (config, index, outcome) => {
    expect(await multiFactorRegistrationOptions(options({ config, ...chosen(index) }))).toEqual({
      type: 'goTo',
      outcome,
      effects: {},
    });
  });

  test.each([
    [mandatory, 2],
    [mandatory, 3],
    [bare, 1],
    [withoutApp, 3],
    [withApp, 4],
    [withApp, -1],
    [withApp, 100],
  ])('with %j, option %i was not offered and is refused', async (config, index) => {
    expect(await multiFactorRegistrationOptions(options({ config, ...chosen(index) }))).toEqual({
      type: 'refuse',
      message: `Unrecognized option: ${index}`,
    });
  });
});
