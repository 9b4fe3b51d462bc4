import type { Journey, Layout, Point } from '@journeyman/node-schemas';
import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react';
import { placesOf } from '../canvas/spare-places.ts';
import { graphOf } from './journey-graph.ts';
import { createRouteTable } from './route-table.ts';

/** The lines of the journey that is open. */
export const routes = createRouteTable();

/** Keeps the lines true to a journey and its layout; called once, by the canvas. */
export function useRoutesOf(journey: Journey, layout: Layout): void {
  // Before anything is painted, so that lines are not seen to move.
  useLayoutEffect(() => routes.update(graphOf(journey), placesOf(journey, layout)), [journey, layout]);
}

/**
 * The points of a connection's line, by its `connectionId`: the same array until the line changes. Undefined until both of its
 * cards have places.
 */
export function useRoute(id: string): readonly Point[] | undefined {
  const read = useCallback(() => routes.routeOf(id), [id]);
  return useSyncExternalStore(routes.subscribe, read, read);
}
