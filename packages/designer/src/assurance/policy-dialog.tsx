import './policy-dialog.css';
import type { JourneyPolicy, Policy, Problem, PushDemand } from '@journeyman/node-schemas';
import { type FormEvent, useState } from 'react';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import '../texts/assurance.ts';
import { t } from '../texts/t.ts';
import { AcceptedFindings } from './accepted-findings.tsx';
import { exceptionFor, withException } from './exception-for.ts';
import { draftOf } from './policy-draft.ts';
import { policyIn } from './security-findings.ts';
import { useSavedPolicy } from './use-saved-policy.ts';

interface PolicyDialogProps {
  /** A finding that is to be accepted with a reason. */
  readonly accept?: Problem;
  readonly onClose: () => void;
}

/** What the journey must prove, and which findings are accepted nevertheless. */
export function PolicyDialog({ accept, onClose }: PolicyDialogProps) {
  const stored = useEditor((state) => state.policy);
  const name = useEditor((state) => state.journey.name);
  const [{ policy, faults }] = useState(() => policyIn(stored));
  return (
    <DialogFrame title={t('assurance.policy.title', { journey: name })} size="wide" onClose={onClose}>
      {faults.length === 0 ? (
        <PolicyForm policy={policy} {...(accept && { accept })} onClose={onClose} />
      ) : (
        <div className="dialog-body policy-body">
          <p>{t('assurance.policy.unreadable')}</p>
          <ul>
            {faults.map(({ line, message }) => (
              <li key={message}>{t('assurance.policy.fault', { line, message })}</li>
            ))}
          </ul>
        </div>
      )}
    </DialogFrame>
  );
}

function PolicyForm({
  policy,
  accept,
  onClose,
}: PolicyDialogProps & { readonly policy: Policy | undefined }) {
  const store = useEditorStore();
  const { journey, isReadOnly } = store.getState();
  const [draft, setDraft] = useState(() => {
    const known = draftOf(policy, journey.name);
    const added = accept && exceptionFor(accept, journey);
    return added === undefined ? known : { ...known, exceptions: withException(known.exceptions, added) };
  });
  const { isSaving, message, save } = useSavedPolicy();
  const every = policy?.get('*');
  const isReasonMissing = draft.exceptions.some(({ reason }) => reason.trim() === '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReasonMissing && !isSaving && (await save(draft))) onClose();
  };
  return (
    <form className="policy-form" onSubmit={submit}>
      <fieldset className="dialog-body policy-body" disabled={isReadOnly}>
        <p className="muted">{t('assurance.policy.help')}</p>
        <label className="policy-demand">
          <span>{t('assurance.policy.factors')}</span>
          <select
            className="select"
            value={draft.factors ?? ''}
            onChange={({ target }) =>
              setDraft({ ...draft, factors: target.value === '' ? undefined : Number(target.value) })
            }
          >
            <option value="">{factorsOfEvery(every)}</option>
            {[1, 2, ...(draft.factors === 3 ? [3] : [])].map((count) => (
              <option key={count} value={count}>
                {t('assurance.policy.factorCount', { count })}
              </option>
            ))}
          </select>
        </label>
        <label className="policy-demand">
          <span>{t('assurance.policy.push')}</span>
          <select
            className="select"
            value={draft.push ?? ''}
            onChange={({ target }) =>
              setDraft({ ...draft, push: pushKinds.find((kind) => kind === target.value) })
            }
          >
            <option value="">{pushOfEvery(every)}</option>
            {pushKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`assurance.policy.pushKind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <AcceptedFindings
          exceptions={draft.exceptions}
          onChange={(exceptions) => setDraft({ ...draft, exceptions })}
        />
        {message !== null && (
          <p className="form-error" role="alert">
            {message}
          </p>
        )}
      </fieldset>
      <footer className="dialog-actions">
        {isReasonMissing && <p className="policy-hint muted">{t('assurance.policy.reasonMissing')}</p>}
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="submit"
          className="button button-primary"
          disabled={isReadOnly || isReasonMissing || isSaving}
        >
          {t('assurance.policy.save')}
        </button>
      </footer>
    </form>
  );
}

const pushKinds: readonly PushDemand[] = ['tap', 'number', 'six-digits'];

function factorsOfEvery(every: JourneyPolicy | undefined): string {
  const count = every?.factors;
  return count === undefined
    ? t('assurance.policy.noDemand')
    : t('assurance.policy.asEvery', { what: t('assurance.policy.factorCount', { count }) });
}

function pushOfEvery(every: JourneyPolicy | undefined): string {
  return every?.push === undefined
    ? t('assurance.policy.noDemand')
    : t('assurance.policy.asEvery', { what: t(`assurance.policy.pushKind.${every.push}`) });
}
