import type { Account, PushNotification } from '@journeyman/authenticator';
import { AccountTile } from './account-tile.tsx';
import type { Screen } from './handset.tsx';
import { timeLeft } from './moments.ts';
import { OathCodeLine } from './oath-code-line.tsx';
import { OpenIcon, PlusIcon, ShieldIcon } from './phone-icons.tsx';
import type { PhoneStore } from './phone-store.ts';
import { useNow } from './use-now.ts';

/** The app's first screen: requests that wait, and the accounts. */
export function AccountsScreen({
  store,
  accounts,
  pending,
  onOpen,
}: {
  readonly store: PhoneStore;
  readonly accounts: readonly Account[];
  readonly pending: readonly PushNotification[];
  readonly onOpen: (screen: Screen) => void;
}) {
  const now = useNow(1000);
  return (
    <>
      <div className="screen-bar screen-bar-home">
        <h2 tabIndex={-1}>Accounts</h2>
        <button
          type="button"
          className="icon-button"
          onClick={() => onOpen({ type: 'add' })}
          aria-label="Add an account"
          title="Add an account"
        >
          <PlusIcon />
        </button>
      </div>
      {pending.length > 0 && (
        <ul className="waiting-list" aria-label="Waiting for you">
          {pending.map(({ messageId, accountId, message, expiresAtMs }) => (
            <li key={messageId}>
              <button type="button" className="waiting" onClick={() => onOpen({ type: 'push', messageId })}>
                <span className="waiting-issuer">
                  {accounts.find(({ id }) => id === accountId)?.issuer}
                  <span className="waiting-time">{timeLeft(expiresAtMs, now)}</span>
                </span>
                <span>{message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {accounts.length === 0 ? (
        <div className="screen-empty">
          <ShieldIcon size={44} />
          <p className="screen-empty-title">No accounts yet</p>
          <p className="muted">When a sign-in shows a QR code, add it here.</p>
          <button type="button" className="button button-primary" onClick={() => onOpen({ type: 'add' })}>
            Add an account
          </button>
        </div>
      ) : (
        <ul className="account-list" aria-label="Accounts">
          {accounts.map((account) => (
            <li key={account.id}>
              <button
                type="button"
                className="account-open"
                onClick={() => onOpen({ type: 'account', accountId: account.id })}
              >
                <AccountTile account={account} />
                <span className="account-names">
                  <span className="account-issuer">{account.issuer}</span>
                  <span className="account-user">{account.account}</span>
                </span>
                <OpenIcon />
              </button>
              {account.oath?.type === 'totp' && <OathCodeLine store={store} account={account} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
