import type { NodePass } from '@journeyman/engine';
import type { Journey, Position } from '@journeyman/node-schemas';
import type { Act } from '../run/act.ts';
import { createSimulation, type Simulation } from '../run/simulation.ts';
import { askedIn, type SimulationStep, type Snapshot } from '../run/snapshot.ts';
import { isForBrowser, untouched } from '../run/untouched.ts';
import { userNamed } from '../world/simulated-world.ts';
import { msOf } from './duration.ts';
import { detour, hindrance, type Standing, unmet } from './expectations.ts';
import { type Asked, fillIn } from './fill-in.ts';
import { settingOf } from './given.ts';
import { nodesWithin } from './known-nodes.ts';
import { phoneActOf } from './phone-words.ts';
import type { Scenario } from './scenario.ts';
import type { StepWords } from './scenario-schema.ts';
import { simulatedStanding } from './simulated-standing.ts';
import { loopAtEnd, wayOf } from './way.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** More requests than a client makes without its user; whoever needs more goes round in a loop. */
const requestLimit = 500;

/** What came of a scenario. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  /** None: it has passed. Steps are given up at the first; of the expectations at the end each is told. */
  readonly failures: readonly ScenarioFailure[];
  readonly steps: readonly SimulationStep[];
}

/** What is not as the scenario says, and where in its file. */
export interface ScenarioFailure {
  readonly at: Position;
  readonly message: string;
}

/** Runs a scenario in a world of its own. */
export async function runScenario(
  scenario: Scenario,
  journeys: ReadonlyMap<string, Journey>,
): Promise<ScenarioResult> {
  const simulation = createSimulation(settingOf(scenario.given, journeys));
  const failures = await new Rehearsal(scenario, simulation, journeys).failures();
  return { scenario, failures, steps: simulation.steps };
}

class Rehearsal {
  readonly #scenario: Scenario;
  readonly #simulation: Simulation;
  readonly #journeys: ReadonlyMap<string, Journey>;
  /** For each step of the simulation: the step of the scenario that it belongs to; 0: the start. */
  readonly #belongs: number[] = [];
  #expectedBefore = 0;

  constructor(scenario: Scenario, simulation: Simulation, journeys: ReadonlyMap<string, Journey>) {
    this.#scenario = scenario;
    this.#simulation = simulation;
    this.#journeys = journeys;
  }

  async failures(): Promise<readonly ScenarioFailure[]> {
    const { journey, steps, expect, at } = this.#scenario;
    const broken = await this.#act({ type: 'start', journey }, 0, steps[0]?.does);
    if (broken !== undefined) return [{ at, message: broken }];
    for (const [index, { at: place, does }] of steps.entries()) {
      const fault = await this.#do(does, index + 1, steps[index + 1]?.does);
      if (fault !== undefined) return [{ at: place, message: `Step ${index + 1}: ${fault}` }];
    }
    return unmet(expect, this.#standing(0)).map((message) => ({ at, message }));
  }

  async #do(does: StepWords, number: number, next: StepWords | undefined): Promise<string | undefined> {
    const act = (wanted: Act) => this.#act(wanted, number, next);
    if (does === 'submit') return this.#send({}, undefined, number, next);
    if (does === 'poll') return act({ type: 'poll' });
    if (does === 'keep polling') return this.#poll(Infinity, number, next);
    const { enter, choose, phone, wait, poll, services, expect } = does;
    if (enter !== undefined || choose !== undefined) return this.#send(enter ?? {}, choose, number, next);
    if (phone !== undefined) return act(phoneActOf(phone));
    if (wait !== undefined) return act({ type: 'wait', ms: msOf(wait) });
    if (services !== undefined) return act({ type: 'services', faults: services } as Act);
    if (expect !== undefined) {
      const faults = unmet(expect, this.#standing(this.#expectedBefore));
      this.#expectedBefore = this.#simulation.steps.length;
      const path = expect.path === undefined ? this.#scenario.expect.path : undefined;
      return faults.length === 0 ? undefined : [...faults, ...detour(path, this.#standing(0))].join(' ');
    }
    return this.#poll(poll ?? 0, number, next);
  }

  #send(
    entered: Readonly<Record<string, string>>,
    chosen: string | undefined,
    number: number,
    next: StepWords | undefined,
  ): Promise<string | undefined> | string {
    const { now } = this.#simulation;
    const filled = fillIn(askedOf(now, this.#journeys), entered, chosen);
    return 'fault' in filled
      ? this.#hindrance(filled.fault)
      : this.#act({ type: 'answer', answers: filled.answers }, number, next);
  }

  /** Infinity: as often as the step tells the client to, and once at least. */
  async #poll(times: number, number: number, next: StepWords | undefined): Promise<string | undefined> {
    const isPolling = () =>
      this.#simulation.asked?.callbacks.some(({ callback }) => callback.type === 'PollingWaitCallback') ??
      false;
    for (let time = 0; time < times; time += 1) {
      if (times === Infinity && time > 0 && !isPolling()) return undefined;
      if (time === requestLimit) return `The journey never ends: ${this.#loop()} while the client polls.`;
      const fault = await this.#act({ type: 'poll' }, number, next);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  /** Does it, and what a browser does by itself thereafter unless the next step enters that. */
  async #act(act: Act, number: number, next: StepWords | undefined): Promise<string | undefined> {
    const entersItself =
      typeof next === 'object' && next.enter !== undefined && 'DeviceProfileCallback' in next.enter;
    let wanted = act;
    for (let time = 0; time < requestLimit; time += 1) {
      const { result } = await this.#perform(wanted, number);
      if (result.status === 'impossible' || result.status === 'refused')
        return this.#hindrance(result.message);
      if (result.status === 'ended' && result.end.status === 'error' && result.end.code === 'endless') {
        return `The journey never ends: ${this.#loop()} without asking or waiting.`;
      }
      if (result.status !== 'asked' || entersItself || !isForBrowser(result.step)) return undefined;
      wanted = { type: 'answer', answers: untouched(result.step) };
    }
    return `The journey never ends: ${this.#loop()} without asking the user.`;
  }

  #perform(act: Act, number: number): Promise<SimulationStep> {
    this.#belongs.push(number);
    return this.#simulation.perform(act);
  }

  #hindrance(fault: string): string {
    return hindrance(fault, this.#scenario.expect.path, this.#standing(0));
  }

  /** `since`: the steps of the simulation whose way does not count. */
  #standing(since: number): Standing {
    const { now, steps } = this.#simulation;
    const nodes = nodesWithin(this.#scenario.journey, this.#journeys);
    const way = steps.map(({ passes }, index) =>
      wayOf(passes, nodes).map((point) => ({ ...point, when: this.#when(index) })),
    );
    const passes = this.#passes();
    const end = now.run?.end ?? null;
    const ending = steps.findLastIndex(({ result }) => result.status === 'ended');
    const isPolled = end?.status === 'timeout' && steps[ending]?.act.type === 'poll';
    return {
      ...simulatedStanding(now, steps),
      way: way.slice(since).flat(),
      whereabouts: whereaboutsOf({
        end,
        when: this.#when(ending),
        left: way.flat().at(-1),
        passed: passes.at(-1)?.displayName ?? 'its start',
        loop: isPolled ? loopAtEnd(passes) : undefined,
      }),
    };
  }

  /** When a step of the simulation was, in the words of the scenario. */
  #when(index: number): string {
    const number = this.#belongs[index] ?? 0;
    return number === 0 ? 'at the start' : `at step ${number}`;
  }

  #passes(): readonly NodePass[] {
    return this.#simulation.steps.flatMap(({ passes }) => passes);
  }

  #loop(): string {
    const loop = loopAtEnd(this.#passes());
    return loop === undefined ? 'it goes on and on' : `${loop.join(' → ')} goes round`;
  }
}

function askedOf(now: Snapshot, journeys: ReadonlyMap<string, Journey>): Asked | null {
  const step = askedIn(now);
  if (step === null || now.run === null) return null;
  const { frames, shared } = now.run.execution;
  const frame = frames.at(-1);
  const node = journeys.get(frame?.journey ?? '')?.nodes.get(frame?.nodeId ?? '');
  const user = typeof shared.username === 'string' ? userNamed(now.world, shared.username) : null;
  const codes = Object.values(user?.devices ?? {}).flatMap(({ recoveryCodes }) => recoveryCodes);
  return {
    step,
    nodeNames: node === undefined ? [] : (node.children ?? [node]).map(({ displayName }) => displayName),
    recoveryCode: codes[0] ?? '',
  };
}
