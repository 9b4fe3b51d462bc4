import './runs.css';
import { useState } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { failureText } from '../files/save-journey.ts';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import { Replay } from './replay.tsx';
import { RunList } from './run-list.tsx';
import { useJourneysNow } from './use-journeys-now.ts';
import { useRun } from './use-runs.ts';

/** The recorded runs of the journey that is edited; the one that is chosen is replayed on the canvas. */
export function RunsPanel() {
  const realm = useEditor((state) => state.realm);
  // What runs is what is in the file.
  const name = useEditor(({ savedDocument, journey }) => savedDocument?.exported.tree._id ?? journey.name);
  const [chosen, setChosen] = useState<string | null>(null);
  const loaded = useRun(realm, chosen);
  const present = useJourneysNow(realm);
  return (
    <div className="runs">
      <RunList realm={realm} journey={name} chosen={chosen} present={present} onChoose={setChosen} />
      {loaded?.status === 'loaded' ? (
        <Replay key={chosen} run={loaded.run} name={name} />
      ) : (
        <p className="runs-empty runs-replay" role="status">
          {loaded === null ? t(chosen === null ? 'runs.choose' : 'runs.reading') : failureText(loaded)}
        </p>
      )}
    </div>
  );
}
