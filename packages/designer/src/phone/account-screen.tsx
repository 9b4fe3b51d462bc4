import type { Account, PushNotification } from '@journeyman/authenticator';
import { AccountTile } from './account-tile.tsx';
import type { Screen } from './handset.tsx';
import { HistoryList } from './history-screen.tsx';
import { OathCodeLine } from './oath-code-line.tsx';
import type { PhoneStore } from './phone-store.ts';
import { ScreenBar } from './screen-bar.tsx';

const recentLimit = 3;

/** One account: its password, how it signs in, its last requests, and a way to remove it. */
export function AccountScreen({
  store,
  account,
  notifications,
  onOpen,
  onClose,
}: {
  readonly store: PhoneStore;
  readonly account: Account;
  readonly notifications: readonly PushNotification[];
  readonly onOpen: (screen: Screen) => void;
  readonly onClose: () => void;
}) {
  const own = notifications.filter(({ accountId }) => accountId === account.id).slice(0, recentLimit);
  return (
    <>
      <ScreenBar title={account.issuer} onBack={onClose} />
      <div className="account-head">
        <AccountTile account={account} size={64} />
        <p className="account-user">{account.account}</p>
      </div>
      <OathCodeLine store={store} account={account} />
      <dl className="account-facts">
        <div>
          <dt>Sign-in requests</dt>
          <dd>{account.push ? `From ${new URL(account.push.authenticateUrl).host}` : 'Not set up'}</dd>
        </div>
        {account.push?.userId !== undefined && (
          <div>
            <dt>User</dt>
            <dd>{account.push.userId}</dd>
          </div>
        )}
        <div>
          <dt>One-time passwords</dt>
          <dd>{account.oath ? oathText(account.oath) : 'Not set up'}</dd>
        </div>
        <div>
          <dt>Added</dt>
          <dd>
            {new Date(account.addedAtMs).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
          </dd>
        </div>
      </dl>
      {own.length > 0 && (
        <section aria-label="Last requests">
          <h3 className="screen-section">Last requests</h3>
          <HistoryList accounts={[account]} notifications={own} onOpen={onOpen} />
        </section>
      )}
      <div className="screen-foot">
        <button
          type="button"
          className="text-button text-button-danger"
          onClick={() => {
            store.removeAccount(account.id);
            onClose();
          }}
        >
          Remove from phone
        </button>
      </div>
    </>
  );
}

function oathText({ type, digits, periodSeconds, algorithm }: NonNullable<Account['oath']>): string {
  const rhythm = type === 'totp' ? `every ${periodSeconds} s` : 'by counter';
  return `${digits} digits, ${rhythm}, ${algorithm.toUpperCase()}`;
}
