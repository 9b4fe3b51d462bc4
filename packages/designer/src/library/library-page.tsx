import './library-page.css';
import { IconFileImport, IconFolderOpen, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { runsAddress } from '../editor/address.ts';
import { InPageLink } from '../editor/in-page-link.tsx';
import type { ListedRealm } from '../files/journey-files.ts';
import { failureText } from '../files/save-journey.ts';
import { SignedIn } from '../files/signed-in.tsx';
import { canOpenFolder, closeFolder, openFolder, useWorkplace } from '../files/workplace.ts';
import '../texts/library.ts';
import { t } from '../texts/t.ts';
import { ErrorIcon, SearchIcon } from '../ui/icons.tsx';
import { later } from '../ui/later.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { JourneyCard } from './journey-card.tsx';
import { search } from './journey-list.ts';
import { NameDialog } from './name-dialog.tsx';
import { NewJourneyDialog } from './new-journey-dialog.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { openLibrary, showLibraryDialog, useLibrary, useLibraryDialog } from './open-library.ts';
import { useImportByDrop } from './use-import-by-drop.ts';

// Reading and writing what other tools write is more than the list itself.
const ExportDialog = later(async () => (await import('./export-dialog.tsx')).ExportDialog);
const ImportDialog = later(async () => (await import('./import-dialog.tsx')).ImportDialog);

/** The journeys home: every realm with its journeys, and all that can be done with them. */
export function LibraryPage() {
  return (
    <SignedIn>
      <OpenLibrary />
    </SignedIn>
  );
}

function OpenLibrary() {
  const loading = useLibrary((library) => library.loading);
  const files = useWorkplace((workplace) => workplace.files);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place has other journeys
  useEffect(() => {
    document.title = `${t('library.title')} · Journeyman`;
    void openLibrary.getState().load();
  }, [files]);
  const isDropping = useImportByDrop((chosen) => showLibraryDialog({ kind: 'import', chosen }));

  return (
    <>
      <PageHeader current="/" />
      <main className="library">
        {loading.status === 'loading' && (
          <p className="muted" role="status">
            {t('library.loading')}
          </p>
        )}
        {loading.status === 'failed' && (
          <div className="notice notice-danger" role="alert">
            <ErrorIcon />
            <div>
              <h1 className="library-failure">{t('library.loadFailed.title')}</h1>
              <p className="muted">{failureText(loading.failure)}</p>
              <button type="button" className="button" onClick={() => void openLibrary.getState().load()}>
                {t('library.loadFailed.again')}
              </button>
            </div>
          </div>
        )}
        {loading.status === 'loaded' && <Journeys />}
      </main>
      {isDropping && (
        <div className="library-drop" aria-hidden>
          <p>{t('library.drop')}</p>
        </div>
      )}
      <OpenDialog />
      <NoticeBar />
    </>
  );
}

function OpenDialog() {
  const dialog = useLibraryDialog((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'new':
      return <NewJourneyDialog realm={dialog.realm} />;
    case 'import':
      return <ImportDialog chosen={dialog.chosen} />;
    case 'export':
      return <ExportDialog {...dialog} />;
    case 'rename':
    case 'duplicate':
      return <NameDialog {...dialog} />;
  }
}

function Journeys() {
  const realms = useLibrary((library) => library.realms);
  const [words, setWords] = useState('');
  const found = search(realms, words);
  const total = count(realms);
  return (
    <>
      <div className="library-title">
        <h1>{t('library.title')}</h1>
        <p className="muted" role="status">
          {words === ''
            ? t('library.count', { count: total, realms: t('library.realms', { count: realms.length }) })
            : t('library.found', { shown: count(found), total })}
        </p>
      </div>
      <div className="library-tools">
        <search className="library-search">
          <label className="field">
            <SearchIcon />
            <span className="visually-hidden">{t('library.find')}</span>
            <input
              type="search"
              placeholder={t('library.find')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </search>
        <Tools realm={realms[0]?.realm ?? '/'} />
      </div>
      {total === 0 && (
        <div className="card library-empty">
          <h2>{t('library.none.title')}</h2>
          <p className="muted">{t('library.none.text')}</p>
          <button
            type="button"
            className="button button-primary"
            onClick={() => showLibraryDialog({ kind: 'new', realm: realms[0]?.realm ?? '/' })}
          >
            <IconPlus size={16} aria-hidden /> {t('library.new')}
          </button>
        </div>
      )}
      {total > 0 && found.length === 0 && (
        <div className="card library-empty">
          <h2>{t('library.none.found', { words: words.trim() })}</h2>
          <button type="button" className="button" onClick={() => setWords('')}>
            {t('library.none.all')}
          </button>
        </div>
      )}
      {total > 0 && found.map((realm) => <Realm key={realm.realm} realm={realm} />)}
    </>
  );
}

function Tools({ realm }: { readonly realm: string }) {
  return (
    <div className="library-buttons">
      <Place />
      <button
        type="button"
        className="button"
        onClick={() => showLibraryDialog({ kind: 'import', chosen: null })}
      >
        <IconFileImport size={16} aria-hidden /> {t('library.import')}
      </button>
      <button
        type="button"
        className="button button-primary"
        onClick={() => showLibraryDialog({ kind: 'new', realm })}
      >
        <IconPlus size={16} aria-hidden /> {t('library.new')}
      </button>
    </div>
  );
}

/** Where the journeys are, where the browser lets that be somewhere else than on the server. */
function Place() {
  const kind = useWorkplace((workplace) => workplace.kind);
  const folder = useWorkplace((workplace) => workplace.folder);
  if (kind === 'folder') {
    return (
      <p className="library-place">
        <span className="badge badge-accent">{t('library.folder', { name: folder })}</span>
        <button type="button" className="button button-quiet" onClick={closeFolder}>
          {t('library.closeFolder')}
        </button>
      </p>
    );
  }
  if (!canOpenFolder) return null;
  return (
    <button type="button" className="button button-quiet" onClick={() => void openFolder()}>
      <IconFolderOpen size={16} aria-hidden /> {t('library.openFolder')}
    </button>
  );
}

function Realm({ realm: { realm, defaultJourney, journeys } }: { readonly realm: ListedRealm }) {
  const isServed = useWorkplace((workplace) => workplace.kind === 'server');
  const headingId = `realm-${realm}`;
  return (
    <section className="library-realm" aria-labelledby={headingId}>
      <h2 id={headingId}>
        <span className="muted">{t('library.realm')}</span> {realm}
      </h2>
      {isServed && (
        <InPageLink address={runsAddress(realm)} className="library-runs">
          {t('library.runs')}
        </InPageLink>
      )}
      {journeys.length === 0 ? (
        <p className="muted">{t('library.none.realm')}</p>
      ) : (
        <ul className="library-journeys">
          {journeys.map((journey) => (
            <JourneyCard
              key={journey.name}
              realm={realm}
              journey={journey}
              isDefault={journey.name === defaultJourney}
              isServed={isServed}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function count(realms: readonly ListedRealm[]): number {
  return realms.reduce((sum, { journeys }) => sum + journeys.length, 0);
}
