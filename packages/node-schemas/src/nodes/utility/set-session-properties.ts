import { OptionalWhole, Pairs } from '../../fields.ts';
import { type ConfigFault, defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Session properties that the session service itself sets, so that no journey may. */
export const systemSessionProperties: ReadonlySet<string> = new Set([
  'AMCtxId',
  'AuthLevel',
  'AuthType',
  'CharSet',
  'FullLoginURL',
  'Host',
  'HostName',
  'IndexType',
  'Locale',
  'OidcSid',
  'Organization',
  'Principal',
  'Principals',
  'Service',
  'UserId',
  'UserProfile',
  'UserToken',
  'amlbcookie',
  'authInstant',
  'clientType',
  'loginURL',
  'successURL',
  'sun.am.UniversalIdentifier',
]);

/** Set Session Properties: gives the session properties of your own, and its lifetimes. */
export const setSessionPropertiesNode = defineNodeType({
  id: 'SetSessionPropertiesNode',
  name: 'Set Session Properties',
  help: 'Gives the session that Success issues properties of your own, and says how long it may last or lie idle.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    properties: Pairs({
      title: 'Properties',
      description: 'Names of session properties, each with its value.',
    }),
    maxSessionTime: OptionalWhole({
      title: 'Maximum Session Time',
      description:
        'How long the session may last; the setting of the journey or the realm where nothing is given.',
      minimum: 1,
      unit: 'minutes',
    }),
    maxIdleTime: OptionalWhole({
      title: 'Maximum Idle Time',
      description:
        'How long the session may lie unused; the setting of the journey or the realm where nothing is given.',
      minimum: 1,
      unit: 'minutes',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  validate: ({ properties, maxSessionTime, maxIdleTime }) => {
    const names = Object.keys(properties);
    const messages: string[] = [];
    if (names.length === 0 && maxSessionTime === undefined && maxIdleTime === undefined) {
      messages.push(
        'At least one of the following properties must be set: properties, maxSessionTime, maxIdleTime',
      );
    }
    const system = names.filter((name) => systemSessionProperties.has(name));
    if (system.length > 0) {
      messages.push(`Provided properties cannot include system session properties: [${system.join(', ')}]`);
    }
    if (Object.values(properties).includes('')) messages.push('Session property values cannot be empty');
    return messages.map((message): ConfigFault => ({ property: 'properties', message }));
  },
});
