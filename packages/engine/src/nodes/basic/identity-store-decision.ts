import type { ConfigOf, identityStoreDecisionNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeResult, type NodeRun, send } from '../../behaviour.ts';
import { type Answer, answerTo, type TextKind } from '../../callbacks.ts';
import type { PasswordStatus } from '../../services.ts';

type Config = ConfigOf<typeof identityStoreDecisionNode>;

const lockedOut = goTo('LOCKED', { errorMessage: 'User Locked Out.' });
const loginFailure = goTo('FALSE', { errorMessage: 'Login failure' });

/**
 * Identity Store Decision. Checks the password on its first run; when that has to be changed, every further run is a page of
 * old password, new password and confirmation, until the new one is taken or the user cancels.
 */
export const identityStoreDecision: Behaviour<typeof identityStoreDecisionNode> = async (run) => {
  const username = run.state.get('username') ?? '';
  const pressed = answerTo(run.answers, 'ConfirmationCallback');
  if (pressed !== undefined && pressed !== submit) return goTo('CANCELLED');
  if (username.trim() === '') return loginFailure;

  const status = pressed === undefined ? await checkPassword(run, username) : 'mustChange';
  // Looked up even for a name that nobody has, so that the time it takes tells nothing.
  const identity = await run.services.directory.find(username);
  if (identity === null || status === 'unknown') return loginFailure;
  if (!identity.active) return lockedOut;
  const name = run.config.useUniversalIdForUsername ? identity.username : username;
  return pressed === undefined ? afterLogin(run, status, name) : changePassword(run, name);
};

async function checkPassword(run: NodeRun<Config>, username: string): Promise<PasswordStatus> {
  const password = run.state.get('password') ?? '';
  if (password.trim() === '') return 'invalid';
  return (await run.services.directory.authenticate(username, password)).status;
}

function afterLogin(run: NodeRun<Config>, status: PasswordStatus, username: string) {
  switch (status) {
    case 'valid':
      run.state.put('shared', 'username', username);
      return goTo('TRUE', { identified: username });
    case 'mustChange':
      run.state.put('shared', 'username', username);
      return askForNewPassword(run, 'information', 'Password must be reset.');
    case 'expired':
      return goTo('EXPIRED');
    case 'invalid':
    case 'unknown':
      return loginFailure;
  }
}

async function changePassword(run: NodeRun<Config>, username: string): Promise<NodeResult<'TRUE'>> {
  const [old = '', chosen = '', confirmed = ''] = run.answers.filter(isPassword).map(({ value }) => value);
  const fault = faultIn({ old, chosen, confirmed, username }, run.config.minimumPasswordLength);
  if (fault !== undefined) return askForNewPassword(run, 'error', fault);
  const { status } = await run.services.directory.changePassword(username, old, chosen);
  switch (status) {
    case 'changed':
      run.state.put('transient', 'password', chosen);
      return goTo('TRUE', { identified: username });
    case 'invalid':
      return askForNewPassword(run, 'error', 'The password you entered is invalid.');
    case 'refused':
      return askForNewPassword(run, 'error', 'New password does not meet the password policy requirements.');
  }
}

const isPassword = (answer: Answer) => answer.type === 'PasswordCallback';

/** What is wrong with an entry before the store is asked, in AM's order and words. */
function faultIn(
  entry: {
    readonly old: string;
    readonly chosen: string;
    readonly confirmed: string;
    readonly username: string;
  },
  minimumLength: number,
): string | undefined {
  const { old, chosen, confirmed, username } = entry;
  if (chosen === '' || chosen.length < minimumLength) return 'New password is too short.';
  if (chosen === old) return 'The password must be different. Try again.';
  if (chosen !== confirmed) return 'The password and the confirm password do not match.';
  if (chosen === username) return 'Username and password must be different. Try again.';
  return undefined;
}

const submit = 0;

function askForNewPassword(
  { config }: NodeRun<Config>,
  kind: Exclude<TextKind, 'script'>,
  message: string,
): NodeResult<never> {
  return send(
    {
      type: 'TextOutputCallback',
      message: config.mixedCaseForPasswordChangeMessages ? message : message.toUpperCase(),
      kind,
    },
    { type: 'PasswordCallback', prompt: 'Old Password' },
    { type: 'PasswordCallback', prompt: 'New Password' },
    { type: 'PasswordCallback', prompt: 'Confirm Password' },
    // AM passes an option type where the kind belongs, and clients have come to know the 2 on the wire, which says error.
    {
      type: 'ConfirmationCallback',
      kind: 'error',
      options: ['SUBMIT', 'CANCEL'],
      defaultOption: 1,
      selected: submit,
    },
  );
}
