import { t } from '../texts/t.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { InPageLink } from './in-page-link.tsx';
import type { Opening } from './use-opened-journey.ts';

/** What is shown while a journey is being opened, and why it cannot be. */
interface OpeningNoticeProps {
  readonly opening: Exclude<Opening, { readonly status: 'open' }>;
  readonly name: string;
  readonly onRetry: () => void;
}

/** Stands in for the editor until its journey is open. */
export function OpeningNotice({ opening, name, onRetry }: OpeningNoticeProps) {
  if (opening.status === 'opening') {
    return (
      <div className="opening">
        <p className="muted" role="status">
          {t('shell.loading', { name })}
        </p>
      </div>
    );
  }
  const values = { name, message: opening.status === 'refused' ? opening.message : '' };
  return (
    <>
      <PageHeader current="/" />
      <main className="opening">
        <div className="card opening-card" role="alert">
          <h1>{t(`shell.${opening.status}.title`, values)}</h1>
          <p className="muted">{t(`shell.${opening.status}.text`, values)}</p>
          <div>
            <button type="button" className="button" onClick={onRetry}>
              {t('shell.tryAgain')}
            </button>
            <InPageLink address="/" className="button">
              {t('shell.allJourneys')}
            </InPageLink>
          </div>
        </div>
      </main>
    </>
  );
}
