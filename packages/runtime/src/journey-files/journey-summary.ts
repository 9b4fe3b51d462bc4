import {
  emptyLayout,
  type Journey,
  type JsonObject,
  type Layout,
  nodeTypesById,
  type Problem,
  readLayout,
} from '@journeyman/node-schemas/run';
import type { CatalogueEntry } from '../realms/journey-catalogue.ts';

/** What the journeys of a realm are checked against. */
export interface RealmContext {
  readonly journeys: ReadonlyMap<string, Journey>;
  readonly services: ReadonlySet<string>;
  /** The text of `policy.json`; null: there is none. */
  readonly policyText: string | null;
}

/** Whether what is known of a journey is what its file says now. */
export const isCurrent = ({ problems }: CatalogueEntry) =>
  !problems.some(({ code }) => code === 'unreadable-file');

/** A journey as the list of a realm shows it: its state, its picture as the text of an SVG, and all that is wrong with it. */
export async function journeySummary(entry: CatalogueEntry, context: RealmContext): Promise<JsonObject> {
  const { name, journey, layout } = entry;
  // Only here: a service whose designer nobody has opened need not load what draws.
  const { drawJourney } = await import('@journeyman/node-schemas');
  const problems = await problemsOf(entry, context);
  return {
    name,
    description: journey?.description ?? '',
    enabled: journey?.enabled ?? false,
    innerTreeOnly: journey?.innerTreeOnly ?? false,
    innerJourneys: journey === undefined ? [] : innerJourneys(journey),
    problems: problems.map(problemOf),
    svg: journey === undefined ? '' : drawJourney(journey, layoutIn(layout)),
  };
}

/** The security checks of a journey take longer than drawing it, so they are done once until a file changes, with which entries do. */
const known = new WeakMap<
  CatalogueEntry,
  { readonly policyText: string | null; readonly problems: readonly Problem[] }
>();

async function problemsOf(entry: CatalogueEntry, { policyText, ...context }: RealmContext) {
  const { journey, problems: found } = entry;
  if (journey === undefined || !isCurrent(entry)) return found;
  const before = known.get(entry);
  if (before?.policyText === policyText) return before.problems;
  const { everyProblem } = await import('@journeyman/node-schemas');
  const problems = everyProblem(found, journey, { ...context, types: nodeTypesById }, policyText);
  known.set(entry, { policyText, problems });
  return problems;
}

/** A problem as it is told over REST. */
export function problemOf({ code, severity, message, nodeId, nodeName, property }: Problem): JsonObject {
  return {
    code,
    severity,
    message,
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(nodeName === undefined ? {} : { nodeName }),
    ...(property === undefined ? {} : { property }),
  };
}

/** The names of the journeys that a journey enters. */
function innerJourneys({ nodes }: Journey): string[] {
  const names = [...nodes.values()].flatMap(({ type, config }) =>
    type === 'InnerTreeEvaluatorNode' && typeof config.tree === 'string' ? [config.tree] : [],
  );
  return [...new Set(names)].sort();
}

/** A layout that cannot be read is as good as none: the journey is drawn all the same. */
function layoutIn(text: string | undefined): Layout {
  const read = text === undefined ? undefined : readLayout(text);
  return read?.status === 'read' ? read.layout : emptyLayout;
}
