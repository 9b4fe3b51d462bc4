import './sign-in-form.css';
import { type FormEvent, useState } from 'react';
import { t } from '../texts/t.ts';
import { signIn } from './administrator-session.ts';
import { canOpenFolder, openFolder } from './workplace.ts';

/** Signs an administrator in; once that is done, whatever waits for the session goes on. */
export function SignInForm({ isAgain = false }: { readonly isAgain?: boolean }) {
  const [state, setState] = useState<'idle' | 'busy' | 'denied' | 'unreachable'>('idle');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setState('busy');
    const signedIn = await signIn(String(form.get('username')), String(form.get('password')));
    setState(signedIn === 'signed-in' ? 'idle' : signedIn);
  };

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <p className="muted">{t(isAgain ? 'files.signIn.again' : 'files.signIn.why')}</p>
      <label>
        {t('files.signIn.username')}
        <span className="field">
          <input name="username" autoComplete="username" defaultValue="amadmin" required />
        </span>
      </label>
      <label>
        {t('files.signIn.password')}
        <span className="field">
          <input name="password" type="password" autoComplete="current-password" required />
        </span>
      </label>
      {(state === 'denied' || state === 'unreachable') && (
        <p role="alert" className="form-error">
          {t(`files.signIn.${state}`)}
        </p>
      )}
      <button type="submit" className="button button-primary" disabled={state === 'busy'}>
        {t(state === 'busy' ? 'files.signIn.busy' : 'files.signIn.submit')}
      </button>
      {canOpenFolder && (
        <button type="button" className="button button-quiet" onClick={() => void openFolder()}>
          {t('files.signIn.folder')}
        </button>
      )}
    </form>
  );
}
