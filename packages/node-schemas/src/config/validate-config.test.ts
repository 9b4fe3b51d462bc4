import { describe, expect, test } from 'vitest';
import { Choice, Flag, LocaleTexts, OptionalText, RequiredText, Texts, Whole } from '../fields.ts';
import { defineNodeType, singleOutcome } from '../node-type.ts';
import { pushRegistrationNode } from '../nodes/push/push-registration.ts';
import { pushWaitNode } from '../nodes/push/push-wait.ts';
import { innerJourneyNode } from '../nodes/utility/inner-journey.ts';
import { Type } from '../schema.ts';
import { validateConfig } from './validate-config.ts';

const courierNode = defineNodeType({
  id: 'CourierNode',
  name: 'Courier',
  help: 'Sends a parcel.',
  category: 'utility',
  tags: [],
  config: Type.Object({
    address: RequiredText({ title: 'Address', description: 'Where it goes.' }),
    speed: Choice({
      title: 'Speed',
      description: 'How fast.',
      default: 'SLOW',
      values: { SLOW: 'Slow', FAST: 'Fast' },
    }),
    insured: Flag({ title: 'Insured', description: 'Whether it is.', default: false }),
    weight: Whole({ title: 'Weight', description: 'How heavy.', default: 1, minimum: 0 }),
    note: OptionalText({ title: 'Note', description: 'On the parcel.' }),
    stops: Texts({ title: 'Stops', description: 'On the way.' }),
    label: LocaleTexts({ title: 'Label', description: 'On the parcel.' }),
    key: Type.Optional(Type.String({ title: 'Key', description: 'Opens it.', format: 'password' })),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  validate: ({ address, note }) =>
    address === note ? [{ property: 'note', message: 'Note repeats the address.' }] : [],
});

const messages = (
  config: Parameters<typeof validateConfig>[1],
  type: Parameters<typeof validateConfig>[0] = courierNode,
) => validateConfig(type, config).problems.map(({ message }) => message);

describe('defaults', () => {
  test('fill a copy and leave the given configuration alone', () => {
    const given = Object.freeze({ secondsToWait: 9 });
    expect(validateConfig(pushWaitNode, given)).toEqual({
      config: { secondsToWait: 9, waitingMessage: {}, challengeMessage: {}, exitMessage: {} },
      hasPlaceholders: false,
      problems: [],
    });
    expect(given).toEqual({ secondsToWait: 9 });
  });

  test('are not shared between nodes', () => {
    const first = validateConfig(pushWaitNode, {}).config;
    const second = validateConfig(pushWaitNode, {}).config;
    expect(first.exitMessage).not.toBe(second.exitMessage);
  });

  test('take the place of null', () => {
    expect(validateConfig(courierNode, { address: 'here', weight: null, note: null })).toMatchObject({
      config: { weight: 1 },
      problems: [],
    });
  });
});

describe('a wrong value', () => {
  test('says what a colour and a journey are, not which pattern they match', () => {
    expect(messages({ bgColor: 'red' }, pushRegistrationNode)).toEqual([
      'Background Color (bgColor) is "red"; a colour of six hexadecimal digits, such as 032b75, is expected.',
    ]);
    expect(messages({ tree: '' }, innerJourneyNode)).toEqual([
      'Tree Name (tree) is ""; the name of a journey is expected.',
    ]);
  });

  test('is named by title, key, what was found and what is expected', () => {
    expect(messages({ secondsToWait: '5' }, pushWaitNode)).toEqual([
      'Seconds To Wait (secondsToWait) is "5"; a whole number from 1 to 3600 is expected.',
    ]);
  });

  test('does not hide the next', () => {
    expect(
      messages({
        address: '',
        speed: 'MEDIUM',
        insured: 'yes',
        weight: -1,
        stops: ['a', 'a'],
        label: { en: 5 },
      }),
    ).toEqual([
      'Address (address) is ""; text that is not empty is expected.',
      'Speed (speed) is "MEDIUM"; one of "SLOW", "FAST" is expected.',
      'Insured (insured) is "yes"; true or false is expected.',
      'Weight (weight) is -1; a whole number of at least 0 is expected.',
      'Stops (stops) is ["a","a"]; a list of texts, none of them twice, is expected.',
      'Label (label) is 5 at "en"; an object of texts by locale is expected.',
    ]);
  });

  test('is missed where it is required and has no default, null being as good as nothing', () => {
    const missing = ['Address (address) is missing; text that is not empty is expected.'];
    expect(messages({})).toEqual(missing);
    expect(messages({ address: null })).toEqual(missing);
  });

  test('of a password is not repeated', () => {
    expect(messages({ address: 'here', key: 4711 })).toEqual(['Key (key) is wrong; text is expected.']);
  });

  test('that the type itself refuses is found', () => {
    expect(validateConfig(courierNode, { address: 'here', note: 'here' }).problems).toEqual([
      { severity: 'error', property: 'note', path: ['note'], message: 'Note repeats the address.' },
    ]);
  });
});

describe('an unknown property', () => {
  test('is kept, with a warning', () => {
    const { config, problems } = validateConfig(courierNode, { address: 'here', colour: 'red' });
    expect(config.colour).toBe('red');
    expect(problems).toMatchObject([{ severity: 'note', property: 'colour' }]);
  });

  test('that starts with an underscore is not configuration', () => {
    expect(validateConfig(courierNode, { address: 'here', _id: 'x', _outcomes: [] })).toMatchObject({
      config: { address: 'here' },
      problems: [],
    });
  });
});

describe('locales', () => {
  test.each(['fr', 'de', 'en-GB', 'en_GB', 'pt-BR', 'zh-Hant-TW'])('%s is accepted', (locale) => {
    expect(messages({ exitMessage: { [locale]: 'x' } }, pushWaitNode)).toEqual([]);
  });

  test.each(['jkl', 'en-XX', '', 'not a locale'])('%j is refused', (locale) => {
    expect(validateConfig(pushWaitNode, { exitMessage: { [locale]: 'x' } }).problems).toEqual([
      {
        severity: 'error',
        property: 'exitMessage',
        path: ['exitMessage', locale],
        message: 'Invalid locale provided',
      },
    ]);
  });
});

describe('placeholders of the environment', () => {
  test.each(['&{courier.weight}', { $int: '&{courier.weight}' }])(
    '%j passes where another type is meant',
    (weight) => {
      expect(validateConfig(courierNode, { address: 'here', weight })).toMatchObject({
        config: { weight },
        hasPlaceholders: true,
        problems: [],
      });
    },
  );

  test('do not excuse the other properties', () => {
    expect(messages({ address: '&{courier.address}', insured: 1 })).toEqual([
      'Insured (insured) is 1; true or false is expected.',
    ]);
  });
});
