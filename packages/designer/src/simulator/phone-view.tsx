import './phone-view.css';
import type { PushNotification } from '@journeyman/authenticator';
import { type Act, codeToScan, pendingPush, type SimulatedWorld } from '@journeyman/simulation';
import {
  IconCircleCheck,
  IconCircleX,
  IconClockX,
  IconDeviceMobileOff,
  IconQrcode,
} from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { useSimulator } from './simulator-store.ts';
import { perform } from './walking.ts';

const act = (wanted: Act) => () => void perform(wanted);

/** The phone in the user's hand. */
export function PhoneView() {
  const world = useSimulator(({ now }) => now?.world ?? null);
  const hasCode = useSimulator(({ asked }) => codeToScan(asked) !== undefined);
  if (world === null) return null;
  return (
    <section className="sim-phone" data-off={!world.phone.isOn} aria-label={t('simulator.phone.title')}>
      <span className="sim-phone-speaker" aria-hidden />
      <PhoneScreen world={world} hasCode={hasCode} />
    </section>
  );
}

function PhoneScreen({ world, hasCode }: { readonly world: SimulatedWorld; readonly hasCode: boolean }) {
  const { isOn, state } = world.phone;
  if (!isOn) {
    return (
      <div className="sim-phone-still">
        <IconDeviceMobileOff size={32} stroke={1.5} aria-hidden />
        <p>{t('simulator.phone.off')}</p>
      </div>
    );
  }
  const push = pendingPush({ world });
  if (push !== undefined) return <Push push={push} world={world} />;
  const [last] = state.notifications;
  return (
    <div className="sim-phone-still">
      {state.accounts.length === 0 ? (
        <>
          <p className="sim-phone-title">{t('simulator.phone.noAccounts')}</p>
          <p className="muted">{t('simulator.phone.noAccountsText')}</p>
        </>
      ) : (
        <>
          <ul className="sim-accounts">
            {state.accounts.map(({ id, issuer, account }) => (
              <li key={id}>
                <strong>{issuer}</strong>
                <span className="muted">{account}</span>
              </li>
            ))}
          </ul>
          {last === undefined || hasCode ? (
            <p className="muted">{t('simulator.phone.nothing')}</p>
          ) : (
            <Answered push={last} />
          )}
        </>
      )}
      {hasCode && (
        <button type="button" className="button button-primary" onClick={act({ type: 'scan' })}>
          <IconQrcode size={16} aria-hidden />
          {t('simulator.phone.scan')}
        </button>
      )}
    </div>
  );
}

function Push({ push, world }: { readonly push: PushNotification; readonly world: SimulatedWorld }) {
  const account = world.phone.state.accounts.find(({ id }) => id === push.accountId);
  const seconds = Math.ceil((push.expiresAtMs - world.nowMs) / 1000);
  return (
    <div className="sim-push">
      <p className="sim-phone-title">{account?.issuer}</p>
      <p className="muted">{t('simulator.phone.now', { account: account?.account ?? '', seconds })}</p>
      <p className="sim-push-message">{push.message}</p>
      {push.type === 'challenge' ? (
        <fieldset className="sim-numbers">
          <legend>{t('simulator.phone.numbers')}</legend>
          {push.numbers.map((number) => (
            <button
              key={number}
              type="button"
              className="button"
              aria-label={t('simulator.phone.tap', { number })}
              onClick={act({ type: 'tap', number })}
            >
              {number}
            </button>
          ))}
        </fieldset>
      ) : (
        <button type="button" className="button button-primary" onClick={act({ type: 'approve' })}>
          {t('simulator.phone.approve')}
        </button>
      )}
      <button type="button" className="button button-quiet sim-deny" onClick={act({ type: 'deny' })}>
        {t('simulator.phone.deny')}
      </button>
    </div>
  );
}

function Answered({ push: { status } }: { readonly push: PushNotification }) {
  switch (status) {
    case 'approved':
      return (
        <p className="sim-phone-answer" data-tone="good">
          <IconCircleCheck size={28} stroke={1.5} aria-hidden />
          {t('simulator.phone.approved')}
        </p>
      );
    case 'denied':
      return (
        <p className="sim-phone-answer" data-tone="bad">
          <IconCircleX size={28} stroke={1.5} aria-hidden />
          {t('simulator.phone.denied')}
        </p>
      );
    case 'pending':
      return (
        <p className="sim-phone-answer" data-tone="weak">
          <IconClockX size={28} stroke={1.5} aria-hidden />
          {t('simulator.phone.expired')}
        </p>
      );
  }
}

/** All that can happen to the phone, as buttons; what cannot happen now is left out. */
export function PhoneActs() {
  const world = useSimulator(({ now }) => now?.world ?? null);
  const complaint = useSimulator((state) => state.complaint);
  const hasCode = useSimulator(({ asked }) => codeToScan(asked) !== undefined);
  if (world === null) return null;
  const { isOn, isReachable } = world.phone;
  const push = isOn ? pendingPush({ world }) : undefined;
  const isAwaited = Object.values(world.messages).some(
    ({ outcome, expiresAtMs }) => outcome.status === 'pending' && expiresAtMs >= world.nowMs,
  );
  const isChallenge = push?.type === 'challenge';
  return (
    <>
      <div className="sim-acts" role="toolbar" aria-label={t('simulator.phone.can')}>
        {hasCode && isOn && <ActButton title={t('simulator.phone.scan')} act={{ type: 'scan' }} />}
        {push !== undefined && !isChallenge && (
          <ActButton title={t('simulator.phone.approve')} act={{ type: 'approve' }} />
        )}
        {isChallenge && (
          <ActButton title={t('simulator.phone.right')} act={{ type: 'tap', number: 'right' }} />
        )}
        {isChallenge && (
          <ActButton title={t('simulator.phone.wrong')} act={{ type: 'tap', number: 'wrong' }} />
        )}
        {push !== undefined && <ActButton title={t('simulator.phone.deny')} act={{ type: 'deny' }} />}
        {isAwaited && <ActButton title={t('simulator.phone.expire')} act={{ type: 'let expire' }} />}
        <ActButton
          title={t(isOn ? 'simulator.phone.switchOff' : 'simulator.phone.switchOn')}
          act={{ type: 'switch phone', on: !isOn }}
        />
        <ActButton
          title={t(isReachable ? 'simulator.phone.disable' : 'simulator.phone.enable')}
          act={{ type: 'switch endpoint', on: !isReachable }}
        />
      </div>
      {complaint !== null && (
        <p className="form-error sim-complaint" role="alert">
          {complaint}
        </p>
      )}
    </>
  );
}

function ActButton({ title, act: wanted }: { readonly title: string; readonly act: Act }) {
  return (
    <button type="button" className="button" onClick={act(wanted)}>
      {title}
    </button>
  );
}
