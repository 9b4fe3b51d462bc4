/** As much of a callback as is needed to find a registration code in it. */
export interface StepCallback {
  readonly type: string;
  readonly output?: readonly { readonly name: string; readonly value: unknown }[];
}

const codeSchemes = ['pushauth://', 'otpauth://', 'mfauth://'];

/** What a step's QR code holds. */
export interface PhoneCode {
  readonly uri: string;
  /** The step's own words to the visitor; the widget leaves them out. Empty when it has none. */
  readonly message: string;
}

function outputOf(callback: StepCallback | undefined, wanted: string): unknown {
  return callback?.output?.find(({ name }) => name === wanted)?.value;
}

/** The step's QR code, from its hidden value; undefined when the step shows none. */
export function phoneCodeIn(callbacks: readonly StepCallback[]): PhoneCode | undefined {
  for (const callback of callbacks) {
    if (callback.type !== 'HiddenValueCallback') continue;
    const uri = outputOf(callback, 'value');
    if (typeof uri === 'string' && codeSchemes.some((scheme) => uri.startsWith(scheme))) {
      // Message type 4 is a script for browsers without the widget.
      const words = callbacks.find(
        (other) => other.type === 'TextOutputCallback' && String(outputOf(other, 'messageType')) !== '4',
      );
      return { uri, message: String(outputOf(words, 'message') ?? '') };
    }
  }
  return undefined;
}

/** How long the step asks to wait before it is sent again, in milliseconds; undefined when it does not poll. */
export function pollingWaitIn(callbacks: readonly StepCallback[]): number | undefined {
  const polling = callbacks.find(({ type }) => type === 'PollingWaitCallback');
  const waitTime = Number(outputOf(polling, 'waitTime'));
  return polling === undefined || Number.isNaN(waitTime) ? undefined : waitTime;
}

/** The phone page's address that opens a registration code. The code is in the fragment, so no server sees it. */
export function phoneAddress(code: string): string {
  return `/phone#uri=${encodeURIComponent(code)}`;
}
