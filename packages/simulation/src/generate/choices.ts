import type { Answer, Callback, Step } from '@journeyman/engine';
import type { Act } from '../run/act.ts';
import { codeToScan, pendingPush } from '../run/phone-acts.ts';
import { askedIn, type Snapshot } from '../run/snapshot.ts';
import { untouched } from '../run/untouched.ts';
import { choicesOf } from '../scenarios/fill-in.ts';

const wrong = 'wrong';
const newPassword = 'An0ther-password';

/** What could be done next, likely things first: all that a step offers, each act of the phone, time that passes. */
export function choicesIn(snapshot: Snapshot): readonly Act[] {
  const asked = askedIn(snapshot);
  if (asked === null) return [];
  const isPolling = asked.callbacks.some(({ callback }) => callback.type === 'PollingWaitCallback');
  return [
    ...phoneActs(snapshot, asked),
    ...(isPolling ? [{ type: 'poll' } as const] : []),
    ...answersTo(asked, snapshot).map((answers): Act => ({ type: 'answer', answers })),
  ];
}

function phoneActs(snapshot: Snapshot, asked: Step): readonly Act[] {
  const { world } = snapshot;
  const push = pendingPush(snapshot);
  const isAwaited = Object.values(world.messages).some(
    ({ outcome, expiresAtMs }) => outcome.status === 'pending' && expiresAtMs >= world.nowMs,
  );
  const acts: Act[] = [];
  if (push !== undefined && world.phone.isOn) {
    if (push.type === 'challenge')
      acts.push({ type: 'tap', number: 'right' }, { type: 'tap', number: 'wrong' });
    else acts.push({ type: 'approve' });
    acts.push({ type: 'deny' });
  } else if (isAwaited && codeToScan(asked) !== undefined) {
    acts.push({ type: 'scan' });
  }
  return isAwaited ? [...acts, { type: 'let expire' }] : acts;
}

/** The right answer to everything, then answers that differ from it in one place. */
function answersTo(step: Step, snapshot: Snapshot): readonly (readonly Answer[])[] {
  const left = untouched(step);
  const candidates = step.callbacks.map(({ callback }) => candidatesFor(callback, snapshot));
  const passwords = step.callbacks.flatMap(({ callback }, index) =>
    callback.type === 'PasswordCallback' ? [index] : [],
  );
  // Of several, the first is the old one and the others are the new one, twice.
  for (const index of passwords.slice(1)) candidates[index] = [newPassword, wrong];
  const right = left.map((answer, index) => withValue(answer, candidates[index]?.[0]));
  const others = candidates.flatMap((values, index) =>
    values
      .slice(1)
      .map((value) => right.map((answer, at) => (at === index ? withValue(answer, value) : answer))),
  );
  return [right, ...others];
}

function candidatesFor(callback: Callback, { world, run }: Snapshot): (string | number)[] {
  const user = Object.values(world.users)[0];
  const isKnown = run?.execution.shared.username !== undefined;
  switch (callback.type) {
    case 'NameCallback':
    case 'ValidatedCreateUsernameCallback': {
      const codes = Object.values(user?.devices ?? {}).flatMap(({ recoveryCodes }) =>
        recoveryCodes.slice(0, 1),
      );
      return [...(isKnown ? codes : []), ...(isKnown || user === undefined ? [] : [user.username]), wrong];
    }
    case 'PasswordCallback':
    case 'ValidatedCreatePasswordCallback':
      return [user?.password ?? wrong, wrong];
    case 'ChoiceCallback':
    case 'ConfirmationCallback':
      return choicesOf(callback).map((_, index) => index);
    case 'TextOutputCallback':
    case 'HiddenValueCallback':
    case 'PollingWaitCallback':
    case 'DeviceProfileCallback':
    case 'MetadataCallback':
      return [];
  }
}

function withValue(answer: Answer, value: string | number | undefined): Answer {
  if (value === undefined) return answer;
  const isValidated =
    answer.type === 'ValidatedCreateUsernameCallback' || answer.type === 'ValidatedCreatePasswordCallback';
  return { type: answer.type, value: isValidated ? { value, validateOnly: false } : value } as Answer;
}
