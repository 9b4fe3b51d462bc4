import {
  type Assurance,
  assuranceOf,
  type FactorSet,
  type Journey,
  nodeTypesById,
  outcomesOfNode,
  successId,
} from '@journeyman/node-schemas';

/** What every way to Success proves at least, on one side of a comparison. */
export interface Proof {
  /** How many factors; undefined: no way leads to Success. */
  readonly count: number | undefined;
  /** Those that are proven where no more are; where several sets are as small, the first. */
  readonly factors: FactorSet;
  /** The outcomes by which no more is proven, by name and in the order of the file. */
  readonly by: readonly string[];
}

/** How a change tells on what a sign-in proves. */
export interface AssuranceChange {
  readonly verdict: 'better' | 'worse' | 'same';
  /** Undefined where there was no journey. */
  readonly before: Proof | undefined;
  readonly after: Proof;
}

/** Compares what two states of a journey prove of the user; `others` are the journeys that they may run. */
export function assuranceChange(
  before: Journey | null,
  after: Journey,
  others: ReadonlyMap<string, Journey>,
): AssuranceChange {
  const old = before === null ? undefined : proofOf(before, others);
  const now = proofOf(after, others);
  const worth = (proof: Proof | undefined) => proof?.count ?? 0;
  const verdict =
    old === undefined || old.count === now.count ? 'same' : worth(now) > worth(old) ? 'better' : 'worse';
  return { verdict, before: old, after: now };
}

function proofOf(journey: Journey, others: ReadonlyMap<string, Journey>): Proof {
  const journeys = new Map(others).set(journey.name, journey);
  const assurance = assuranceOf(journey, { journeys, types: nodeTypesById });
  const [least] = assurance.atSuccess.toSorted((one, other) => one.factors.length - other.factors.length);
  if (least === undefined) return { count: undefined, factors: [], by: [] };
  const count = least.factors.length;
  return { count, factors: least.factors, by: [...waysBy(journey, assurance, count)] };
}

/** The outcomes that lead to Success with no more than so many factors, or to nodes from which there is one way on alone, and that to Success. */
function waysBy({ nodes }: Journey, assurance: Assurance, count: number): ReadonlySet<string> {
  const names = new Set<string>();
  const targets = new Set([successId]);
  for (const target of targets) {
    for (const node of nodes.values()) {
      const outcomes = outcomesOfNode(node);
      const leading = outcomes.filter(
        ({ id }) =>
          node.connections[id] === target &&
          assurance.leaving(node.id, id).some((factors) => factors.length === count),
      );
      if (leading.length === 0) continue;
      if (outcomes.length === 1) targets.add(node.id);
      else for (const { displayName } of leading) names.add(displayName);
    }
  }
  return names;
}
