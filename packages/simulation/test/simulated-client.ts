import type { Answer, Step } from '@journeyman/engine';
import { createSimulation, type Simulation } from '../src/run/simulation.ts';
import type { SimulationSetting, UserSetting } from '../src/run/simulation-setting.ts';
import type { SimulationStep } from '../src/run/snapshot.ts';
import { isForBrowser, untouched } from '../src/run/untouched.ts';
import { sampleJourneys } from './sample-journeys.ts';

/** The project's own journeys. */
export const journeys = sampleJourneys();
/** A user who has the phone. */
export const withPhone: UserSetting = {
  username: 'demo',
  devices: ['push'],
  recoveryCodes: ['code1', 'code2'],
};

/** A simulation of the project's own journeys. */
export function simulate(setting: Partial<SimulationSetting> = {}): Simulation {
  return createSimulation({ journeys, ...setting });
}

/** What is asked; throws where nothing is. */
export function asked({ asked: step }: Simulation): Step {
  if (step === null) throw new Error('The journey does not ask.');
  return step;
}

/** Fills in what is given by type of callback and leaves the rest as it came. */
export const filled = (simulation: Simulation, values: { readonly [type: string]: string | number }) =>
  untouched(asked(simulation)).map(
    (answer) => ({ ...answer, value: values[answer.type] ?? answer.value }) as Answer,
  );

/** Presses a button and leaves the rest as it came. */
export const press = (simulation: Simulation, option: number) =>
  simulation.answer(filled(simulation, { ConfirmationCallback: option }));

/** Starts a journey and gets past name, password and device profile. */
export async function signIn(simulation: Simulation, journey = 'PushLogin', password = 'Ch4ng31t!') {
  await simulation.start(journey);
  await simulation.answer(filled(simulation, { NameCallback: 'demo', PasswordCallback: password }));
  if (simulation.asked !== null && isForBrowser(simulation.asked)) {
    await simulation.answer(untouched(simulation.asked));
  }
}

/** The nodes that were left, with their outcomes. */
export const pathOf = (steps: readonly SimulationStep[]) =>
  steps.flatMap(({ passes }) =>
    passes.flatMap(({ displayName, page, result }) =>
      result.type === 'leaves' && page === undefined ? [`${displayName}: ${result.outcome}`] : [],
    ),
  );
