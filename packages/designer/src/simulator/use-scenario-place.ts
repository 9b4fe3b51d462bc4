import { useEffect, useMemo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { useWorkplace } from '../files/workplace.ts';
import { areScenariosKnown, openScenarios, type ScenarioPlace } from './scenario-file.ts';
import { loadYamlView } from './yaml-text.tsx';

/** Where the scenarios of the journey that is open are kept. */
export function useScenarioPlace(): ScenarioPlace {
  const files = useWorkplace((workplace) => workplace.files);
  const realm = useEditor((state) => state.realm);
  // A journey that has another name than its file is renamed when it is saved.
  const journey = useEditor(
    (state) => state.savedDocument?.exported.tree._id ?? state.document.exported.tree._id,
  );
  const isNew = useEditor((state) => state.revision === null);
  return useMemo(() => ({ files, realm, journey, isNew }), [files, realm, journey, isNew]);
}

/** Fetches what the tab of scenarios shows as soon as the simulator is open: it is tried on where no server is at hand. */
export function useScenariosAtHand(): void {
  const place = useScenarioPlace();
  useEffect(() => {
    if (!areScenariosKnown(place)) void openScenarios(place);
  }, [place]);
  useEffect(() => void loadYamlView().catch(() => {}), []);
}
