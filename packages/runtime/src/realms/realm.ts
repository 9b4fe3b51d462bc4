import type { Services } from '@journeyman/engine';
import type { Context } from 'hono';
import type { RealmDevices } from '../devices/realm-devices.ts';
import type { JourneyCatalogue } from './journey-catalogue.ts';
import type { RealmConfiguration } from './realm-configuration.ts';

/** A realm that is being served. */
export interface Realm {
  /** `/`, or `/alpha`, or `/a/b`. */
  readonly name: string;
  /** What `realm.json` says, defaults filled in; a new object when the file changes. */
  readonly configuration: RealmConfiguration;
  readonly journeys: JourneyCatalogue;
  /** What nodes may use, bound to this realm and made anew when its configuration changes. */
  readonly services: RealmServices;
}

/** What nodes may use, and what the REST interface does with devices beyond that. */
export interface RealmServices extends Services {
  readonly devices: RealmDevices;
}

/** The realms that are being served. */
export interface Realms {
  /** Undefined if there is no such realm. */
  find(name: string): Realm | undefined;
  /**
   * The realm that a request is for: the `realm` query parameter, else the one in its path.
   * Throws `not-found` for an unknown realm in the path and `bad-request` for one in the query.
   */
  of(c: Context): Realm;
  all(): readonly Realm[];
}

/** The name of AM's super user, who administers every realm. */
export const administratorName = 'amadmin';

/** The universal id of AM's super user. */
export const administratorId = 'id=amadmin,ou=user,ou=am-config';

/** The universal id of a user, such as `id=demo,ou=user,o=alpha,ou=services,ou=am-config`. */
export function universalIdOf(realm: string, username: string): string {
  const name = username.toLowerCase();
  if (realm === '/' && name === administratorName) return administratorId;
  const organisations = realm.split('/').filter(Boolean).reverse();
  return [
    `id=${name}`,
    'ou=user',
    ...organisations.map((part) => `o=${part}`),
    'ou=services',
    'ou=am-config',
  ].join(',');
}
