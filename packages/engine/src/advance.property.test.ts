import { usernameCollectorNode } from '@journeyman/node-schemas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuiltJourney, journeyOf } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { advance, nodesPerRequest } from './advance.ts';
import type { Behaviour } from './behaviour.ts';
import { JourneyError } from './errors.ts';
import { begin, type Execution } from './execution.ts';
import { nodeRun } from './nodes/node-run.builder.ts';
import type { Progress } from './progress.ts';
import { answersTo, randomDice, randomJourneys } from './random-journeys.builder.ts';
import { completionOf, standardRegistry } from './registry.ts';
import { makeRunnable } from './runnable.ts';
import type { PushStatus } from './services.ts';
import { type Pass, type Place, walk } from './walk.builder.ts';
import type { World } from './world.ts';

/** A journey in a world of its own, whose passes are noted. */
function setUp(built: readonly BuiltJourney[]) {
  const { services, world, run } = nodeRun({
    type: usernameCollectorNode,
    recoveryCodes: { 'demo/push': ['code1', 'code2'] },
  });
  const passes: Pass[] = [];
  const noting =
    (behaviour: Behaviour): Behaviour =>
    async (nodeRun) => {
      const { nodeId } = nodeRun;
      try {
        const result = await behaviour(nodeRun);
        passes.push({
          nodeId,
          did: result.type,
          ...(result.type === 'goTo' ? { outcome: result.outcome } : {}),
        });
        return result;
      } catch (error) {
        passes.push({ nodeId, did: 'break' });
        throw error;
      }
    };
  const registry = {
    ...standardRegistry,
    behaviourOf: (id: string) => {
      const behaviour = standardRegistry.behaviourOf(id);
      return behaviour && noting(behaviour);
    },
  };
  const journeys = new Map(built.map((each) => [each.name ?? '', journeyOf(each)]));
  const runnables = new Map([...journeys].map(([name, journey]) => [name, makeRunnable(journey, registry)]));
  const around: World = {
    journey: (name) => runnables.get(name),
    completionOf,
    realm: run.realm,
    request: run.request,
    services,
  };
  return { world, passes, journeys, runnables, around };
}

/** What the phone did, and how much time went by. */
function happen(world: ReturnType<typeof setUp>['world'], roll: number): void {
  const answers: readonly PushStatus[] = [
    { status: 'approved' },
    { status: 'approved', number: 7 },
    { status: 'denied' },
    {
      status: 'registered',
      phone: {
        mechanismUid: 'm',
        deviceId: 'd',
        deviceType: 'ios',
        communicationType: 'apns',
        communicationId: 'c',
      },
    },
  ];
  const answer = answers[roll % 6];
  for (const id of world.messages.keys()) if (answer !== undefined) world.messages.set(id, answer);
  world.nowMs += (roll % 10) * 2500;
}

async function attempt(
  execution: Execution,
  answers: Parameters<typeof advance>[1],
  world: World,
): Promise<Progress | JourneyError> {
  try {
    return await advance(execution, answers, world);
  } catch (error) {
    if (error instanceof JourneyError) return error;
    throw error;
  }
}

const statusOf = {
  success: ['succeeded', 'failed'],
  failure: ['failed'],
  waiting: ['waiting'],
  refused: ['refused'],
  broken: ['broken'],
  lost: [],
} as const;

test('random journeys with random answers go where their connections lead, within bounds, and survive being kept', async () => {
  const ends: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(randomJourneys, randomDice, async (built, dice) => {
      const one = setUp(built);
      const twin = setUp(built);
      const main = one.runnables.get('Main');
      if (main === undefined) throw new Error('There is a journey called Main.');
      let execution = begin(main, { realm: '/', authLevel: 0 });
      let kept = structuredClone(execution);
      let answers: Parameters<typeof advance>[1] = null;
      let place: Place = [{ journey: main.journey, nodeId: main.journey.entryNodeId }];
      let thrown = 0;
      const roll = () => dice[thrown++ % dice.length] ?? 0;

      for (let request = 0; request < 8; request += 1) {
        one.passes.length = 0;
        const before = JSON.stringify(execution);
        const progress = await attempt(execution, answers, one.around);
        expect(JSON.stringify(execution)).toBe(before);
        const again = await attempt(kept, answers, twin.around);
        expect(JSON.stringify(again)).toBe(JSON.stringify(progress));

        const status = progress instanceof JourneyError ? 'broken' : progress.status;
        ends[status] = (ends[status] ?? 0) + 1;
        const wrongAnswers = status === 'refused' && one.passes.length === 0;
        if (!wrongAnswers) {
          const gone = walk(one.journeys, place, one.passes, nodesPerRequest);
          expect(statusOf[gone.walk.status], JSON.stringify(gone.walk)).toContain(status);
          expect(gone.walk.nodes).toBeLessThanOrEqual(nodesPerRequest);
          if (gone.walk.status === 'success' && status === 'failed') {
            expect(progress).toMatchObject({ failure: { message: 'User Locked Out.' } });
          }
          place = gone.place;
        }
        if (status === 'refused') {
          answers = answersTo(execution.waiting ?? { callbacks: [] }, roll);
          continue;
        }
        if (progress instanceof JourneyError || progress.status !== 'waiting') return;
        execution = progress.execution;
        kept = JSON.parse(JSON.stringify(execution)) as Execution;
        expect(execution.frames.map(({ journey, nodeId }) => ({ journey, nodeId }))).toEqual(
          place.map(({ journey, nodeId }) => ({ journey: journey.name, nodeId })),
        );
        const rolled = roll();
        happen(one.world, rolled);
        happen(twin.world, rolled);
        answers = answersTo(progress.step, roll);
      }
    }),
    { numRuns: 400 },
  );
  // Not one way alone was tried.
  for (const end of ['waiting', 'succeeded', 'failed', 'broken', 'refused'])
    expect(ends[end], end).toBeGreaterThan(0);
});
