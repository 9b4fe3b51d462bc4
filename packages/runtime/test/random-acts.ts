import type { Answer, Step } from '@journeyman/engine';
import {
  type Act,
  codeToScan,
  type Faults,
  pendingPush,
  type Simulation,
  untouched,
} from '@journeyman/simulation';
import { answersTo } from '../../engine/src/random-journeys.builder.ts';

/** Faults of services; half of the time there are none. */
const faults: readonly Faults[] = [
  {},
  {},
  {},
  { directory: 'fails' },
  { devices: 'fails' },
  { pushMessages: 'fails' },
];

/** What happens next in a simulation, as the dice fall; most of it helps the user on. */
export function nextAct({ asked, now }: Simulation, roll: () => number): Act {
  if (roll() % 4 === 0) {
    return pick<Act>(
      [
        { type: 'let expire' },
        { type: 'switch endpoint', on: roll() % 2 === 0 },
        { type: 'wait', ms: pick([1, 30_000, 310_000], roll()) },
        { type: 'services', faults: pick(faults, roll()) },
      ],
      roll(),
    );
  }
  if (codeToScan(asked) !== undefined && roll() % 2 === 0) return { type: 'scan' };
  if (pendingPush(now) !== undefined && roll() % 2 === 0) {
    return pick<Act>(
      [
        { type: 'approve' },
        { type: 'deny' },
        { type: 'tap', number: 'right' },
        { type: 'tap', number: 'wrong' },
      ],
      roll(),
    );
  }
  const waits = asked?.callbacks.some(({ callback }) => callback.type === 'PollingWaitCallback') ?? false;
  if (waits && roll() % 2 === 0) return { type: 'poll' };
  const step = asked ?? { callbacks: [] };
  return { type: 'answer', answers: roll() % 3 === 0 ? answersTo(step, roll) : willingAnswersTo(step, roll) };
}

/** The answers of somebody who wants to get in. */
function willingAnswersTo(step: Step, roll: () => number): readonly Answer[] {
  return untouched(step).map((answer, at): Answer => {
    const callback = step.callbacks[at]?.callback;
    if (answer.type === 'NameCallback') return { ...answer, value: 'demo' };
    if (answer.type === 'PasswordCallback') return { ...answer, value: 'Ch4ng31t!' };
    if (callback?.type === 'ChoiceCallback')
      return { type: callback.type, value: roll() % callback.choices.length };
    if (callback?.type === 'ConfirmationCallback')
      return { type: callback.type, value: roll() % callback.options.length };
    return answer;
  });
}

function pick<Item>(items: readonly Item[], roll: number): Item {
  return items[roll % items.length] as Item;
}
