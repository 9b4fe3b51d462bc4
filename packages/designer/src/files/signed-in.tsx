import { type ReactNode, useEffect, useRef } from 'react';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { t } from '../texts/t.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { signInByItself, useAdministrator } from './administrator-session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useWorkplace } from './workplace.ts';

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
      {isServer && status === 'signed-out' && (
        <DialogFrame title={t('files.signIn.title')} onClose={() => {}}>
          <div className="dialog-body">
            <SignInForm isAgain />
          </div>
        </DialogFrame>
      )}
    </>
  );
}
