import { DialogFrame } from '../editor/dialog-frame.tsx';
import { t } from '../texts/t.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks for the administrator once more, over what was open when the session ended. */
export function SignInAgain() {
  return (
    <DialogFrame title={t('files.signIn.title')} onClose={() => {}}>
      <div className="dialog-body">
        <SignInForm isAgain />
      </div>
    </DialogFrame>
  );
}
