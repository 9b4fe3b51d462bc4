/** How something in a picture stands out. */
export interface Mark {
  readonly tone: 'positive' | 'negative' | 'notable';
  readonly isDashed?: true;
  /** A word on a card; lines show none. */
  readonly label?: string;
}

/** What stands out in a picture of a journey; all else is drawn faintly. */
export interface Marks {
  /** By the id of the node. */
  readonly nodes: ReadonlyMap<string, Mark>;
  /** By `connectionKey`. */
  readonly connections: ReadonlyMap<string, Mark>;
  /** What the marks mean, in the order in which they are explained. */
  readonly legend: readonly { readonly mark: Mark; readonly text: string }[];
}

/** The key of the connection of an outcome. */
export function connectionKey(nodeId: string, outcome: string): string {
  return JSON.stringify([nodeId, outcome]);
}
