import { completionOf, type NodePass, type RequestContext, type World } from '@journeyman/engine';
import { runnableOf } from '../realms/journey-catalogue.ts';
import type { Realm } from '../realms/realm.ts';

/** What a journey of a realm runs in, for one request. */
export function worldOf(realm: Realm, request: RequestContext, observe: (pass: NodePass) => void): World {
  return {
    journey(name) {
      const entry = realm.journeys.find(name);
      return entry && runnableOf(entry);
    },
    completionOf,
    realm: { realm: realm.name, locales: [realm.configuration.authentication.locale] },
    request,
    services: realm.services,
    observe,
  };
}
