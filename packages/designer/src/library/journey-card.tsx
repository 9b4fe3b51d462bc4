import './journey-card.css';
import { journeyAddress } from '../editor/address.ts';
import { InPageLink } from '../editor/in-page-link.tsx';
import type { ListedJourney, ToldProblem } from '../files/journey-files.ts';
import { loginAddress } from '../login/login-request.ts';
import { countProblems, sortedProblems } from '../problems/problem-counts.ts';
import { t } from '../texts/t.ts';
import { ErrorIcon, NoteIcon, TickIcon, WarningIcon } from '../ui/icons.tsx';
import { pictureAddress, problemCount } from './journey-list.ts';
import { JourneyMenu } from './journey-menu.tsx';

interface JourneyCardProps {
  readonly realm: string;
  readonly journey: ListedJourney;
  readonly isDefault: boolean;
  /** Whether the server runs it, so that one can sign in with it. */
  readonly isServed: boolean;
}

/** A journey in the library: its picture, name, state and problems; a press anywhere opens it in the editor. */
export function JourneyCard({ realm, journey, isDefault, isServed }: JourneyCardProps) {
  const { name, description, enabled, innerTreeOnly, problems, svg } = journey;
  return (
    <li className={enabled ? 'card journey-card' : 'card journey-card journey-card-off'}>
      {svg === '' ? (
        <div className="journey-picture muted">{t('library.card.noPicture')}</div>
      ) : (
        <img className="journey-picture" src={pictureAddress(svg)} alt="" />
      )}
      <div className="journey-text">
        <h3>
          <InPageLink className="journey-link" address={journeyAddress(realm, name)}>
            {name}
          </InPageLink>
        </h3>
        {(isDefault || innerTreeOnly || !enabled) && (
          <p className="journey-badges">
            {isDefault && <span className="badge badge-accent">{t('library.card.default')}</span>}
            {innerTreeOnly && <span className="badge">{t('library.card.inner')}</span>}
            {!enabled && <span className="badge">{t('library.card.off')}</span>}
          </p>
        )}
        {description !== '' && <p className="muted journey-description">{description}</p>}
        <Problems problems={problems} />
      </div>
      <div className="journey-actions">
        {/* Says what a press on the card does; the card's own link is what is pressed. */}
        <span className="button button-primary journey-open" aria-hidden="true">
          {t('library.card.open')}
        </span>
        {isServed && enabled && !innerTreeOnly && (
          <a className="button" href={loginAddress({ realm, journey: name })}>
            {t('library.card.signIn')}
            <span className="visually-hidden">: {name}</span>
          </a>
        )}
        <JourneyMenu realm={realm} journey={journey} />
      </div>
    </li>
  );
}

function Problems({ problems }: { readonly problems: readonly ToldProblem[] }) {
  const { errors, warnings, notes } = countProblems(problems);
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
  const count = (
    <>
      <span className={`journey-problem-count journey-problem-${worst}`}>
        {worst === 'none' ? <TickIcon /> : <SeverityIcon severity={worst} />} {problemCount(problems)}
      </span>
      {notes > 0 && (
        <span className="journey-problem-count journey-problem-note">
          <SeverityIcon severity="note" /> {t('library.card.notes', { count: notes })}
        </span>
      )}
    </>
  );
  if (problems.length === 0) return <p>{count}</p>;
  return (
    <details className="journey-problems">
      <summary>{count}</summary>
      <ul>
        {sortedProblems(problems).map(({ severity, message, nodeId, nodeName }) => (
          <li key={`${nodeId ?? ''}\n${message}`}>
            <span className={`journey-problem-${severity}`}>
              <SeverityIcon severity={severity} />
              <span className="visually-hidden">{severity}: </span>
            </span>
            <span>
              {nodeName !== undefined && !message.includes(nodeName) && <strong>{nodeName}: </strong>}
              {message}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function SeverityIcon({ severity }: Pick<ToldProblem, 'severity'>) {
  switch (severity) {
    case 'error':
      return <ErrorIcon />;
    case 'warning':
      return <WarningIcon />;
    case 'note':
      return <NoteIcon />;
  }
}
