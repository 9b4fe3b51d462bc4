import './handset.css';
import './accounts.css';
import './requests.css';
import './adding.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { AccountScreen } from './account-screen.tsx';
import { AccountsScreen } from './accounts-screen.tsx';
import { AddScreen } from './add-screen.tsx';
import { codeInFragment } from './code-link.ts';
import { hasStaleToken } from './device.ts';
import { HistoryScreen } from './history-screen.tsx';
import { AccountsIcon, BellIcon, HistoryIcon, SignalIcon } from './phone-icons.tsx';
import type { PhoneStore, Snapshot } from './phone-store.ts';
import { PushScreen } from './push-screen.tsx';
import { useNow } from './use-now.ts';
import { usePolling } from './use-polling.ts';

/** What the phone shows. */
export type Screen =
  | { readonly type: 'accounts' | 'history' }
  | { readonly type: 'add'; readonly code?: string }
  | { readonly type: 'account'; readonly accountId: string }
  | { readonly type: 'push'; readonly messageId: string };

/** The phone itself: frame, status bar and the screen that is open. */
export function Handset({ store, snapshot }: { readonly store: PhoneStore; readonly snapshot: Snapshot }) {
  const [screen, setScreen] = useState<Screen>(() => screenForAddress() ?? { type: 'accounts' });
  const { device } = snapshot;
  const now = useNow(1000);
  const body = useRef<HTMLDivElement>(null);
  const pending = device.app.notifications.filter(
    ({ status, expiresAtMs }) => status === 'pending' && expiresAtMs > now,
  );

  usePolling(store, (messageIds) => {
    // Whatever the user is typing or deciding is left alone; the push then waits at the top of the list.
    const isFree =
      screen.type === 'accounts' ||
      screen.type === 'history' ||
      (screen.type === 'push' && pending.every(({ messageId }) => messageId !== screen.messageId));
    const [messageId] = messageIds;
    if (isFree && messageId !== undefined) setScreen({ type: 'push', messageId });
  });

  useEffect(() => {
    forgetCode();
    const onHashChange = () => {
      const next = screenForAddress();
      if (next !== null) setScreen(next);
      forgetCode();
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);

  useEffect(() => {
    document.title = pending.length > 0 ? `(${pending.length}) Phone · Journeyman` : 'Phone · Journeyman';
  }, [pending.length]);

  const screenKey = JSON.stringify(screen);
  const shownKey = useRef(screenKey);
  useEffect(() => {
    if (shownKey.current === screenKey) return;
    shownKey.current = screenKey;
    const { activeElement } = document;
    // Focus follows the screen only when it was on the phone, or lost with the screen before.
    if (activeElement === document.body || body.current?.contains(activeElement)) {
      body.current?.querySelector<HTMLElement>('h2')?.focus();
    }
  }, [screenKey]);

  const open = useCallback((next: Screen) => setScreen(next), []);
  const close = useCallback(() => setScreen({ type: 'accounts' }), []);
  const account =
    screen.type === 'account' ? device.app.accounts.find(({ id }) => id === screen.accountId) : undefined;
  const notification =
    screen.type === 'push'
      ? device.app.notifications.find(({ messageId }) => messageId === screen.messageId)
      : undefined;
  const isHome = !account && !notification && screen.type !== 'add';

  return (
    <section className="handset" aria-label={device.name}>
      <div className="handset-status" aria-hidden="true">
        <time>{new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
        <span className="handset-notch" />
        <span className="handset-status-icons">
          {(device.areNotificationsOff || hasStaleToken(device)) && <BellIcon isOff size={14} />}
          <SignalIcon isOff={device.isOffline} />
        </span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape steps back from wherever the focus is on the phone */}
      <div
        className="handset-body"
        ref={body}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isHome) close();
        }}
      >
        {screen.type === 'add' && (
          <AddScreen
            key={screenKey}
            store={store}
            isOffline={device.isOffline}
            {...(screen.code !== undefined && { code: screen.code })}
            onClose={close}
          />
        )}
        {account && (
          <AccountScreen
            store={store}
            account={account}
            notifications={device.app.notifications}
            onOpen={open}
            onClose={close}
          />
        )}
        {notification && (
          <PushScreen
            key={notification.messageId}
            store={store}
            notification={notification}
            account={device.app.accounts.find(({ id }) => id === notification.accountId)}
            isOffline={device.isOffline}
            onClose={close}
          />
        )}
        {isHome && screen.type !== 'history' && (
          <AccountsScreen store={store} accounts={device.app.accounts} pending={pending} onOpen={open} />
        )}
        {isHome && screen.type === 'history' && (
          <HistoryScreen
            accounts={device.app.accounts}
            notifications={device.app.notifications}
            onOpen={open}
          />
        )}
      </div>
      {isHome && (
        <nav className="handset-tabs" aria-label="App">
          <Tab isCurrent={screen.type !== 'history'} onClick={close}>
            <AccountsIcon />
            Accounts
          </Tab>
          <Tab isCurrent={screen.type === 'history'} onClick={() => open({ type: 'history' })}>
            <HistoryIcon />
            History
          </Tab>
        </nav>
      )}
      <p className="visually-hidden" role="status">
        {pending.length > 0 &&
          `${pending.length} sign-in ${pending.length === 1 ? 'request waits' : 'requests wait'} on the phone.`}
      </p>
    </section>
  );
}

function Tab({
  isCurrent,
  onClick,
  children,
}: {
  readonly isCurrent: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" onClick={onClick} {...(isCurrent && { 'aria-current': 'page' as const })}>
      {children}
    </button>
  );
}

function screenForAddress(): Screen | null {
  const code = codeInFragment(location.hash);
  return code === null ? null : { type: 'add', code };
}

// The code holds a secret, which has no place in the history.
function forgetCode(): void {
  if (location.hash.startsWith('#uri=')) {
    history.replaceState(null, '', location.pathname + location.search);
  }
}
