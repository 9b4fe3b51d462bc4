import {
  holdsPlaceholder,
  type JsonObject,
  type NodeType,
  plainCheck,
  Type,
} from '@journeyman/node-schemas/run';
import { realmConfigurationSchema } from '../realms/realm-configuration.ts';
import { invalidValue } from './node-body.ts';

type Properties = NodeType['config']['properties'];

/** A service that is administered here, with AM's name for it. */
export interface ServiceType {
  readonly name: string;
  /** All that AM knows of it. */
  readonly properties: Properties;
  /** Those of the properties that are written, and never answered. */
  readonly secrets: readonly string[];
}

/** What AM demands or knows and nothing here reads: it is kept for the day when the service goes to an AM. */
interface Unread {
  readonly properties: Properties;
  readonly secrets: readonly string[];
}

const responseCache: Unread = {
  properties: {
    mdConcurrency: Type.Integer({
      title: 'Response Cache Concurrency',
      description: 'A whole number from 1 to 16. Kept for AM; it does nothing here.',
      default: 16,
      minimum: 1,
      maximum: 16,
    }),
    mdCacheSize: Type.Integer({
      title: 'Response Cache Size',
      description: 'A whole number of at least 0. Kept for AM; it does nothing here.',
      default: 10_000,
      minimum: 0,
    }),
  },
  secrets: [],
};

/** How AM encrypts the profiles of devices, which it keeps with the user. */
function profileEncryption(prefix: string): Unread {
  const keptForAm = (title: string, preset?: string) =>
    Type.String({
      title,
      description: 'Text. Kept for AM; it does nothing here.',
      ...(preset === undefined ? {} : { default: preset }),
    });
  return {
    properties: {
      [`${prefix}Scheme`]: keptForAm('Device Profile Encryption Scheme', 'NONE'),
      [`${prefix}Keystore`]: keptForAm('Encryption Key Store'),
      [`${prefix}KeystoreType`]: keptForAm('Key Store Type', 'JKS'),
      [`${prefix}KeystorePassword`]: keptForAm('Key Store Password'),
      [`${prefix}KeystoreKeyPairAlias`]: keptForAm('Key-Pair Alias'),
      [`${prefix}KeystorePrivateKeyPassword`]: keptForAm('Private Key Password'),
    },
    secrets: [`${prefix}KeystorePassword`, `${prefix}KeystorePrivateKeyPassword`],
  };
}

const schemas = realmConfigurationSchema.properties.services.properties;
const pushEncryption = profileEncryption('authenticatorPushDeviceSettingsEncryption');
const oathEncryption = profileEncryption('authenticatorOATHDeviceSettingsEncryption');

/** The services that journeys need, by AM's ids. */
export const serviceTypes: ReadonlyMap<string, ServiceType> = new Map([
  [
    'pushNotification',
    {
      name: 'Push Notification Service',
      properties: { ...schemas.pushNotification.properties, ...responseCache.properties },
      secrets: ['secret'],
    },
  ],
  [
    'authenticatorPushService',
    {
      name: 'ForgeRock Authenticator (Push) Service',
      properties: { ...schemas.authenticatorPushService.properties, ...pushEncryption.properties },
      secrets: pushEncryption.secrets,
    },
  ],
  [
    'authenticatorOathService',
    {
      name: 'ForgeRock Authenticator (OATH) Service',
      properties: { ...schemas.authenticatorOathService.properties, ...oathEncryption.properties },
      secrets: oathEncryption.secrets,
    },
  ],
]);

const unread: Properties = {
  ...responseCache.properties,
  ...pushEncryption.properties,
  ...oathEncryption.properties,
};

/** Throws AM's `bad-request` for a wrong value of what nothing here reads; the rest is looked at when the realm is read. */
export function requireKeepable(attributes: JsonObject): void {
  for (const [key, value] of Object.entries(attributes)) {
    const schema = Object.hasOwn(unread, key) ? unread[key] : undefined;
    if (schema === undefined || holdsPlaceholder(value) || plainCheck(schema)(value)) continue;
    const { title = key, description = '' } = schema as { title?: string; description?: string };
    throw invalidValue(title, description);
  }
}
