/** What the last hour has shown of a journey. */
export interface Hour {
  /** ISO 8601. */
  readonly until: string;
  readonly started: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly abandoned: number;
  /** By the id of the node, those in pages too. */
  readonly nodes: Readonly<Record<string, HourOfNode>>;
}

/** What the last hour has shown of a node. */
export interface HourOfNode {
  /** How many left by each outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** How many were there when their run expired. */
  readonly stopped: number;
  /** Between arriving and leaving, in milliseconds; null: nobody has left. */
  readonly tookMs: { readonly median: number; readonly p95: number } | null;
}

/** Whether nobody has been through the journey. */
export function isEmptyHour({ started, nodes }: Hour): boolean {
  return started === 0 && Object.keys(nodes).length === 0;
}
