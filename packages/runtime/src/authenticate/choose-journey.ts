import type { Journey } from '@journeyman/node-schemas';
import type { Context } from 'hono';
import { AmError } from '../http/am-error.ts';
import { administratorJourneyName } from '../realms/administrator-journey.ts';
import type { CatalogueEntry } from '../realms/journey-catalogue.ts';
import type { Realm } from '../realms/realm.ts';
import { isSuperUser } from '../users/super-user.ts';
import { usernameOf } from './credentials.ts';

/** The ways of AM to say what is to be run that are not served: only journeys are. */
const otherIndexTypes: ReadonlySet<string> = new Set([
  'composite_advice',
  'transaction',
  'resource',
  'level',
  'user',
  'role',
  'module_instance',
  'module',
]);

/**
 * The journey that a request starts: the one it names, else the realm's default. AM's super user signs in by a journey of its
 * own, so that a realm's default can never lock the administrator out.
 * Throws AM's `bad-request` for one that there is not, that is disabled, or that is only to be entered from another.
 */
export function chooseJourney(c: Context, realm: Realm): CatalogueEntry {
  const name = nameOf(c, realm);
  const entry = realm.journeys.find(name);
  // Of a file with errors an older version is run; what the newest closes is closed all the same.
  if (entry === undefined || !isOpen(entry.journey) || !isOpen(entry.runnable?.journey)) {
    throw noConfiguration();
  }
  return entry;
}

function nameOf(c: Context, realm: Realm): string {
  const type = c.req.query('authIndexType');
  const value = c.req.query('authIndexValue');
  if (type !== undefined && type !== 'service') {
    if (otherIndexTypes.has(type)) throw noConfiguration();
    throw new AmError('bad-request', 'Unknown Authentication Index Type');
  }
  if (type === 'service' && value) return value;
  const username = usernameOf(c);
  if (username !== undefined && isSuperUser(realm.name, username)) return administratorJourneyName;
  return realm.configuration.defaultJourney ?? '';
}

function isOpen(journey: Journey | undefined): boolean {
  return journey === undefined || (journey.enabled && !journey.innerTreeOnly);
}

function noConfiguration(): AmError {
  return new AmError('bad-request', 'No Configuration found');
}
