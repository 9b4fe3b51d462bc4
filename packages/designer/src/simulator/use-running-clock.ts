import { useEffect } from 'react';
import { create } from 'zustand';
import { useSimulator } from './simulator-store.ts';
import { perform, runTime } from './walking.ts';

/** Reads the whole seconds until a client that waits asks again; null: time stands still, or nobody waits. */
export const useCountdown = create<{ readonly seconds: number | null }>()(() => ({ seconds: null }));

/** While time runs, has a client that waits ask again when it is time, and a person think as long as the clock on the wall says. */
export function useRunningClock(): void {
  const isRunning = useSimulator((state) => state.isRunning);
  const asked = useSimulator((state) => state.asked);
  const wait = asked?.callbacks.find(({ callback }) => callback.type === 'PollingWaitCallback')?.callback;
  const waitMs = wait?.type === 'PollingWaitCallback' ? wait.waitTimeMs : null;
  useEffect(() => {
    if (!isRunning || asked === null) return undefined;
    return waitMs === null ? passSeconds() : askAgainIn(waitMs);
  }, [isRunning, waitMs, asked]);
}

function askAgainIn(waitMs: number): () => void {
  const dueAt = performance.now() + waitMs;
  const count = () => {
    const seconds = Math.max(0, Math.ceil((dueAt - performance.now()) / 1000));
    if (useCountdown.getState().seconds !== seconds) useCountdown.setState({ seconds });
  };
  count();
  const ticks = setInterval(count, 250);
  const due = setTimeout(() => void perform({ type: 'poll' }), waitMs);
  return () => {
    clearInterval(ticks);
    clearTimeout(due);
    useCountdown.setState({ seconds: null });
  };
}

/** Whole seconds, by how long it really was: a browser lets the timers of a page that is not seen be late. */
function passSeconds(): () => void {
  const begunAt = performance.now();
  let passed = 0;
  const ticks = setInterval(() => {
    const seconds = Math.floor((performance.now() - begunAt) / 1000) - passed;
    passed += seconds;
    if (seconds > 0) void runTime(seconds * 1000);
  }, 1000);
  return () => clearInterval(ticks);
}
