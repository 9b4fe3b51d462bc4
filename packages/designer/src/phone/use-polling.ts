import { useEffect, useEffectEvent } from 'react';
import type { PhoneStore } from './phone-store.ts';

const intervalMs = 1000;

/** Fetches waiting pushes every second and at once when the page is looked at again; reports the ids of new ones. */
export function usePolling(store: PhoneStore, onPush: (messageIds: readonly string[]) => void): void {
  const report = useEffectEvent(onPush);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStopped = false;
    const poll = async () => {
      clearTimeout(timer);
      const messageIds = await store.poll();
      if (isStopped) return;
      if (messageIds.length > 0) report(messageIds);
      clearTimeout(timer);
      timer = setTimeout(poll, intervalMs);
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') void poll();
    };
    void poll();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [store]);
}
