import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageOf, readScenarios, runScenario } from '../src/index.ts';
import { realmFolder, sampleJourneys } from './sample-journeys.ts';

/** A phone does not answer a registration that its user does not want, so that nothing ever denies one. */
const neverTaken = ['Push Registration: failureOutcome'];

describe.each(['.', 'realms/alpha'])('in the realm of %s', (realm) => {
  const journeys = sampleJourneys(realm);

  test.each([...journeys.keys()])(
    'the scenarios of %s pass and take every outcome that can be taken',
    async (name) => {
      const read = readScenarios(
        readFileSync(join(realmFolder(realm), name, `${name}.scenarios.yaml`), 'utf8'),
        name,
        journeys,
      );
      if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
      const results = await Promise.all(read.scenarios.map((scenario) => runScenario(scenario, journeys)));
      expect(
        results.flatMap(({ scenario, failures }) => failures.map((failure) => [scenario.name, failure])),
      ).toEqual([]);
      const passes = results.flatMap(({ steps }) => steps.flatMap((step) => step.passes));
      const journey = journeys.get(name);
      const missing = journey && coverageOf(journey, passes).missing;
      expect(
        missing
          ?.map(({ node, outcome }) => `${node}: ${outcome}`)
          .filter((each) => !neverTaken.includes(each)),
      ).toEqual([]);
    },
  );
});
