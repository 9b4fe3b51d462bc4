import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { signInByItself, useAdministrator } from './administrator-session.ts';
import { useWorkplace } from './workplace.ts';

const SignInAgain = later(async () => (await import('./sign-in-again.tsx')).SignInAgain);
const SignInForm = later(async () => (await import('./sign-in-form.tsx')).SignInForm);

/**
 * Shows its children once the designer may read journeys: on the demo at once, else after an administrator has signed in, or
 * when a folder on this computer is opened. When the session ends later, it asks over them, so that no edit is lost.
 */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const status = useAdministrator(({ session }) => session.status);
  const isServer = useWorkplace(({ kind }) => kind === 'server');
  const wasIn = useRef(false);
  useEffect(() => {
    if (useAdministrator.getState().session.status === 'unknown') void signInByItself();
  }, []);
  if (status === 'signed-in' || !isServer) wasIn.current = true;

  if (!wasIn.current) {
    return (
      <>
        <PageHeader current="/" />
        {status === 'unknown' ? (
          <p className="muted sign-in-checking" role="status">
            {t('files.checking')}
          </p>
        ) : (
          <main className="sign-in-page">
            <div className="card sign-in-card">
              <h1>{t('files.signIn.title')}</h1>
              <SignInForm />
            </div>
          </main>
        )}
      </>
    );
  }
  return (
    <>
      {children}
      {isServer && status === 'signed-out' && <SignInAgain />}
    </>
  );
}
