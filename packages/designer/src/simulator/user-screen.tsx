import './user-screen.css';
import type { Callback, SentCallback, Step } from '@journeyman/engine';
import { codeToScan, type SimulationEnd } from '@journeyman/simulation';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClockX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { t } from '../texts/t.ts';
import { answersOf, type Entered, filledInBy, personIn, recoveryCodesIn } from './answers.ts';
import { timeLeftMs } from './moments.ts';
import { QrCode } from './qr-code.tsx';
import { useSimulator } from './simulator-store.ts';
import { useCountdown } from './use-running-clock.ts';
import { perform } from './walking.ts';

/** What the user sees in the browser: what is asked, or how it ended. */
export function UserScreen() {
  const asked = useSimulator((state) => state.asked);
  const end = useSimulator(({ now }) => now?.run?.end ?? null);
  const askedAt = useSimulator(({ steps }) => steps.findLastIndex(({ result }) => result.status === 'asked'));
  const isLate = useSimulator(({ now }) => now?.run != null && timeLeftMs(now) === 0);
  return (
    <section className="sim-screen" aria-label={t('simulator.screen.title')}>
      {end !== null && <Ended end={end} />}
      {end === null && isLate && (
        <p className="sim-late" role="status">
          <IconClockX size={16} aria-hidden />
          {t('simulator.screen.late')}
        </p>
      )}
      {end === null && asked !== null && <Asked key={askedAt} step={asked} />}
    </section>
  );
}

function Asked({ step }: { readonly step: Step }) {
  const [entered, setEntered] = useState<Entered>({});
  const person = useSimulator(({ now }) =>
    now === null ? undefined : personIn(now.world, now.run?.execution.shared.username),
  );
  const isKnown = useSimulator(({ now }) => now?.run?.execution.shared.username !== undefined);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The field or button that was used is gone, and the focus with it.
    if (document.activeElement === document.body)
      form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  const { callbacks } = step;
  const own = person === undefined ? {} : filledInBy(person, step, isKnown);
  const isOffering = Object.keys(own).length > 0;
  const send = (more: Entered = {}) =>
    void perform({ type: 'answer', answers: answersOf(step, { ...entered, ...more }) });
  const hasButtons = callbacks.some(({ callback }) => callback.type === 'ConfirmationCallback');
  const isWaiting = callbacks.some(({ callback }) => callback.type === 'PollingWaitCallback');
  const code = codeToScan(step);
  return (
    <form
      ref={form}
      className="sim-form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWaiting || !hasButtons) send();
      }}
    >
      {step.header !== undefined && <h2>{step.header}</h2>}
      {step.description !== undefined && <p className="sim-description">{step.description}</p>}
      {callbacks.map((sent, index) => (
        <Shown
          // biome-ignore lint/suspicious/noArrayIndexKey: a step's callbacks never change their places.
          key={index}
          sent={sent}
          value={entered[index]}
          onChange={(value) => setEntered((before) => ({ ...before, [index]: value }))}
          onChoose={(option) => send({ [index]: option })}
        />
      ))}
      {code !== undefined && <QrCode text={code} label={t('simulator.screen.qr')} />}
      {!hasButtons && !isWaiting && (
        <button type="submit" className="button button-primary">
          {t('simulator.screen.submit')}
        </button>
      )}
      {isOffering && person !== undefined && (
        <button
          type="button"
          className="button button-quiet sim-fill"
          onClick={() => setEntered({ ...entered, ...own })}
        >
          {t('simulator.screen.fillIn', { name: person.username })}
        </button>
      )}
    </form>
  );
}

interface ShownProps {
  readonly sent: SentCallback;
  readonly value: string | number | undefined;
  readonly onChange: (value: string | number) => void;
  readonly onChoose: (option: number) => void;
}

/** One callback, as the sign-in page draws it. */
function Shown({ sent: { callback }, value, onChange, onChoose }: ShownProps) {
  switch (callback.type) {
    case 'NameCallback':
    case 'ValidatedCreateUsernameCallback':
      return (
        <Field callback={callback} type="text" value={value ?? callback.value ?? ''} onChange={onChange} />
      );
    case 'PasswordCallback':
    case 'ValidatedCreatePasswordCallback':
      return <Field callback={callback} type="password" value={value ?? ''} onChange={onChange} />;
    case 'ChoiceCallback':
      return (
        <label className="sim-field">
          {callback.prompt}
          <select
            className="select"
            value={value ?? callback.defaultChoice}
            onChange={({ target }) => onChange(Number(target.value))}
          >
            {callback.choices.map((choice, index) => (
              <option key={choice} value={index}>
                {choice}
              </option>
            ))}
          </select>
        </label>
      );
    case 'ConfirmationCallback':
      return (
        <div className="sim-options">
          {callback.options.map((option, index) => (
            <button
              key={option}
              type="button"
              className={
                callback.options.length > 1 && index === callback.defaultOption
                  ? 'button button-primary'
                  : 'button'
              }
              onClick={() => onChoose(index)}
            >
              {option}
            </button>
          ))}
        </div>
      );
    case 'TextOutputCallback':
      return callback.kind === 'script' ? (
        <RecoveryCodes script={callback.message} />
      ) : (
        <p className="sim-text" data-kind={callback.kind}>
          {callback.message}
        </p>
      );
    case 'PollingWaitCallback':
      return (
        <>
          <p className="sim-text">{callback.message}</p>
          <Countdown waitMs={callback.waitTimeMs} />
        </>
      );
    case 'HiddenValueCallback':
      return callback.id === 'pushChallengeNumber' ? (
        <p className="sim-number">
          <span className="visually-hidden">{t('simulator.screen.number')} </span>
          {callback.value}
        </p>
      ) : null;
    case 'DeviceProfileCallback':
      return callback.message === '' ? null : <p className="sim-text">{callback.message}</p>;
    case 'MetadataCallback':
      return null;
  }
}

function Countdown({ waitMs }: { readonly waitMs: number }) {
  const seconds = useCountdown((countdown) => countdown.seconds);
  return (
    <p className="sim-waiting">
      {seconds === null
        ? t('simulator.screen.willAsk', { seconds: waitMs / 1000 })
        : t('simulator.screen.asking', { seconds })}
    </p>
  );
}

interface FieldProps {
  readonly callback: Extract<Callback, { readonly prompt: string }>;
  readonly type: 'text' | 'password';
  readonly value: string | number;
  readonly onChange: (value: string) => void;
}

function Field({ callback, type, value, onChange }: FieldProps) {
  const id = useId();
  const failed = 'failedPolicies' in callback ? callback.failedPolicies : [];
  return (
    <div className="sim-field">
      <label htmlFor={id}>{callback.prompt}</label>
      <span className="field">
        <input
          id={id}
          type={type}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </span>
      {failed.map(({ policyRequirement }) => (
        <span key={policyRequirement} className="form-error">
          {policyRequirement}
        </span>
      ))}
    </div>
  );
}

function RecoveryCodes({ script }: { readonly script: string }) {
  const codes = recoveryCodesIn(script);
  if (codes.length === 0) return null;
  return (
    <section aria-label={t('simulator.screen.codes')}>
      <h2>{t('simulator.screen.codes')}</h2>
      <ul className="sim-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </section>
  );
}

function Ended({ end }: { readonly end: SimulationEnd }) {
  switch (end.status) {
    case 'success': {
      const { session, successUrl } = end;
      return (
        <End
          icon={<IconCircleCheck size={40} stroke={1.5} aria-hidden />}
          tone="good"
          title={t('simulator.screen.success')}
        >
          <p>
            {session === null
              ? t('simulator.screen.noSession')
              : t('simulator.screen.successAs', { name: session.username })}
          </p>
          {session !== null && (
            <p>{t('simulator.screen.level', { level: session.properties.AuthLevel ?? '0' })}</p>
          )}
          <p>{t('simulator.screen.leads', { url: successUrl })}</p>
        </End>
      );
    }
    case 'failure':
      return (
        <End
          icon={<IconCircleX size={40} stroke={1.5} aria-hidden />}
          tone="bad"
          title={t('simulator.screen.failure')}
        >
          <p>{end.message}</p>
          {end.failureUrl !== '' && <p>{t('simulator.screen.leads', { url: end.failureUrl })}</p>}
        </End>
      );
    case 'timeout':
      return (
        <End
          icon={<IconClockX size={40} stroke={1.5} aria-hidden />}
          tone="weak"
          title={t('simulator.screen.timeout')}
        >
          <p>{t('simulator.screen.timeoutText')}</p>
        </End>
      );
    case 'error':
      return (
        <End
          icon={<IconAlertTriangle size={40} stroke={1.5} aria-hidden />}
          tone="bad"
          title={t('simulator.screen.error')}
        >
          <p>{end.message}</p>
        </End>
      );
  }
}

interface EndProps {
  readonly icon: ReactNode;
  readonly tone: 'good' | 'bad' | 'weak';
  readonly title: string;
  readonly children: ReactNode;
}

function End({ icon, tone, title, children }: EndProps) {
  return (
    <div className="sim-end" data-tone={tone}>
      {icon}
      <h2>{title}</h2>
      {children}
    </div>
  );
}
