import { checkJourney, readJourney } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { startedJourney, starters } from './starters.ts';

const services = new Set(['pushNotification', 'authenticatorPushService', 'session']);

const sorted = (places: Record<string, unknown>) =>
  Object.values(places)
    .map((place) => JSON.stringify(place))
    .sort();

describe.each(starters)('the starter $id', (starter) => {
  const read = () => {
    const result = readJourney(startedJourney(starter, 'Mine').file, 'Mine');
    if (result.status === 'refused') throw new Error(JSON.stringify(result.findings));
    return result.journey;
  };

  it('begins a journey without errors under the given name', () => {
    const journey = read();
    expect(journey.name).toBe('Mine');
    const errors = checkJourney(journey, { journeys: new Map([['Mine', journey]]), services }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  it('gives every node an id of its own, at the same place', () => {
    const [one, other] = [startedJourney(starter, 'One'), startedJourney(starter, 'Other')];
    const places = [one, other].map(({ layout }) => JSON.parse(layout ?? '').nodes);
    expect(Object.values(places[0])).toHaveLength(read().nodes.size);
    expect(sorted(places[0])).toEqual(sorted(places[1]));
    const shared = Object.keys(places[0]).filter((id) => Object.hasOwn(places[1], id));
    expect(shared).toEqual([]);
  });
});
