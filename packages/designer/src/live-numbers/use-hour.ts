import { useEffect, useState } from 'react';
import { type Observed, observe } from '../runs/observation-client.ts';
import type { Hour } from './hour.ts';

const intervalMs = 10_000;

/** What the last hour has shown of a journey, read every ten seconds as long as the page is looked at; null before it is first read. */
export function useHour(realm: string, journey: string): Observed<Hour> | null {
  const [hour, setHour] = useState<Observed<Hour> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStopped = false;
    const read = async () => {
      clearTimeout(timer);
      const found = await observe<Hour>(realm, `journey-numbers/${encodeURIComponent(journey)}`);
      if (isStopped) return;
      setHour(found);
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(read, intervalMs);
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') void read();
    };
    void read();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [realm, journey]);
  return hour;
}
