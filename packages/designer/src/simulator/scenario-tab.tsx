import './scenario-tab.css';
import { useEffect } from 'react';
import { KeptScenarios } from './kept-scenarios.tsx';
import { RecordedScenario } from './recorded-scenario.tsx';
import { openScenarios } from './scenario-file.ts';
import { useScenarioPlace } from './use-scenario-place.ts';

/** The walk as a scenario that can be kept, and the scenarios that are kept already. */
export function ScenarioTab() {
  const place = useScenarioPlace();
  useEffect(() => void openScenarios(place), [place]);
  return (
    <div className="sim-scenario">
      <RecordedScenario place={place} />
      <KeptScenarios place={place} />
    </div>
  );
}
