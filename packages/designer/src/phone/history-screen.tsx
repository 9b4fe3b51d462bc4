import type { Account, PushNotification } from '@journeyman/authenticator';
import type { Screen } from './handset.tsx';
import { timeAgo } from './moments.ts';
import { ApprovedIcon, BellIcon, DeniedIcon, ExpiredIcon } from './phone-icons.tsx';
import { type PushStanding, standingOf } from './push-standing.ts';
import { useNow } from './use-now.ts';

/** Every sign-in request that the phone remembers, newest first. */
export function HistoryScreen({
  accounts,
  notifications,
  onOpen,
}: {
  readonly accounts: readonly Account[];
  readonly notifications: readonly PushNotification[];
  readonly onOpen: (screen: Screen) => void;
}) {
  return (
    <>
      <div className="screen-bar screen-bar-home">
        <h2 tabIndex={-1}>History</h2>
      </div>
      {notifications.length === 0 ? (
        <div className="screen-empty">
          <BellIcon size={44} />
          <p className="screen-empty-title">Nothing yet</p>
          <p className="muted">Sign-in requests appear here, with what became of them.</p>
        </div>
      ) : (
        <HistoryList accounts={accounts} notifications={notifications} onOpen={onOpen} />
      )}
    </>
  );
}

/** A list of sign-in requests with what became of each; one that waits still can be opened. */
export function HistoryList({
  accounts,
  notifications,
  onOpen,
}: {
  readonly accounts: readonly Account[];
  readonly notifications: readonly PushNotification[];
  readonly onOpen: (screen: Screen) => void;
}) {
  const now = useNow(1000);
  return (
    <ul className="history-list">
      {notifications.map((notification) => {
        const { messageId, accountId, message, sentAtMs } = notification;
        const standing = standingOf(notification, now);
        const line = (
          <>
            <StandingIcon standing={standing} />
            <span className="history-text">
              <span>{message || accounts.find(({ id }) => id === accountId)?.issuer}</span>
              <span className="muted">
                {standingNames[standing]} · {timeAgo(sentAtMs, now)}
              </span>
            </span>
          </>
        );
        return (
          <li key={messageId}>
            {standing === 'waiting' ? (
              <button
                type="button"
                className="history-line history-open"
                onClick={() => onOpen({ type: 'push', messageId })}
              >
                {line}
              </button>
            ) : (
              <div className="history-line">{line}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const standingNames: Readonly<Record<PushStanding, string>> = {
  waiting: 'Waiting for you',
  approved: 'Approved',
  denied: 'Denied',
  expired: 'Expired',
};

function StandingIcon({ standing }: { readonly standing: PushStanding }) {
  return (
    <span className={`standing standing-${standing}`}>
      {standing === 'approved' && <ApprovedIcon />}
      {standing === 'denied' && <DeniedIcon />}
      {standing === 'expired' && <ExpiredIcon />}
      {standing === 'waiting' && <BellIcon />}
    </span>
  );
}
