/** The two timer functions of a window. */
export interface TimerHost {
  setTimeout(handler: () => void, delayMs?: number, ...args: unknown[]): number;
  clearTimeout(id: number | undefined): void;
}

/**
 * Stops a polling step's timer from outliving the step. The widget (1.3.0) never clears it: left alone, it sends the
 * step after the polling one unfilled (recovery codes vanish before they are read) or, when nothing follows, starts
 * the default journey. Call the returned function on every new step, with that step's wait in milliseconds, if any.
 */
export function guardPollingTimers(host: TimerHost): (waitMs: number | undefined) => void {
  const start = host.setTimeout;
  const pending = new Set<number>();
  let currentWaitMs: number | undefined;

  host.setTimeout = (handler, delayMs, ...args) => {
    const id = start.call(host, handler, delayMs, ...args);
    if (currentWaitMs !== undefined && delayMs === currentWaitMs) pending.add(id);
    return id;
  };

  return (waitMs) => {
    for (const id of pending) host.clearTimeout(id);
    pending.clear();
    currentWaitMs = waitMs;
  };
}
