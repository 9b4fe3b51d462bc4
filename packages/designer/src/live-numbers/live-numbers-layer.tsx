import './live-numbers.css';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { keepOverlay } from '../canvas/overlay.ts';
import { useEditor } from '../editor/editor-store.ts';
import { showLiveNumbers } from '../editor/shell-store.ts';
import { failureText } from '../files/save-journey.ts';
import type { Observed } from '../runs/observation-client.ts';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import { type Hour, isEmptyHour } from './hour.ts';
import { numbersOverlay } from './numbers-overlay.ts';
import { useHour } from './use-hour.ts';

const counts = ['started', 'succeeded', 'failed', 'abandoned'] as const;

/** Paints over the canvas how many passed where in the last hour, and says in a corner what the numbers mean. */
export function LiveNumbersLayer() {
  const realm = useEditor((state) => state.realm);
  const journey = useEditor((state) => state.journey);
  // What runs is what is in the file.
  const name = useEditor(({ savedDocument }) => savedDocument?.exported.tree._id ?? journey.name);
  const answer = useHour(realm, name);
  const hour = answer?.status === 'read' ? answer.body : undefined;
  const overlay = useMemo(
    () =>
      hour === undefined || isEmptyHour(hour)
        ? undefined
        : numbersOverlay(hour, journey, (count) => t('liveNumbers.stopped', { count })),
    [hour, journey],
  );
  useEffect(() => (overlay === undefined ? undefined : keepOverlay(overlay)), [overlay]);
  return (
    <section className="live-numbers" aria-label={t('liveNumbers.label')}>
      <header>
        <h2>{t('liveNumbers.label')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('liveNumbers.hide')}
          onClick={() => showLiveNumbers(false)}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      </header>
      <Legend answer={answer} name={name} />
    </section>
  );
}

interface LegendProps {
  readonly answer: Observed<Hour> | null;
  readonly name: string;
}

function Legend({ answer, name }: LegendProps) {
  if (answer === null) return <p className="muted">{t('liveNumbers.reading')}</p>;
  if (answer.status !== 'read') {
    return <p role="alert">{t('liveNumbers.failedToRead', { message: failureText(answer) })}</p>;
  }
  const hour = answer.body;
  const time = new Date(hour.until).toLocaleTimeString('en-GB');
  return (
    <>
      {isEmptyHour(hour) ? (
        <p role="status">{t('liveNumbers.none', { journey: name })}</p>
      ) : (
        <>
          <p>{t('liveNumbers.lastHour')}</p>
          <dl>
            {counts.map((count) => (
              <div key={count}>
                <dt>{t(`liveNumbers.${count}`)}</dt>
                <dd>{hour[count]}</dd>
              </div>
            ))}
          </dl>
          <ul>
            <li data-tone="weak">{t('liveNumbers.weak')}</li>
            <li data-tone="bad">{t('liveNumbers.bad')}</li>
          </ul>
          <p className="muted">{t('liveNumbers.busiest')}</p>
        </>
      )}
      <p className="muted">{t('liveNumbers.at', { time })}</p>
    </>
  );
}
