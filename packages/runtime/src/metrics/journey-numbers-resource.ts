import type { Clock } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { Hono } from 'hono';
import { requireAdministrator } from '../http/caller.ts';
import { resource } from '../http/reply.ts';
import type { Realms } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { CountedJourneys } from './counted-journeys.ts';
import type { HourOfJourney, HourOfNode } from './journey-numbers.ts';

/** What the resource works with. */
export interface JourneyNumbersResourceSetting {
  readonly sessions: Sessions;
  readonly realms: Realms;
  readonly clock: Clock;
  readonly counted: Pick<CountedJourneys, 'numbersOf'>;
}

/**
 * What the last hour has shown of a journey, for administrators, to be mounted at `/json/:realm/journey-numbers`: how its runs
 * ended, and of each node how many left it by which outcome, how long they took, and how many stopped there.
 * A journey that nobody has started has nothing but zeros, be there one of that name or not.
 */
export function journeyNumbersResource({
  sessions,
  realms,
  clock,
  counted,
}: JourneyNumbersResourceSetting): Hono {
  return new Hono().get('/:name', async (c) => {
    await requireAdministrator(c, sessions);
    const name = c.req.param('name');
    const until = clock.now();
    return resource('1.0', {
      _id: name,
      from: new Date(until - 3_600_000).toISOString(),
      until: new Date(until).toISOString(),
      ...bodyOf(counted.numbersOf(realms.of(c).name, name)),
    });
  });
}

function bodyOf({ nodes, ...counts }: HourOfJourney): JsonObject {
  return {
    ...counts,
    nodes: Object.fromEntries([...nodes].map(([id, node]) => [id, nodeBody(node)])),
  };
}

function nodeBody({ outcomes, stopped, tookMs }: HourOfNode): JsonObject {
  return { outcomes: Object.fromEntries(outcomes), stopped, tookMs: tookMs ?? null };
}
