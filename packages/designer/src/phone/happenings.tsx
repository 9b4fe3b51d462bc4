import './happenings.css';
import type { Platform } from '@journeyman/authenticator';
import { type ReactNode, useState } from 'react';
import { WarningIcon } from '../ui/icons.tsx';
import { hasStaleToken } from './device.ts';
import type { PhoneStore, Snapshot } from './phone-store.ts';

/** What can happen to the phone, and what it did. */
export function Happenings({ store, snapshot }: { readonly store: PhoneStore; readonly snapshot: Snapshot }) {
  const { device, activity, undoable } = snapshot;
  const isStale = hasStaleToken(device);
  return (
    <aside className="happenings" aria-label="Around the phone">
      <section className="card" aria-labelledby="happenings-title">
        <h2 id="happenings-title">What happens to the phone</h2>
        <Switch label="Offline" isOn={device.isOffline} onChange={(isOn) => store.setOffline(isOn)}>
          Pushes wait at the server; answers do not get through.
        </Switch>
        <Switch
          label="Notifications off"
          isOn={device.areNotificationsOff}
          onChange={(isOn) => void store.setNotificationsOff(isOn)}
        >
          The delivery service disables the endpoint, so the server cannot send.
        </Switch>
        <div className="happening">
          <div>
            <h3>Restored from backup</h3>
            <p className="muted">
              The accounts come along, but the phone has a new token and the old one is dead.
            </p>
          </div>
          <button type="button" className="button" onClick={() => void store.restoreFromBackup()}>
            Restore
          </button>
          {isStale && (
            <div className="happening-stale">
              <WarningIcon />
              <p>The app does not know its new token yet and receives nothing.</p>
              <button type="button" className="button" onClick={() => void store.noticeToken()}>
                App notices: refresh token
              </button>
            </div>
          )}
        </div>
        <NewPhone store={store} platform={device.platform} />
      </section>
      {undoable !== null && (
        <div className="card undo" role="status">
          <span>{undoable}.</span>
          <button type="button" className="button" onClick={() => store.undo()}>
            Undo
          </button>
        </div>
      )}
      <section className="card" aria-labelledby="activity-title">
        <h2 id="activity-title">What it did</h2>
        {activity.length === 0 ? (
          <p className="muted">Nothing since the page was opened.</p>
        ) : (
          <ol className="activity">
            {activity.map(({ id, atMs, text }) => (
              <li key={id}>
                <time dateTime={new Date(atMs).toISOString()}>
                  {new Date(atMs).toLocaleTimeString([], { hour12: false })}
                </time>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </aside>
  );
}

function Switch({
  label,
  isOn,
  onChange,
  children,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="happening">
      <span>
        <span className="happening-name">{label}</span>
        <span className="muted">{children}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        className="switch"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}

function NewPhone({ store, platform }: { readonly store: PhoneStore; readonly platform: Platform }) {
  const [chosen, setChosen] = useState(platform);
  return (
    <div className="happening">
      <div>
        <h3>A new phone</h3>
        <fieldset className="platforms">
          <legend className="visually-hidden">The new phone is</legend>
          {platforms.map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="platform"
                value={value}
                checked={chosen === value}
                onChange={() => setChosen(value)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      <button type="button" className="button" onClick={() => store.reset(chosen)}>
        Reset phone
      </button>
    </div>
  );
}

const platforms: readonly (readonly [Platform, string])[] = [
  ['android', 'Android'],
  ['ios', 'iPhone'],
];
