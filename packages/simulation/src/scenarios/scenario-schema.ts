import { Type } from '@journeyman/node-schemas';
import type { Static } from 'typebox';

/** A text that may be written without quotes even where YAML takes it for a number or for true. */
const Scalar = (description: string) =>
  Type.Unsafe<string>({ type: ['string', 'number', 'boolean'], description });

const OneOf = <const Word extends string>(words: readonly Word[], description: string) =>
  Type.Unsafe<Word>({ enum: words, description });

const closed = { additionalProperties: false } as const;
/** Texts by name. */
const scalars = (description: string, value: string) =>
  Type.Record(Type.String(), Scalar(value), { description });

const faults = Type.Object(
  {
    push: Type.Optional(
      OneOf(
        ['fails', 'missing'],
        'The delivery service refuses every push, or the realm has no push service.',
      ),
    ),
    pushMessages: Type.Optional(OneOf(['fails'], 'Messages to phones cannot be stored.')),
    directory: Type.Optional(OneOf(['fails'], 'The directory of users is out of reach.')),
    devices: Type.Optional(OneOf(['fails'], 'The store of devices is out of reach.')),
  },
  { ...closed, description: 'Services that do not work.' },
);

const methods = Type.Array(OneOf(['push', 'oath', 'webauthn'], 'A method.'), {
  description: 'The methods that the user has a device for; the one for push is the phone.',
});

const value = Scalar('A value.');

const attributes = Type.Record(
  Type.String(),
  Type.Union([value, Type.Array(value, { description: 'All values.' })], {
    description: 'A value or a list of values; an empty list: it has none.',
  }),
  { description: 'Attributes by name.' },
);

const user = Type.Object(
  {
    password: Type.Optional(Scalar('Default: Ch4ng31t!')),
    passwordState: Type.Optional(
      OneOf(['current', 'mustChange', 'expired'], 'How the right password stands.'),
    ),
    attributes: Type.Optional(attributes),
    devices: Type.Optional(methods),
    recoveryCodes: Type.Optional(Type.Array(Scalar('A code.'), { description: 'Those of each device.' })),
    optedOut: Type.Optional(Type.Boolean({ description: 'Does not want to be asked for push.' })),
    locked: Type.Optional(Type.Boolean({ description: 'The account is locked.' })),
  },
  { ...closed, description: 'A made-up user.' },
);

const given = Type.Object(
  {
    users: Type.Optional(
      Type.Record(Type.String(), user, { description: 'Users by name. Default: demo, who has no device.' }),
    ),
    signedIn: Type.Optional(Scalar('The user of the session that the run starts with.')),
    phone: Type.Optional(
      Type.Object(
        {
          platform: Type.Optional(OneOf(['android', 'ios'], 'Default: android.')),
          isOn: Type.Optional(Type.Boolean({ description: 'Default: true.' })),
          isReachable: Type.Optional(
            Type.Boolean({ description: 'False: the delivery service has switched its address off.' }),
          ),
        },
        { ...closed, description: 'The phone.' },
      ),
    ),
    services: Type.Optional(faults),
    realm: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Scalar('Such as /alpha. Default: /.')),
          locale: Type.Optional(Scalar('Default: en_US.')),
          loginSuccessUrl: Type.Optional(Scalar('Where success leads. Default: /am/console.')),
          loginFailureUrl: Type.Optional(Scalar('Where failure leads. Default: nowhere.')),
          validGotoUrls: Type.Optional(
            Type.Array(Scalar('The beginning of an address.'), {
              description: 'Addresses on other servers that goto and gotoOnFail may lead to.',
            }),
          ),
          authenticationSessionsMaxDuration: Type.Optional(
            Type.Integer({ minimum: 1, description: 'How long a run may take, in minutes. Default: 5.' }),
          ),
        },
        { ...closed, description: 'Settings of the realm.' },
      ),
    ),
    locale: Type.Optional(Scalar('What the user prefers, such as fr. Default: en.')),
    goto: Type.Optional(Scalar('Where the client asks to go after success.')),
    gotoOnFail: Type.Optional(Scalar('Where the client asks to go after failure.')),
    headers: Type.Optional(scalars('Headers of every request, by name.', 'What the header holds.')),
    clock: Type.Optional(Scalar('When it begins, such as 2026-01-01T12:00:00Z.')),
    seed: Type.Optional(
      Type.Integer({ description: 'Another seed draws other numbers and codes. Default: 1.' }),
    ),
  },
  { ...closed, description: 'The world that the journey runs in.' },
);

const expectations = Type.Object(
  {
    prompts: Type.Optional(
      Type.Array(Scalar('A prompt.'), { description: 'The prompts of all fields on the screen, in order.' }),
    ),
    shows: Type.Optional(
      Type.Array(Scalar('A text.'), { description: 'Texts, buttons and choices that are on the screen.' }),
    ),
    path: Type.Optional(
      Type.Array(
        Type.Record(Type.String(), Scalar('The outcome, by its id or its name.'), {
          minProperties: 1,
          maxProperties: 1,
          description: 'A node and the outcome that it is left by.',
        }),
        {
          description:
            'Each node that was left, in order: within steps since the expectation before, at the end of the whole run.',
        },
      ),
    ),
    end: Type.Optional(
      OneOf(
        ['success', 'failure', 'timeout', 'error', 'none'],
        'How the run has ended; none: it waits for the user.',
      ),
    ),
    message: Type.Optional(Scalar('What the client is told of a failure, or why the journey cannot go on.')),
    session: Type.Optional(scalars('Properties of the session, among others.', 'What the property holds.')),
    users: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object(
          {
            attributes: Type.Optional(attributes),
            devices: Type.Optional(methods),
            recoveryCodes: Type.Optional(
              Type.Integer({ minimum: 0, description: 'How many codes are left, of all devices.' }),
            ),
            optedOut: Type.Optional(Type.Boolean({ description: 'Does not want to be asked for push.' })),
            locked: Type.Optional(Type.Boolean({ description: 'The account is locked.' })),
          },
          { ...closed, description: 'A user.' },
        ),
        { description: 'How users are now, as far as it is said.' },
      ),
    ),
    pushes: Type.Optional(
      Type.Array(Scalar('A message.'), {
        description: 'The messages of all pushes that were sent, in order.',
      }),
    ),
  },
  { ...closed, description: 'What must be so.' },
);

const phone = OneOf(
  [
    'scan',
    'approve',
    'deny',
    'tap the right number',
    'tap a wrong number',
    'let it expire',
    'switch off',
    'switch on',
    'disable endpoint',
    'enable endpoint',
  ],
  'What the user does with the phone.',
);

const step = Type.Union(
  [
    OneOf(
      ['submit', 'poll', 'keep polling'],
      'Send the step back as it is; wait as the client does and ask once more; poll until something else is asked.',
    ),
    Type.Object(
      {
        enter: Type.Optional(
          scalars(
            'Values by prompt, type of callback or name of the node; then the step is sent.',
            'What is typed or chosen. {{recovery code}} is one of the user’s.',
          ),
        ),
        choose: Type.Optional(Scalar('The button or choice to take, by its text; then the step is sent.')),
        phone: Type.Optional(phone),
        wait: Type.Optional(
          Type.String({
            pattern: '^\\d+ (millisecond|second|minute|hour)s?$',
            description: 'Time that passes, such as 5 minutes.',
          }),
        ),
        poll: Type.Optional(
          Type.Integer({ minimum: 1, description: 'How often the client waits and asks again.' }),
        ),
        services: Type.Optional(faults),
        expect: Type.Optional(expectations),
      },
      { ...closed, minProperties: 1, description: 'A deed; only enter and choose go together.' },
    ),
  ],
  { description: 'One thing that happens.' },
);

const scenario = Type.Object(
  {
    scenario: Type.String({ minLength: 1, description: 'What it shows, as a sentence.' }),
    given: Type.Optional(given),
    steps: Type.Array(step, { description: 'What happens after the journey has been started.' }),
    expect: Type.Optional(expectations),
  },
  { ...closed, description: 'A walk through the journey.' },
);

/** The JSON Schema of a file `<Name>.scenarios.yaml`; `docs/scenarios.schema.json` is the same for editors. */
export const scenarioSchema = Type.Array(scenario, {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Scenarios of a journey',
  description: 'Each is one walk through the journey, and what must come of it.',
});

/** A scenario, in the words of the file. */
export type ScenarioWords = Static<typeof scenario>;

/** The world that a scenario runs in, as its file says it. */
export type Given = Static<typeof given>;

/** What must be so at some point of a scenario. */
export type Expectations = Static<typeof expectations>;

/** What the user does with the phone, in the words of the file. */
export type PhoneWords = Static<typeof phone>;

/** One step, in the words of the file. */
export type StepWords = Static<typeof step>;
