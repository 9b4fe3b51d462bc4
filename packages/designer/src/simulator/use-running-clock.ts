import { useEffect } from 'react';
import { create } from 'zustand';
import { useSimulator } from './simulator-store.ts';
import { perform } from './walking.ts';

/** Reads the whole seconds until a client that waits asks again; null: time stands still, or nobody waits. */
export const useCountdown = create<{ readonly seconds: number | null }>()(() => ({ seconds: null }));

/** While time runs, has a client that waits ask again when it is time. */
export function useRunningClock(): void {
  const isRunning = useSimulator((state) => state.isRunning);
  const asked = useSimulator((state) => state.asked);
  const wait = asked?.callbacks.find(({ callback }) => callback.type === 'PollingWaitCallback')?.callback;
  const waitMs = wait?.type === 'PollingWaitCallback' ? wait.waitTimeMs : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked, the client waits anew.
  useEffect(() => {
    if (!isRunning || waitMs === null) return undefined;
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
  }, [isRunning, waitMs, asked]);
}
