import { describe, expect, it } from 'vitest';
import { journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { sampleJourneys } from '../../test/sample-journeys.ts';
import { coverageOf } from '../outcomes/coverage.ts';
import { readScenarios } from '../scenarios/read-scenarios.ts';
import { runScenario } from '../scenarios/run-scenario.ts';
import { writeScenarios } from '../scenarios/write-scenarios.ts';
import { proposeScenarios } from './propose-scenarios.ts';

const journeys = sampleJourneys();

async function rehearse(name: string, text: string, among = journeys) {
  const read = readScenarios(text, name, among);
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  const results = [];
  for (const scenario of read.scenarios) results.push(await runScenario(scenario, among));
  return results;
}

describe('proposed scenarios', () => {
  it.each([...journeys.values()].map((journey) => [journey.name, journey] as const))(
    'of %s pass, and take every outcome that can be taken',
    async (name, journey) => {
      const { scenarios, missing } = await proposeScenarios({ journey, journeys });
      // Nothing denies a registration: a phone does not answer one that its user does not want.
      expect(missing.filter(({ outcome }) => outcome !== 'failureOutcome')).toEqual([]);
      const results = await rehearse(name, writeScenarios(scenarios));
      expect(results.flatMap(({ failures }) => failures)).toEqual([]);
      const passes = results.flatMap(({ steps }) => steps.flatMap((step) => step.passes));
      expect(coverageOf(journey, passes).missing).toEqual(missing);
    },
  );

  it('leave out what is covered already', async () => {
    const journey = journeys.get('PasswordlessPush');
    if (journey === undefined) throw new Error('There is no such journey.');
    const all = await proposeScenarios({ journey, journeys });
    const covered = (await rehearse(journey.name, writeScenarios(all.scenarios.slice(1)))).flatMap(
      ({ steps }) => steps.flatMap(({ passes }) => passes),
    );
    const { scenarios } = await proposeScenarios({ journey, journeys, covered });
    expect(scenarios.length).toBeLessThan(2);
  });

  it('find ways that need a certain world: headers, a password to change, choices', async () => {
    const journey = journeyOf({
      nodes: {
        Headers: {
          type: 'ZeroPageLoginNode',
          config: { allowWithoutReferer: true },
          to: { true: 'Check', false: 'Which' },
        },
        Which: {
          type: 'ChoiceCollectorNode',
          config: { choices: ['in', 'out'], prompt: 'Which?' },
          to: { in: 'Name', out: 'Failure' },
        },
        Name: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
        Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
        Check: {
          type: 'IdentityStoreDecisionNode',
          to: {
            TRUE: 'Success',
            FALSE: 'Failure',
            LOCKED: 'Failure',
            CANCELLED: 'Failure',
            EXPIRED: 'Failure',
          },
        },
      },
    });
    const { missing } = await proposeScenarios({ journey, journeys: new Map([[journey.name, journey]]) });
    expect(missing).toEqual([]);
  });

  it('give up at their bounds and say what is missing', async () => {
    const journey = journeys.get('PasswordlessPush');
    if (journey === undefined) throw new Error('There is no such journey.');
    const { scenarios, missing } = await proposeScenarios({
      journey,
      journeys,
      bounds: { acts: 2, tries: 10 },
    });
    expect(scenarios.length).toBeGreaterThan(0);
    expect(missing.map(({ node, outcome }) => `${node}: ${outcome}`)).toContain('Resend Limit: Reject');
  });
});
