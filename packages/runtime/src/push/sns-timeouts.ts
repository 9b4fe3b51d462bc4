/** How long Amazon SNS is waited for, in milliseconds. */
export interface SnsTimeouts {
  readonly connectionMs: number;
  /** One request with its answer. */
  readonly requestMs: number;
  /** All requests of one operation, retries and looking up credentials included. */
  readonly totalMs: number;
}

/** Long enough for a slow day, short enough for a person who waits before a browser. */
export const snsTimeouts: SnsTimeouts = { connectionMs: 2000, requestMs: 3000, totalMs: 8000 };
