import type { Answer, Callback, Step } from '@journeyman/engine';

/** What the simulated browser says of itself. */
const deviceProfile = JSON.stringify({
  identifier: 'simulated-browser',
  metadata: { platform: { platform: 'Simulation' }, browser: { userAgent: 'Journeyman simulation' } },
});

/** The answers of a client that sends a step back as it came; a browser fills in its device profile by itself. */
export function untouched({ callbacks }: Step): readonly Answer[] {
  return callbacks.map(({ callback }) => answerUntouched(callback));
}

/** Whether a step asks the browser alone and nobody needs to see it. */
export function isForBrowser({ callbacks }: Step): boolean {
  return callbacks.every(
    ({ callback: { type } }) => type === 'DeviceProfileCallback' || type === 'MetadataCallback',
  );
}

function answerUntouched(callback: Callback): Answer {
  const { type } = callback;
  switch (type) {
    case 'NameCallback':
      return { type, value: callback.value ?? '' };
    case 'PasswordCallback':
      return { type, value: '' };
    case 'ChoiceCallback':
      return { type, value: callback.defaultChoice };
    case 'ConfirmationCallback':
      return { type, value: callback.selected };
    case 'HiddenValueCallback':
      return { type, value: undefined };
    case 'DeviceProfileCallback':
      return { type, value: deviceProfile };
    case 'ValidatedCreateUsernameCallback':
      return { type, value: { value: callback.value ?? '', validateOnly: false } };
    case 'ValidatedCreatePasswordCallback':
      return { type, value: { value: '', validateOnly: false } };
    case 'TextOutputCallback':
    case 'PollingWaitCallback':
    case 'MetadataCallback':
      return { type, value: null };
  }
}
