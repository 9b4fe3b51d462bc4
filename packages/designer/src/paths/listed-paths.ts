import {
  type FactorSet,
  type Journey,
  type JourneyPath,
  nodeTypesById,
  type PathStep,
  pathsOf,
} from '@journeyman/node-schemas';
import { factorsInWords } from '../assurance/proven.ts';
import { wayInWords } from './way.ts';

/** A path as the list shows it. */
export interface ListedPath {
  /** The same as long as the path is. */
  readonly id: string;
  /** Counted from 1 among those to the same end. */
  readonly number: number;
  readonly steps: readonly PathStep[];
  /** The path in words, with the middle of a long one left out, and all of it. */
  readonly words: string;
  readonly allWords: string;
  readonly factors: FactorSet;
  /** How often the user is asked something. */
  readonly prompts: number;
  /** The names of what asks, each once. */
  readonly asks: readonly string[];
  /** The names of the nodes that a loop leads back to. */
  readonly loops: readonly string[];
}

/** The paths to one end. */
export interface PathGroup {
  readonly end: JourneyPath['end'];
  readonly paths: readonly ListedPath[];
  readonly hasMore: boolean;
}

/** As many as anybody reads of each kind; journeys have a few dozen. */
const limit = 100;

/** Every distinct way through a journey, grouped by where it ends. */
export function listedPaths(journey: Journey, others: ReadonlyMap<string, Journey>): readonly PathGroup[] {
  const journeys = new Map(others).set(journey.name, journey);
  return (['success', 'failure'] as const).map((end) => {
    const { paths, hasMore } = pathsOf(journey, { journeys, types: nodeTypesById }, { limit, end });
    return {
      end,
      hasMore,
      paths: paths.map(({ steps, factors }, index) => ({
        id: [end, ...steps.map(({ nodeId, outcome }) => `${nodeId}|${outcome}`)].join(' '),
        number: index + 1,
        steps,
        words: wayInWords(steps, { journey, others }),
        allWords: wayInWords(steps, { journey, others }, true),
        factors,
        prompts: steps.filter(({ asks }) => asks.length > 0).length,
        asks: [...new Set(steps.flatMap(({ asks }) => asks))],
        loops: [...new Set(steps.flatMap(({ again, nodeName }) => (again ? [nodeName] : [])))],
      })),
    };
  });
}

/** The paths in whose words, or in the words for what they prove, a text is found. */
export function filteredPaths(groups: readonly PathGroup[], query: string): readonly PathGroup[] {
  const wanted = query.trim().toLowerCase();
  return groups
    .map((group) => ({
      ...group,
      paths: group.paths.filter(({ allWords, factors }) =>
        `${allWords} ${factorsInWords(factors)}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ paths, hasMore }) => paths.length > 0 || (hasMore && wanted === ''));
}
