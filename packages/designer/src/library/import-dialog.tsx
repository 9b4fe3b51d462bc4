import './import-dialog.css';
import type { CollectionFinding } from '@journeyman/node-schemas';
import { useEffect, useMemo, useState } from 'react';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { knowAllTypes, useKnownTypes } from '../editor/known-types.ts';
import { t } from '../texts/t.ts';
import { ErrorIcon, WarningIcon } from '../ui/icons.tsx';
import { type ChosenFiles, pastedPath } from './chosen-files.ts';
import { ImportChoice } from './import-choice.tsx';
import { type Decision, faultsOfDecisions, planImport, usualDecisions, writesOf } from './import-plan.ts';
import { readSource, realmsOf } from './import-source.ts';
import { ImportedJourney } from './imported-journey.tsx';
import { type NotWritten, toldFailure } from './library.ts';
import { openLibrary, showLibraryDialog, useLibrary } from './open-library.ts';
import { RealmChoice } from './realm-choice.tsx';

/** Shows what would come before anything is written, lets it be decided, then writes it. */
export function ImportDialog({ chosen: given }: { readonly chosen: ChosenFiles | null }) {
  const [chosen, setChosen] = useState(given);
  // What was pasted stays, so that it can be mended when it could not be read.
  const [text, setText] = useState(pastedIn(given));
  useEffect(() => void knowAllTypes(), []);
  return (
    <DialogFrame title={t('library.importing.title')} size="wide" onClose={() => showLibraryDialog(null)}>
      {chosen === null ? (
        <ImportChoice text={text} onText={setText} onChosen={setChosen} />
      ) : (
        <Summary chosen={chosen} onBack={() => setChosen(null)} />
      )}
    </DialogFrame>
  );
}

const pastedIn = (chosen: ChosenFiles | null): string =>
  chosen?.files.find(({ path }) => path === pastedPath)?.text ?? '';

function Summary({ chosen, onBack }: { readonly chosen: ChosenFiles; onBack(): void }) {
  const realms = useLibrary((library) => library.realms);
  const knownTypes = useKnownTypes(({ count }) => count);
  const source = useMemo(() => readSource(chosen), [chosen]);
  const origins = realmsOf(source);
  const [origin, setOrigin] = useState(origins[0] ?? '/');
  const likeOrigin = (from: string) => realms.find((each) => each.realm === from) ?? realms[0];
  const [realm, setRealm] = useState(likeOrigin(origin)?.realm ?? '/');
  const existing = realms.find((each) => each.realm === realm)?.journeys ?? [];
  const names = existing.map(({ name }) => name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a type is said to be changes once it is known
  const plan = useMemo(
    () =>
      planImport(
        source.journeys.filter((each) => each.realm === origin),
        existing,
      ),
    [source, origin, existing, knownTypes],
  );
  const [decided, setDecided] = useState<ReadonlyMap<string, Decision>>(new Map());
  const decisions = new Map([...usualDecisions(plan, names), ...decided]);
  const faults = faultsOfDecisions(decisions, names);
  const [notWritten, setNotWritten] = useState<readonly NotWritten[]>([]);
  const [isBusy, setBusy] = useState(false);
  const writes = writesOf(plan, decisions);
  const clashing = plan.journeys.filter(({ standing }) => standing.status === 'exists');

  const decide = (changes: readonly (readonly [string, Decision])[]) =>
    setDecided(new Map([...decided, ...changes]));
  const chooseRealm = (into: string) => {
    setRealm(into);
    setDecided(new Map());
  };

  const submit = async () => {
    setBusy(true);
    const failed = await openLibrary.getState().importAll(realm, writes);
    setBusy(false);
    setNotWritten(failed);
    if (failed.length === 0) showLibraryDialog(null);
  };

  return (
    <>
      <div className="dialog-body library-form">
        <Findings findings={source.findings} />
        {source.journeys.length === 0 && source.findings.length === 0 && (
          <p role="alert">{t('library.importing.nothing')}</p>
        )}
        {plan.journeys.length > 0 && (
          <>
            <p role="status">{t('library.importing.found', { count: plan.journeys.length })}</p>
            <div className="import-realms">
              {origins.length > 1 && (
                <RealmChoice
                  label={t('library.importing.from')}
                  realms={origins}
                  realm={origin}
                  onChange={(from) => {
                    setOrigin(from);
                    chooseRealm(likeOrigin(from)?.realm ?? realm);
                  }}
                />
              )}
              <RealmChoice
                label={t('library.importing.into')}
                realms={realms.map((each) => each.realm)}
                realm={realm}
                onChange={chooseRealm}
              />
            </div>
            {clashing.length > 1 && (
              <fieldset className="import-all">
                <legend>{t('library.importing.all')}</legend>
                {(['replace', 'keep'] as const).map((action) => (
                  <button
                    key={action}
                    type="button"
                    className="button"
                    onClick={() => decide(clashing.map(({ name }) => [name, { action }]))}
                  >
                    {t(`library.importing.${action}`)}
                  </button>
                ))}
              </fieldset>
            )}
            <ul className="import-list">
              {plan.journeys.map((planned) => (
                <ImportedJourney
                  key={planned.name}
                  planned={planned}
                  decision={decisions.get(planned.name) ?? { action: 'keep' }}
                  fault={faults.get(planned.name)}
                  taken={names}
                  onDecide={(decision) => decide([[planned.name, decision]])}
                />
              ))}
            </ul>
          </>
        )}
        {notWritten.map(({ name, reason }) => {
          const { key, values } = toldFailure(reason);
          return (
            <p key={name} role="alert" className="form-error">
              {t('library.importing.notWritten', { name, reason: t(key, values) })}
            </p>
          );
        })}
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onBack}>
          {t('library.importing.back')}
        </button>
        {plan.journeys.length > 0 && (
          <button
            type="button"
            className="button button-primary"
            disabled={isBusy || writes.length === 0 || faults.size > 0}
            onClick={() => void submit()}
          >
            {isBusy
              ? t('library.importing.busy')
              : writes.length === 0
                ? t('library.importing.submitNone')
                : t('library.importing.submit', { count: writes.length })}
          </button>
        )}
      </div>
    </>
  );
}

/** What could not be read, or is worth knowing, file by file. */
function Findings({ findings }: { readonly findings: readonly CollectionFinding[] }) {
  const places = [...new Set(findings.map(({ file, severity }) => `${severity} ${file}`))];
  return places.map((place) => {
    const found = findings.filter(({ file, severity }) => place === `${severity} ${file}`);
    const [first] = found;
    if (first === undefined) return null;
    const isError = first.severity === 'error';
    return (
      <div
        key={place}
        className={`notice notice-${isError ? 'danger' : 'warning'}`}
        role={isError ? 'alert' : undefined}
      >
        {isError ? <ErrorIcon /> : <WarningIcon />}
        <div>
          <strong>{first.file === pastedPath ? t('library.importing.clipboard') : first.file}</strong>
          <ul>
            {found.map(({ line, column, message }) => (
              <li key={`${line}:${column}:${message}`}>
                {t('library.importing.finding', { line, column, message })}
              </li>
            ))}
          </ul>
        </div>
      </div>
    );
  });
}
