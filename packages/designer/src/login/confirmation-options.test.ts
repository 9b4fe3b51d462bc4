import { FRStep } from '@forgerock/javascript-sdk';
import { expect, it } from 'vitest';
import { allowEveryOption } from './confirmation-options.ts';

it('chooses the third option of a confirmation, which the SDK refuses', () => {
  const step = new FRStep({
    callbacks: [
      {
        type: 'ConfirmationCallback',
        output: [{ name: 'options', value: ['Register', 'Get the App', 'Skip'] }],
        input: [{ name: 'IDToken1', value: 0 }],
      },
    ],
  } as never);
  const [confirmation] = step.callbacks as never as [
    { setOptionIndex(index: number): void; getInputValue(): unknown },
  ];
  expect(() => confirmation.setOptionIndex(2)).toThrow();
  allowEveryOption(step.callbacks);
  confirmation.setOptionIndex(2);
  expect(confirmation.getInputValue()).toBe(2);
});
