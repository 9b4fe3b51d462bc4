import type { AmServer } from './am-session.ts';

/**
 * The name of a realm's default journey, from `/journeys.json`. Undefined when it is not told; the server then picks
 * the default by itself.
 */
export async function defaultJourneyOf(realm: string, fetch: AmServer['fetch']): Promise<string | undefined> {
  try {
    const response = await fetch('/journeys.json', { headers: { Accept: 'application/json' } });
    if (!response.ok) return undefined;
    const { realms }: { realms?: unknown } = await response.json();
    const found = Array.isArray(realms) ? realms.find((each) => each?.realm === realm) : undefined;
    return typeof found?.defaultJourney === 'string' ? found.defaultJourney : undefined;
  } catch {
    return undefined;
  }
}
