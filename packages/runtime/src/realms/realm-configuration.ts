import { createRequire } from 'node:module';
import { plainCheck, Type } from '@journeyman/node-schemas/run';
import type { ValidateFunction } from 'ajv';
import type { Static } from 'typebox';

const pushNotification = Type.Object(
  {
    accessKey: Type.Optional(Type.String({ description: 'SNS access key id; empty: the chain of AWS.' })),
    secret: Type.Optional(Type.String({ description: 'SNS access key secret.' })),
    appleEndpoint: Type.Optional(
      Type.String({ description: 'ARN of the platform application for Apple phones.' }),
    ),
    googleEndpoint: Type.Optional(
      Type.String({ description: 'ARN of the platform application for Android phones.' }),
    ),
    region: Type.Optional(Type.String({ description: 'AWS region; empty: the chain of AWS.' })),
    delegateFactory: Type.String({
      description: '`local` keeps messages here for the phone on a page; anything else is Amazon SNS.',
      default: 'org.forgerock.openam.services.push.sns.SnsHttpDelegateFactory',
    }),
    mdDuration: Type.Integer({
      description:
        'How long the answer to a push can be read, in seconds from its sending; never shorter than the push lives.',
      default: 120,
      minimum: 0,
    }),
  },
  { description: "AM's push notification service, with AM's property names." },
);

/** JSON Schema of `realm.json`. Names are AM's; what is not known is let be. */
export const realmConfigurationSchema = Type.Object({
  defaultJourney: Type.Optional(
    Type.String({
      description: 'The journey that runs when none is named; absent: none does.',
      minLength: 1,
    }),
  ),
  authentication: Type.Object(
    {
      authenticationSessionsMaxDuration: Type.Integer({
        description: 'How long a journey may last, in minutes.',
        default: 5,
        minimum: 1,
        maximum: 1440,
      }),
      loginSuccessUrl: Type.String({
        description: 'Where success leads.',
        default: '/am/console',
        minLength: 1,
      }),
      loginFailureUrl: Type.String({ description: 'Where failure leads; empty: nowhere.', default: '' }),
      locale: Type.String({ description: 'Texts fall back to this locale.', default: 'en_US', minLength: 2 }),
      validGotoUrls: Type.Array(Type.String({ minLength: 1 }), {
        description: 'Prefixes that a `goto` address may start with; a path on this server is always good.',
        default: [],
      }),
    },
    { default: {} },
  ),
  services: Type.Object(
    {
      pushNotification: Type.Optional(pushNotification),
      authenticatorPushService: Type.Object(
        {
          pushAttrName: Type.String({ default: 'pushDeviceProfiles', minLength: 1 }),
          authenticatorPushSkippableName: Type.String({
            description: 'The user attribute that holds the skip setting.',
            default: 'push2faEnabled',
            minLength: 1,
          }),
        },
        { default: {} },
      ),
      authenticatorOathService: Type.Object(
        {
          oathAttrName: Type.String({ default: 'oathDeviceProfiles', minLength: 1 }),
          authenticatorOATHSkippableName: Type.String({
            description: 'The user attribute that holds the skip setting.',
            default: 'oath2faEnabled',
            minLength: 1,
          }),
        },
        { default: {} },
      ),
      session: Type.Object(
        {
          maxSessionTime: Type.Integer({ description: 'Minutes.', default: 120, minimum: 1 }),
          maxIdleTime: Type.Integer({ description: 'Minutes.', default: 30, minimum: 1 }),
        },
        { default: {} },
      ),
      amSessionPropertyWhitelist: Type.Object(
        {
          sessionPropertyWhitelist: Type.Array(Type.String({ minLength: 1 }), {
            description: "The properties of a user's own session that the user may change over REST.",
            default: [],
          }),
        },
        { default: {} },
      ),
      baseUrlSource: Type.Object(
        {
          fixedValue: Type.Optional(
            Type.String({
              description:
                'The address that phones use, without the context path; absent: `JOURNEYMAN_PUBLIC_URL`.',
              pattern: '^https?://',
            }),
          ),
        },
        { default: {} },
      ),
    },
    { default: {} },
  ),
});

/** The settings of a realm, as `realm.json` has them, defaults filled in. */
export type RealmConfiguration = Readonly<Static<typeof realmConfigurationSchema>>;

/** AM's push notification service of a realm. */
export type PushNotificationService = Readonly<Static<typeof pushNotification>>;

const isPlainlyRight = plainCheck(realmConfigurationSchema);

let compiled: ValidateFunction<RealmConfiguration> | undefined;

/** Says what is wrong. Made when first something is: to load ajv and to compile the schema takes longer than most starts have to. */
function validator(): ValidateFunction<RealmConfiguration> {
  if (compiled === undefined) {
    const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
    compiled = new Ajv({ allErrors: true, useDefaults: true, strict: false }).compile<RealmConfiguration>(
      realmConfigurationSchema,
    );
  }
  return compiled;
}

/** One thing wrong with a realm's settings. */
export interface ConfigurationFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** A realm's settings from what its file holds, defaults filled in; or what is wrong with them. The value is not changed. */
export function realmConfigurationFrom(value: unknown): RealmConfiguration | readonly ConfigurationFault[] {
  const copy = structuredClone(value);
  if (isPlainlyRight(copy)) return copy as RealmConfiguration;
  const validate = validator();
  if (validate(copy)) return copy;
  return (validate.errors ?? []).map(({ instancePath, message }) => {
    const path = instancePath.split('/').slice(1);
    return { path, message: `${path.join('.') || 'The file'} ${message ?? 'is wrong'}.` };
  });
}
