import './runs.css';
import { useEffect, useState } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import { journeyAddress } from '../editor/address.ts';
import { createEditorStore, EditorContext } from '../editor/editor-store.ts';
import { InPageLink } from '../editor/in-page-link.tsx';
import { failureText } from '../files/save-journey.ts';
import { SignedIn } from '../files/signed-in.tsx';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import { PageHeader } from '../ui/page-header.tsx';
import type { PastJourney, Run } from './load-run.ts';
import { Replay } from './replay.tsx';
import { RunList } from './run-list.tsx';
import { useJourneysNow } from './use-journeys-now.ts';
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
  const present = useJourneysNow(realm);
  const title = t('runs.ofRealm', { realm });
  useEffect(() => {
    document.title = `${title} · Journeyman`;
  }, [title]);
  return (
    <div className="runs-page">
      <PageHeader current="/" />
      <main className="runs-of-realm">
        <h1>{title}</h1>
        <RunList realm={realm} journey={null} chosen={chosen} present={present} onChoose={setChosen} />
        {loaded?.status === 'loaded' ? (
          <PastRun key={chosen} realm={realm} run={loaded.run} present={present} />
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
  /** The files of the journeys that are there now, by name. */
  readonly present: ReadonlyMap<string, string> | undefined;
}

function PastRun(props: PastRunProps) {
  const { run } = props;
  const past = run.past.get(run.trace.journey);
  if (past === undefined) return <p className="runs-empty">{t('runs.pastGone')}</p>;
  return <PastRunOnCanvas past={past} {...props} />;
}

function PastRunOnCanvas({ realm, run, past, present }: PastRunProps & { readonly past: PastJourney }) {
  const [store] = useState(() =>
    // Nothing is checked: it is what it was.
    createEditorStore({ realm, document: past.document, isReadOnly: true, schedule: () => () => {} }),
  );
  return (
    <EditorContext value={store}>
      <section className="runs-canvas" aria-label={run.trace.journey}>
        <Canvas />
        {present !== undefined && (
          <Since realm={realm} name={run.trace.journey} past={past} present={present} />
        )}
      </section>
      <Replay run={run} name={run.trace.journey} isPast />
    </EditorContext>
  );
}

interface SinceProps {
  readonly realm: string;
  readonly name: string;
  readonly past: PastJourney;
  readonly present: ReadonlyMap<string, string>;
}

/** What has become of the journey since it ran, and the way to it where it is still there. */
function Since({ realm, name, past, present }: SinceProps) {
  const now = present.get(name);
  if (now === undefined) return <p className="runs-since">{t('runs.since.gone', { name })}</p>;
  const isSame = now === past.file;
  return (
    <p className="runs-since">
      {t(isSame ? 'runs.since.same' : 'runs.since.changed', { name })}{' '}
      <InPageLink address={journeyAddress(realm, name)}>{t('runs.since.open')}</InPageLink>
    </p>
  );
}
