import { Hono } from 'hono';
import { reply } from '../http/reply.ts';
import type { Realms } from '../realms/realm.ts';

/** What the sign-in page asks before anybody is signed in: the realms, and the journey that each runs when none is named. */
export function journeysList(realms: Realms): Hono {
  return new Hono().get('/journeys.json', () => {
    const list = realms.all().map(({ name, configuration }) => ({
      realm: name,
      defaultJourney: configuration.defaultJourney ?? null,
    }));
    return reply({ realms: list });
  });
}
