import './runs.css';
import { useEffect, useState } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import { createEditorStore, EditorContext } from '../editor/editor-store.ts';
import { failureText } from '../files/save-journey.ts';
import { SignedIn } from '../files/signed-in.tsx';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import { PageHeader } from '../ui/page-header.tsx';
import type { PastJourney, Run } from './load-run.ts';
import { Replay } from './replay.tsx';
import { RunList } from './run-list.tsx';
import { useRun } from './use-runs.ts';

/** The recorded runs of a realm, each with its journey as it was then, even one that is gone or has another name since. */
export function RunsPage({ realm }: { readonly realm: string }) {
  return (
    <SignedIn>
      <RecordedRuns key={realm} realm={realm} />
    </SignedIn>
  );
}

function RecordedRuns({ realm }: { readonly realm: string }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const loaded = useRun(realm, chosen);
  const title = t('runs.ofRealm', { realm });
  useEffect(() => {
    document.title = `${title} · Journeyman`;
  }, [title]);
  return (
    <div className="runs-page">
      <PageHeader current="/" />
      <main className="runs-of-realm">
        <h1>{title}</h1>
        <RunList realm={realm} journey={null} chosen={chosen} onChoose={setChosen} />
        {loaded?.status === 'loaded' ? (
          <PastRun key={chosen} realm={realm} run={loaded.run} />
        ) : (
          <p className="runs-empty" role="status">
            {loaded === null ? t(chosen === null ? 'runs.choose' : 'runs.reading') : failureText(loaded)}
          </p>
        )}
      </main>
    </div>
  );
}

interface PastRunProps {
  readonly realm: string;
  readonly run: Run;
}

function PastRun({ realm, run }: PastRunProps) {
  const past = run.past.get(run.trace.journey);
  if (past === undefined) return <p className="runs-empty">{t('runs.pastGone')}</p>;
  return <PastRunOnCanvas realm={realm} run={run} past={past} />;
}

function PastRunOnCanvas({ realm, run, past }: PastRunProps & { readonly past: PastJourney }) {
  const [store] = useState(() =>
    // Nothing is checked: it is what it was.
    createEditorStore({ realm, document: past.document, isReadOnly: true, schedule: () => () => {} }),
  );
  return (
    <EditorContext value={store}>
      <section className="runs-canvas" aria-label={run.trace.journey}>
        <Canvas />
      </section>
      <Replay run={run} name={run.trace.journey} isPast />
    </EditorContext>
  );
}
