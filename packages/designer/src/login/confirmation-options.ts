/** As much of the SDK's callbacks as is needed to choose an option. */
interface SdkCallback {
  getType(): string;
  setInputValue(value: unknown): void;
  setOptionIndex?(index: number): void;
}

/**
 * Lets every option of a confirmation be chosen. The SDK inside widget 1.3.0 takes the first two alone and throws for the
 * others, so that nothing would happen at a click on "Skip this step" or "Opt-out".
 */
export function allowEveryOption(callbacks: readonly SdkCallback[]): void {
  for (const callback of callbacks) {
    if (callback.getType() !== 'ConfirmationCallback') continue;
    callback.setOptionIndex = (index) => callback.setInputValue(index);
  }
}
