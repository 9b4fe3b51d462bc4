import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('makes changes one after the other, and goes on after one that fails', async () => {
  const takeTurn = inTurn();
  const steps: string[] = [];
  const change = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    return name;
  };
  const failing = takeTurn(async () => {
    await change('first')();
    throw new Error('broken');
  });
  const second = takeTurn(change('second'));
  const third = takeTurn(change('third'));
  await expect(failing).rejects.toThrow('broken');
  expect(await Promise.all([second, third])).toEqual(['second', 'third']);
  expect(steps).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
