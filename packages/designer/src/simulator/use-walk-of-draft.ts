import type { Journey } from '@journeyman/node-schemas';
import { useEffect, useMemo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { resetSimulator, useSimulator } from './simulator-store.ts';
import { changeJourneys, startWalk } from './walking.ts';

/** Starts a walk through the journey that is open as it is drawn, and follows each edit of it. */
export function useWalkOfDraft(): void {
  const realm = useEditor((state) => state.realm);
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  const journeys: ReadonlyMap<string, Journey> = useMemo(
    () => new Map([...others, [journey.name, journey]]),
    [others, journey],
  );
  useEffect(() => {
    if (useSimulator.getState().journeys.size === 0) {
      void startWalk(journey.name, journeys, realm === '/' ? {} : { realm: { name: realm } });
    } else void changeJourneys(journey.name, journeys);
  }, [realm, journey.name, journeys]);
  useEffect(() => resetSimulator, []);
}
