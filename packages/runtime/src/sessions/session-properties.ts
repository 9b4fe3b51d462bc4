import type { JsonObject } from '@journeyman/node-schemas';
import { AmError } from '../http/am-error.ts';
import type { RealmConfiguration } from '../realms/realm-configuration.ts';
import type { Session } from './sessions.ts';

/** What the service itself says of a session in its properties; AM keeps the same names from its users. */
const systemProperties: ReadonlySet<string> = new Set([
  'AMCtxId',
  'amlbcookie',
  'authInstant',
  'AuthLevel',
  'AuthType',
  'CharSet',
  'clientType',
  'FullLoginURL',
  'Host',
  'HostName',
  'IndexType',
  'Locale',
  'loginURL',
  'NodeType',
  'OidcSid',
  'Organization',
  'Principal',
  'Principals',
  'Service',
  'successURL',
  'sun.am.UniversalIdentifier',
  'UserId',
  'UserProfile',
  'UserToken',
]);

function isSystemProperty(name: string): boolean {
  return systemProperties.has(name) || name.startsWith('am.protected.');
}

/** The id that log entries of a session share: the UUID of its handle and a number, as in AM. */
export function contextIdOf({ handle }: Pick<Session, 'handle'>): string {
  return `${handle.slice(handle.indexOf(':') + 1)}-1`;
}

/** The properties that a session shows: those that a journey has set, and the context id; no other system property. */
export function visibleProperties(session: Session): JsonObject {
  const own = Object.entries(session.properties).filter(([name]) => !isSystemProperty(name));
  return { AMCtxId: contextIdOf(session), ...Object.fromEntries(own) };
}

/**
 * A session's properties with a client's changes. A client changes only what the realm's allow list names, and a system
 * property not even then: throws `forbidden`. Throws `bad-request` for a value that is no text.
 */
export function changedProperties(
  session: Session,
  changes: JsonObject,
  { services }: RealmConfiguration,
): Readonly<Record<string, string>> {
  const allowed = services.amSessionPropertyWhitelist.sessionPropertyWhitelist;
  const changed = Object.entries(changes).map(([name, value]) => {
    if (isSystemProperty(name) || !allowed.includes(name)) throw new AmError('forbidden', 'Forbidden');
    if (typeof value !== 'string') {
      throw new AmError('bad-request', `The value of the session property ${name} must be a text.`);
    }
    return [name, value] as const;
  });
  return { ...session.properties, ...Object.fromEntries(changed) };
}
