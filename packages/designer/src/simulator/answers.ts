import type { Answer, Callback, Step } from '@journeyman/engine';
import { type SimulatedUser, type SimulatedWorld, untouched } from '@journeyman/simulation';

/** What a person has entered or chosen so far, by the index of the callback. */
export type Entered = Readonly<Record<number, string | number>>;

/** What a step is answered with: what was entered, and for the rest what an untouched step says. */
export function answersOf(step: Step, entered: Entered): readonly Answer[] {
  return untouched(step).map((answer, index) => {
    const value = entered[index];
    return value === undefined ? answer : withValue(answer, value);
  });
}

function withValue(answer: Answer, value: string | number): Answer {
  const { type } = answer;
  switch (type) {
    case 'NameCallback':
    case 'PasswordCallback':
    case 'HiddenValueCallback':
    case 'DeviceProfileCallback':
      return { type, value: String(value) };
    case 'ChoiceCallback':
    case 'ConfirmationCallback':
      return { type, value: Number(value) };
    case 'ValidatedCreateUsernameCallback':
    case 'ValidatedCreatePasswordCallback':
      return { type, value: { value: String(value), validateOnly: false } };
    case 'TextOutputCallback':
    case 'PollingWaitCallback':
    case 'MetadataCallback':
      return answer;
  }
}

/** What a made-up person would enter; nothing for a step that asks for nothing that the person knows. */
export function filledInBy(user: SimulatedUser, step: Step, isKnown: boolean): Entered {
  return Object.fromEntries(
    step.callbacks.flatMap(({ callback }, index) => {
      const value = knownTo(user, callback, isKnown);
      return value === undefined ? [] : [[index, value]];
    }),
  );
}

/** Once it is known who signs in, what is asked for in clear is a recovery code. */
function knownTo(user: SimulatedUser, { type }: Callback, isKnown: boolean): string | undefined {
  if (type === 'PasswordCallback') return user.password;
  if (type === 'ValidatedCreateUsernameCallback') return user.username;
  if (type !== 'NameCallback') return undefined;
  return isKnown
    ? Object.values(user.devices).flatMap(({ recoveryCodes }) => recoveryCodes)[0]
    : user.username;
}

/** The made-up person who is signing in, or would. */
export function personIn({ users }: SimulatedWorld, username: unknown): SimulatedUser | undefined {
  const all = Object.values(users);
  return all.find((user) => user.username === username) ?? all[0];
}

/** The recovery codes that a script shows: client SDKs read them from it in the same manner. */
export function recoveryCodesIn(script: string): readonly string[] {
  if (!script.includes('Recovery Codes')) return [];
  return [...script.matchAll(/\s"(\S+?)\\n"/g)].map(([, code]) => code ?? '');
}
