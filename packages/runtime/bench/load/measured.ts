/** What a run of load has seen. */
export interface Measured {
  readonly requests: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The share of a core that the load itself took, 0 to 1: near 1 it is the load that is measured. */
  readonly loadBusy: number;
}
