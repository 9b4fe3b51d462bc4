import type { Policy } from '@journeyman/node-schemas';
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

/**
 * A journey as the list of a realm shows it: its state, its picture as the text of an SVG, and what is wrong with it and not accepted
 * by the policy.
 */
export async function journeySummary(
  { name, journey, layout, problems }: CatalogueEntry,
  policy: Policy = new Map(),
): Promise<JsonObject> {
  // Only here: a service whose designer nobody has opened need not load what draws.
  const { drawJourney, withoutAccepted } = await import('@journeyman/node-schemas');
  const context = { journeys: new Map(), types: nodeTypesById, policy };
  const open = journey === undefined ? problems : withoutAccepted(problems, journey, context);
  return {
    name,
    description: journey?.description ?? '',
    enabled: journey?.enabled ?? false,
    innerTreeOnly: journey?.innerTreeOnly ?? false,
    innerJourneys: journey === undefined ? [] : innerJourneys(journey),
    problems: open.map(problemOf),
    svg: journey === undefined ? '' : drawJourney(journey, layoutIn(layout)),
  };
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
