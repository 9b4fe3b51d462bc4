import '../ui/list-filter.css';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import { durationWords, momentWords } from './run-words.ts';
import type { RunSummary } from './trace.ts';
import { type ListedRuns, useRuns } from './use-runs.ts';

/** Which runs are listed, and the one that is chosen. */
interface RunListProps {
  readonly realm: string;
  /** Those that were in this journey; null: all of the realm. */
  readonly journey: string | null;
  /** The id of the run that is chosen. */
  readonly chosen: string | null;
  /** The journeys that are there now, by name; absent where that is not known. */
  readonly present?: ReadonlyMap<string, unknown> | undefined;
  onChoose(id: string | null): void;
}

/** The recorded runs, newest first, to be found by user or transaction id. */
export function RunList({ realm, journey, chosen, present, onChoose }: RunListProps) {
  const [words, setWords] = useState('');
  const [serial, setSerial] = useState(0);
  const { listed, isReading, showMore } = useRuns({ realm, journey, words, serial });
  const runs = listed.status === 'listed' ? listed.runs : [];
  return (
    <section className="runs-list" aria-label={t('runs.label')}>
      <div className="runs-tools">
        <label className="list-filter runs-filter">
          <IconSearch size={16} aria-hidden="true" />
          <input
            type="search"
            value={words}
            placeholder={t('runs.filter')}
            aria-label={t('runs.filter')}
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
        <button
          type="button"
          className="icon-button"
          aria-label={t('runs.refresh')}
          title={t('runs.refresh')}
          onClick={() => setSerial((before) => before + 1)}
        >
          <IconRefresh size={16} aria-hidden />
        </button>
      </div>
      <ListBox
        className="runs-rows"
        aria-label={t('runs.label')}
        selectionMode="single"
        selectionBehavior="replace"
        items={runs.map((run) => ({ ...run, id: run._id, isGone: present?.has(run.journey) === false }))}
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          onChoose(typeof key === 'string' ? key : null);
        }}
        renderEmptyState={() => <Empty listed={listed} journey={journey} words={words.trim()} />}
      >
        {(run) => rowOf(run, journey)}
      </ListBox>
      {listed.status === 'listed' && listed.more.length > 0 && (
        <div className="runs-more">
          <span role="status">{t('runs.shown', { count: runs.length })}</span>
          <button type="button" className="button" aria-disabled={isReading} onClick={() => void showMore()}>
            {t(isReading ? 'runs.loading' : 'runs.more')}
          </button>
        </div>
      )}
    </section>
  );
}

function rowOf(run: RunSummary & { readonly isGone: boolean }, journey: string | null) {
  const { status, user = t('runs.nobody'), startedAt, latestAt, stepCount } = run;
  const took = durationWords(Date.parse(latestAt) - Date.parse(startedAt));
  const end = t(`runs.status.${status}`);
  return (
    <ListBoxItem className="runs-row" textValue={`${user}, ${end}, ${momentWords(startedAt)}`}>
      <span className="runs-end" data-status={status}>
        {end}
      </span>
      <span className="runs-user">{user}</span>
      {run.journey !== journey && (
        <span className="runs-journey">
          {run.isGone ? t('runs.goneJourney', { journey: run.journey }) : run.journey}
        </span>
      )}
      <small>
        <time dateTime={startedAt}>{momentWords(startedAt)}</time>
        <span>{t('runs.steps', { count: stepCount })}</span>
        <span>{took}</span>
      </small>
    </ListBoxItem>
  );
}

interface EmptyProps {
  readonly listed: ListedRuns;
  readonly journey: string | null;
  readonly words: string;
}

function Empty({ listed, journey, words }: EmptyProps) {
  if (listed.status === 'loading') return <p className="runs-empty">{t('runs.loading')}</p>;
  if (listed.status === 'failed') {
    return (
      <div className="runs-empty" role="alert">
        <strong>{t('runs.failed')}</strong>
        <p>{listed.message}</p>
      </div>
    );
  }
  if (words !== '') return <p className="runs-empty">{t('runs.none.found', { words })}</p>;
  return (
    <div className="runs-empty">
      <strong>{journey === null ? t('runs.none.anyTitle') : t('runs.none.title', { journey })}</strong>
      <p>{t(journey === null ? 'runs.none.anyText' : 'runs.none.text')}</p>
    </div>
  );
}
