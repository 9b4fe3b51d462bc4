import type { NodePass } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import { type CoveredOutcome, coverageOf } from '../outcomes/coverage.ts';
import { setStage } from '../run/stage.ts';
import { settingOf } from '../scenarios/given.ts';
import { recordScenario } from '../scenarios/record-scenario.ts';
import type { Given, ScenarioWords } from '../scenarios/scenario-schema.ts';
import { explore, type SearchBounds, type Walk } from './explore.ts';
import { likelyWorlds } from './likely-worlds.ts';

/** What scenarios are looked for. */
export interface Proposal {
  readonly journey: Journey;
  readonly journeys: ReadonlyMap<string, Journey>;
  /** What other scenarios have passed already. */
  readonly covered?: Iterable<NodePass>;
  /** For each world that is tried. Default: 16 acts, 3000 tries. */
  readonly bounds?: SearchBounds;
}

/** What was found. */
export interface ProposedScenarios {
  readonly scenarios: readonly ScenarioWords[];
  /** The outcomes that no walk has taken. */
  readonly missing: readonly CoveredOutcome[];
}

/**
 * Searches for walks that take the outcomes not yet covered, shortest first, each to the journey's end where it comes to one.
 * The scenarios expect what the journey does today; whether that is right is for a person to say.
 */
export async function proposeScenarios({
  journey,
  journeys,
  covered = [],
  bounds = { acts: 16, tries: 3000 },
}: Proposal): Promise<ProposedScenarios> {
  const passes = [...covered];
  const scenarios: ScenarioWords[] = [];
  const missing = () => coverageOf(journey, passes).missing;
  const take = (given: Given, walk: Walk) => {
    const before = missing();
    passes.push(...passesOf(walk));
    const after = new Set(missing().map(keyOf));
    const taken = before.filter((outcome) => !after.has(keyOf(outcome)));
    scenarios.push(recordScenario({ name: nameFor(walk, taken), given, steps: walk, journeys }));
  };

  for (const given of likelyWorlds(journey)) {
    if (missing().length === 0) break;
    let unended: Walk[] = [];
    const stage = setStage(settingOf(given, journeys));
    let wanted = new Set(missing().map(keyOf));
    for await (const walk of explore(
      stage,
      stage.beginning,
      [{ type: 'start', journey: journey.name }],
      bounds,
    )) {
      if (!isNew(walk, journey, wanted)) continue;
      if (walk.at(-1)?.after.run?.end === null) {
        unended.push(walk);
        continue;
      }
      take(given, walk);
      wanted = new Set(missing().map(keyOf));
      unended = unended.filter((each) => isNew(each, journey, wanted));
      if (wanted.size === 0) break;
    }
    for (const walk of unended) if (isNew(walk, journey, new Set(missing().map(keyOf)))) take(given, walk);
  }
  return { scenarios, missing: missing() };
}

function isNew(walk: Walk, journey: Journey, wanted: ReadonlySet<string>): boolean {
  return passesOf(walk).some(
    ({ path, nodeId, page, result }) =>
      result.type === 'leaves' &&
      path.at(-1) === journey.name &&
      wanted.has(keyOf({ nodeId, outcome: result.outcome, ...(page === undefined ? {} : { page }) })),
  );
}

const passesOf = (walk: Walk) => walk.flatMap(({ passes }) => passes);

const keyOf = ({ page = '', nodeId, outcome }: Pick<CoveredOutcome, 'page' | 'nodeId' | 'outcome'>) =>
  JSON.stringify([page, nodeId, outcome]);

/** Says what is new about a walk by where it leads last. */
function nameFor(walk: Walk, taken: readonly CoveredOutcome[]): string {
  const told = new Map<string, string>();
  for (const pass of passesOf(walk)) {
    const { nodeId, page, result } = pass;
    const found =
      result.type === 'leaves' && page === undefined
        ? taken.find((outcome) => outcome.nodeId === nodeId && outcome.outcome === result.outcome)
        : undefined;
    if (found !== undefined) told.set(keyOf(found), `${found.node} by ${found.outcomeName}`);
  }
  const names = [...told.values()];
  const rest = names.length - 2;
  return `Leaves ${names.slice(-2).join(' and ')}${rest > 0 ? `, with ${rest} more before` : ''}`;
}
