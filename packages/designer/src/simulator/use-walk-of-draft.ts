import type { Journey } from '@journeyman/node-schemas';
import { useEffect, useMemo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { useShell } from '../editor/shell-store.ts';
import { resetSimulator, useSimulator } from './simulator-store.ts';
import { changeJourneys, startWalk } from './walking.ts';

// The panel is drawn anew where the window becomes narrow or wide; the walk lasts as long as somebody simulates.
useShell.subscribe(({ mode }, before) => {
  if (before.mode === 'simulate' && mode !== 'simulate') resetSimulator();
});

/** Starts a walk through the journey that is open as it is drawn, or goes on with it, and follows each edit of the journey. */
export function useWalkOfDraft(): void {
  const realm = useEditor((state) => state.realm);
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  const journeys: ReadonlyMap<string, Journey> = useMemo(
    () => new Map([...others, [journey.name, journey]]),
    [others, journey],
  );
  useEffect(() => {
    const walked = useSimulator.getState().journeys;
    if (walked.size === 0) {
      void startWalk(journey.name, journeys, realm === '/' ? {} : { realm: { name: realm } });
    } else if (!areSame(walked, journeys)) void changeJourneys(journey.name, journeys);
  }, [realm, journey.name, journeys]);
}

const areSame = (some: ReadonlyMap<string, Journey>, others: ReadonlyMap<string, Journey>) =>
  some.size === others.size && [...some].every(([name, journey]) => others.get(name) === journey);
