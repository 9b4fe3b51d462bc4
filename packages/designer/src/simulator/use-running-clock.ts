import { useEffect, useState } from 'react';
import { useSimulator } from './simulator-store.ts';
import { perform } from './walking.ts';

/** While time runs, has a client that waits ask again when it is time; gives the whole seconds until then, null while time stands still. */
export function useRunningClock(): number | null {
  const isRunning = useSimulator((state) => state.isRunning);
  const asked = useSimulator((state) => state.asked);
  const [now, setNow] = useState(0);
  const [dueAt, setDueAt] = useState<number | null>(null);
  const wait = asked?.callbacks.find(({ callback }) => callback.type === 'PollingWaitCallback')?.callback;
  const waitMs = wait?.type === 'PollingWaitCallback' ? wait.waitTimeMs : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked, the client waits anew.
  useEffect(() => {
    if (!isRunning || waitMs === null) {
      setDueAt(null);
      return undefined;
    }
    setNow(performance.now());
    setDueAt(performance.now() + waitMs);
    const ticks = setInterval(() => setNow(performance.now()), 250);
    const due = setTimeout(() => void perform({ type: 'poll' }), waitMs);
    return () => {
      clearInterval(ticks);
      clearTimeout(due);
    };
  }, [isRunning, waitMs, asked]);
  return dueAt === null ? null : Math.max(0, Math.ceil((dueAt - now) / 1000));
}
