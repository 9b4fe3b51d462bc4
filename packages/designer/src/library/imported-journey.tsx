import { nodeTypeOf } from '@journeyman/node-schemas';
import type { ReactNode } from 'react';
import { t } from '../texts/t.ts';
import { WarningIcon } from '../ui/icons.tsx';
import { pastedPath } from './chosen-files.ts';
import { freeName } from './free-name.ts';
import {
  canGetNewIds,
  type Decision,
  type faultsOfDecisions,
  getsNewIds,
  type PlannedJourney,
  sharersIf,
} from './import-plan.ts';

interface ImportedJourneyProps {
  readonly planned: PlannedJourney;
  readonly decision: Decision;
  readonly fault: ReturnType<ReturnType<typeof faultsOfDecisions>['get']>;
  /** The names that the realm has. */
  readonly taken: readonly string[];
  onDecide(decision: Decision): void;
}

/** A journey that would be imported: what it is, what is missing, and what is to be done with it. */
export function ImportedJourney({ planned, decision, fault, taken, onDecide }: ImportedJourneyProps) {
  const { name, description, nodeIds, shape, carried, innerJourneys, missingJourneys, standing } = planned;
  const { unknownTypes, designOnlyTypes, secrets } = planned;
  const present = innerJourneys.filter((inner) => !missingJourneys.includes(inner));
  const sharers = sharersIf(planned, decision);
  const newName = decision.action === 'rename' ? decision.newName : name;
  return (
    <li className="import-item">
      <div className="import-head">
        <h3>{name}</h3>
        <span className={standing.status === 'new' ? 'badge badge-accent' : 'badge'}>
          {t(`library.importing.${standing.status}`)}
        </span>
        <span className="muted">
          {t('library.importing.nodes', { count: nodeIds.length })} · {t(`library.importing.shape.${shape}`)}
        </span>
        <select
          className="select import-action"
          aria-label={t('library.importing.action', { name })}
          value={decision.action}
          onChange={(event) => onDecide(decisionOf(event.target.value, freeName(name, taken)))}
        >
          {actionsFor(planned).map((action) => (
            <option key={action} value={action}>
              {t(`library.importing.${action}`)}
            </option>
          ))}
        </select>
      </div>
      {description !== '' && <p className="muted">{description}</p>}
      {decision.action === 'rename' && (
        <span className="field">
          <input
            aria-label={t('library.importing.newName', { name })}
            aria-invalid={fault !== undefined}
            value={newName}
            spellCheck={false}
            onChange={(event) => onDecide({ ...decision, newName: event.target.value })}
          />
        </span>
      )}
      {fault !== undefined && (
        <p className="form-error" role="status">
          {fault.reason === 'taken' ? t('library.name.taken', { name: newName.trim() }) : fault.message}
        </p>
      )}
      {sharers.length > 0 && decision.action !== 'keep' && (
        <>
          <Warning>
            {t('library.importing.shares', {
              list: sharers
                .map((sharer) =>
                  t('library.importing.sharesWith', { name: sharer.name, count: sharer.count }),
                )
                .join(', '),
            })}
          </Warning>
          {canGetNewIds(planned) && (
            <label className="import-new-ids">
              <input
                type="checkbox"
                checked={getsNewIds(planned, decision)}
                onChange={(event) => onDecide({ ...decision, hasNewIds: event.target.checked })}
              />
              {t('library.importing.newIds')}
            </label>
          )}
        </>
      )}
      {present.length > 0 && (
        <p className="muted">{t('library.importing.enters', { names: present.join(', ') })}</p>
      )}
      {missingJourneys.length > 0 && (
        <Warning>
          {t('library.importing.missing', {
            names: missingJourneys.join(', '),
            count: missingJourneys.length,
          })}
        </Warning>
      )}
      {unknownTypes.length > 0 && (
        <Warning>{t('library.importing.unknown', { types: unknownTypes.join(', ') })}</Warning>
      )}
      {secrets.length > 0 && (
        <details className="journey-problems">
          <summary className="journey-problem-count journey-problem-warning">
            <WarningIcon /> {t('library.importing.secrets', { count: secrets.length })}
          </summary>
          <ul>
            {secrets.map(({ file, line, message }) => (
              <li key={`${file}:${line}:${message}`}>
                {t('library.importing.secret', { place: placeOf(file, line), message })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {designOnlyTypes.length > 0 && (
        <p className="muted">
          {t('library.importing.designOnly', {
            types: designOnlyTypes.map((type) => nodeTypeOf(type)?.name ?? type).join(', '),
          })}
        </p>
      )}
      {carried.length > 0 && (
        <p className="muted">
          {t('library.importing.carried', {
            list: carried
              .map(({ kind, count }) => t(`library.importing.carriedKind.${kind}`, { count }))
              .join(', '),
          })}
        </p>
      )}
    </li>
  );
}

const placeOf = (file: string, line: number): string =>
  file === pastedPath ? t('library.importing.line', { line }) : t('library.importing.lineOf', { file, line });

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p className="import-warning">
      <WarningIcon />
      <span>{children}</span>
    </p>
  );
}

function actionsFor({ standing }: PlannedJourney): readonly Decision['action'][] {
  switch (standing.status) {
    case 'new':
      return ['create', 'rename', 'keep'];
    case 'exists':
      return ['rename', 'replace', 'keep'];
    case 'same':
    case 'unusable':
      return ['rename', 'keep'];
  }
}

function decisionOf(action: string, newName: string): Decision {
  if (action === 'rename') return { action, newName };
  return { action: action === 'replace' || action === 'create' ? action : 'keep' };
}
