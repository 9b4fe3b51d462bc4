import type { Journey, JourneyNode, PageChild } from '@journeyman/node-schemas';
import { isStaticId, notePrefix, type Port } from '../document/lookup.ts';

/** What the inspector shows. */
export type Subject =
  | { readonly kind: 'journey' }
  | { readonly kind: 'node'; readonly id: string }
  /** Start, Success or Failure. */
  | { readonly kind: 'end'; readonly id: string }
  | { readonly kind: 'note' }
  | { readonly kind: 'many'; readonly count: number }
  | { readonly kind: 'connection'; readonly port: Port };

/** What the inspector shows for a selection: the connection, the only thing selected, several, or with nothing the journey. */
export function subjectOf(
  journey: Journey,
  selection: ReadonlySet<string>,
  connection: Port | null,
): Subject {
  if (connection !== null) return { kind: 'connection', port: connection };
  const [only] = selection;
  if (only === undefined) return { kind: 'journey' };
  if (selection.size > 1) return { kind: 'many', count: selection.size };
  if (isStaticId(only)) return { kind: 'end', id: only };
  if (only.startsWith(notePrefix)) return { kind: 'note' };
  return nodeIn(journey, only) === undefined ? { kind: 'journey' } : { kind: 'node', id: only };
}

/** A node of a journey, on the canvas or in a page. */
export function nodeIn(journey: Journey, id: string): JourneyNode | PageChild | undefined {
  return journey.nodes.get(id) ?? pageWith(journey, id)?.children?.find((child) => child.id === id);
}

/** The page that holds a node; undefined for a node of the canvas. */
export function pageWith(journey: Journey, childId: string): JourneyNode | undefined {
  if (journey.nodes.has(childId)) return undefined;
  for (const node of journey.nodes.values()) {
    if (node.children?.some(({ id }) => id === childId)) return node;
  }
  return undefined;
}
