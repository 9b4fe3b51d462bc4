import { describe, expect, it } from 'vitest';
import { defaultJourneyOf } from './default-journey.ts';

const answering =
  (body: unknown, status = 200) =>
  async () =>
    Response.json(body, { status });
const realms = [
  { realm: '/', defaultJourney: 'PushLogin', journeys: [] },
  { realm: '/alpha', journeys: [] },
];

describe('defaultJourneyOf', () => {
  it('is the default of that realm', async () => {
    expect(await defaultJourneyOf('/', answering({ realms }))).toBe('PushLogin');
  });

  it('is left to the server when the list does not tell', async () => {
    expect(await defaultJourneyOf('/alpha', answering({ realms }))).toBeUndefined();
    expect(await defaultJourneyOf('/', answering({}, 404))).toBeUndefined();
    expect(await defaultJourneyOf('/', answering('nonsense'))).toBeUndefined();
    expect(
      await defaultJourneyOf('/', () => Promise.reject(new TypeError('Failed to fetch'))),
    ).toBeUndefined();
  });
});
