import type { Account, AnswerResult, PushNotification } from '@journeyman/authenticator';
import { useEffect, useRef, useState } from 'react';
import { AccountTile } from './account-tile.tsx';
import { timeLeft } from './moments.ts';
import { ApprovedIcon, DeniedIcon, ExpiredIcon, FingerprintIcon } from './phone-icons.tsx';
import type { PhoneStore } from './phone-store.ts';
import { standingOf } from './push-standing.ts';
import { ScreenBar } from './screen-bar.tsx';
import { signInDetails } from './sign-in-details.ts';
import { answerFailureText } from './texts.ts';
import { useNow } from './use-now.ts';

/** A sign-in request: who asks, from where, for how long still, and the answer. */
export function PushScreen({
  store,
  notification,
  account,
  isOffline,
  onClose,
}: {
  readonly store: PhoneStore;
  readonly notification: PushNotification;
  readonly account: Account | undefined;
  readonly isOffline: boolean;
  readonly onClose: () => void;
}) {
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const now = useNow(250);
  const { messageId, type, message, numbers, context, sentAtMs, expiresAtMs } = notification;
  const standing = standingOf(notification, now);

  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (standing !== 'waiting' && document.activeElement === document.body) done.current?.focus();
  }, [standing]);

  // The buttons stay enabled while a request is under way: a disabled one would lose the focus.
  const send = async (request: () => Promise<AnswerResult>) => {
    if (isSending) return;
    setIsSending(true);
    setFailure(undefined);
    const result = await request();
    setIsSending(false);
    if (result.status !== 'answered') {
      setFailure(answerFailureText(result, { isOffline, pageOrigin: location.origin }));
    }
  };
  const approve = (number?: number) => void send(() => store.approve(messageId, number));
  const details = signInDetails(context);

  return (
    <>
      <ScreenBar title="Sign-in request" onBack={onClose} />
      <div className="push-who">
        <AccountTile account={account ?? { issuer: '?' }} size={48} />
        <p>
          <span className="account-issuer">{account?.issuer}</span>
          <span className="account-user">{account?.account}</span>
        </p>
        {standing === 'waiting' && (
          <span className="push-time" role="timer" aria-label="Time left">
            {timeLeft(expiresAtMs, now)}
          </span>
        )}
      </div>
      {standing === 'waiting' && (
        <progress
          className="push-progress"
          aria-hidden="true"
          max={expiresAtMs - sentAtMs}
          value={expiresAtMs - now}
        />
      )}
      <p className="push-message">{message}</p>
      {details.length > 0 && (
        <dl className="account-facts">
          {details.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {failure !== undefined && (
        <p className="screen-failure" role="alert">
          {failure}
        </p>
      )}
      {standing === 'waiting' ? (
        <div className="push-answers">
          {type === 'challenge' && (
            <fieldset className="push-numbers">
              <legend>Tap the number that the browser shows</legend>
              {numbers.map((number) => (
                <button
                  key={number}
                  type="button"
                  className="push-number"
                  aria-disabled={isSending}
                  onClick={() => approve(number)}
                >
                  {number}
                </button>
              ))}
            </fieldset>
          )}
          {type === 'biometric' && (
            <button type="button" className="push-finger" aria-disabled={isSending} onClick={() => approve()}>
              <FingerprintIcon size={56} />
              Touch to approve
            </button>
          )}
          {type === 'default' && (
            <button
              type="button"
              className="button button-primary push-answer"
              aria-disabled={isSending}
              onClick={() => approve()}
            >
              Approve
            </button>
          )}
          <button
            type="button"
            className="button push-answer push-deny"
            aria-disabled={isSending}
            onClick={() => void send(() => store.deny(messageId))}
          >
            Deny
          </button>
        </div>
      ) : (
        <div className={`push-result standing-${standing}`}>
          <p role="status">
            {standing === 'approved' && <ApprovedIcon size={56} />}
            {standing === 'denied' && <DeniedIcon size={56} />}
            {standing === 'expired' && <ExpiredIcon size={56} />}
            <span>{resultTexts[standing]}</span>
          </p>
          <button ref={done} type="button" className="button push-answer" onClick={onClose}>
            Done
          </button>
        </div>
      )}
    </>
  );
}

const resultTexts = {
  approved: 'Approved',
  denied: 'Denied',
  expired: 'Expired without an answer',
} as const;
