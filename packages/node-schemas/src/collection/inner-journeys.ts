import { isPlaceholder } from '../config/placeholder.ts';
import type { Journey } from '../journey/journey.ts';

/** The node types that run another journey, named by their `tree`. */
const runners: ReadonlySet<string> = new Set(['InnerTreeEvaluatorNode', 'BackChannelInitNode']);

/** The names of the journeys that a journey runs. */
export function innerJourneysOf(journey: Journey): readonly string[] {
  const names = [...journey.nodes.values()].flatMap(({ type, config: { tree } }) =>
    runners.has(type) && typeof tree === 'string' && tree !== '' && !isPlaceholder(tree) ? [tree] : [],
  );
  return [...new Set(names)];
}

/** Journeys, those that they run, and so on, each once; with the names of those that are run and not among `all`. */
export function withInnerJourneys<Found extends { readonly name: string; readonly journey: Journey }>(
  journeys: readonly Found[],
  all: readonly Found[],
): { readonly journeys: readonly Found[]; readonly missing: readonly string[] } {
  const byName = new Map([...all, ...journeys].map((found) => [found.name, found]));
  const closure = new Set(journeys);
  const missing = new Set<string>();
  for (const { journey } of closure) {
    for (const name of innerJourneysOf(journey)) {
      const inner = byName.get(name);
      if (inner === undefined) missing.add(name);
      else closure.add(inner);
    }
  }
  return { journeys: [...closure], missing: [...missing] };
}
