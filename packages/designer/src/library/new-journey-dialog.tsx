import { useState } from 'react';
import { journeyAddress } from '../editor/address.ts';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { navigate } from '../editor/navigation.ts';
import { t } from '../texts/t.ts';
import { freeName } from './free-name.ts';
import { toldFailure } from './library.ts';
import { faultOfNewName } from './name-dialog.tsx';
import { NameField } from './name-field.tsx';
import { openLibrary, showLibraryDialog, useLibrary } from './open-library.ts';
import { RealmChoice } from './realm-choice.tsx';
import { startedJourney, starters } from './starters.ts';

/** Asks for the name of a new journey and what it begins with, makes it and opens it. */
export function NewJourneyDialog({ realm: given }: { readonly realm: string }) {
  const [realm, setRealm] = useState(given);
  const realms = useLibrary((library) => library.realms);
  const names = (realms.find((each) => each.realm === realm)?.journeys ?? []).map((journey) => journey.name);
  const [starterId, setStarterId] = useState(starters[0]?.id);
  const [name, setName] = useState(() => freeName('NewJourney', names));
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const wanted = name.trim();
  const fault = faultOfNewName(wanted, names);

  const submit = async () => {
    const starter = starters.find(({ id }) => id === starterId);
    if (fault !== undefined || starter === undefined) return;
    setBusy(true);
    const done = await openLibrary.getState().create(realm, wanted, startedJourney(starter, wanted));
    setBusy(false);
    if (done.status === 'done') {
      showLibraryDialog(null);
      navigate(journeyAddress(realm, wanted));
    } else {
      const { key, values } = toldFailure(done.reason);
      setFailure(t(key, values));
    }
  };

  return (
    <DialogFrame title={t('library.newTitle')} onClose={() => showLibraryDialog(null)}>
      <form
        className="library-dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="dialog-body library-form">
          <NameField name={name} fault={failure || fault} onChange={setName} />
          <RealmChoice
            label={t('library.realm')}
            realms={realms.map((each) => each.realm)}
            realm={realm}
            onChange={setRealm}
          />
          <fieldset className="starters">
            <legend>{t('library.startWith')}</legend>
            {starters.map(({ id }) => (
              <label key={id} className="starter">
                <input
                  type="radio"
                  name="starter"
                  checked={id === starterId}
                  onChange={() => setStarterId(id)}
                />
                <span>
                  <strong>{t(`library.starter.${id}.title`)}</strong>
                  <small>{t(`library.starter.${id}.text`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
        </div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => showLibraryDialog(null)}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-primary" disabled={isBusy || fault !== undefined}>
            {t('library.create')}
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}
