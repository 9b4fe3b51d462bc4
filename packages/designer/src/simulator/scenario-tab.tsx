import './scenario-tab.css';
import { useEffect, useMemo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { useWorkplace } from '../files/workplace.ts';
import { KeptScenarios } from './kept-scenarios.tsx';
import { RecordedScenario } from './recorded-scenario.tsx';
import { openScenarios } from './scenario-file.ts';

/** The walk as a scenario that can be kept, and the scenarios that are kept already. */
export function ScenarioTab() {
  const files = useWorkplace((workplace) => workplace.files);
  const realm = useEditor((state) => state.realm);
  // A journey that has another name than its file is renamed when it is saved.
  const journey = useEditor(
    (state) => state.savedDocument?.exported.tree._id ?? state.document.exported.tree._id,
  );
  const place = useMemo(() => ({ files, realm, journey }), [files, realm, journey]);
  useEffect(() => void openScenarios(place), [place]);
  return (
    <div className="sim-scenario">
      <RecordedScenario place={place} />
      <KeptScenarios place={place} />
    </div>
  );
}
