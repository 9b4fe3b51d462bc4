import type { Port } from '../document/lookup.ts';

/** The id under which the connection of an outcome, or of Start, is drawn. */
export function connectionId({ nodeId, outcome }: Port): string {
  return `${nodeId}|${outcome}`;
}

/** The outcome that an id made by `connectionId` stands for. Ids of nodes hold no `|`. */
export function portOf(id: string): Port {
  const bar = id.indexOf('|');
  return { nodeId: id.slice(0, bar), outcome: id.slice(bar + 1) };
}
