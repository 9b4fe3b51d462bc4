import { type Answer, advance, begin, completionOf, type NodePass, type Progress } from '@journeyman/engine';
import { simulatedServices } from '../world/simulated-services.ts';
import type { Cell } from '../world/simulated-world.ts';
import type { Act } from './act.ts';
import { answersInHeaders } from './credentials.ts';
import { endBroken, endFailed, endSucceeded, minutes } from './ending.ts';
import { actOnPhone } from './phone-acts.ts';
import {
  type ActResult,
  askedIn,
  type MadeCall,
  type SimulatedRun,
  type SimulationStep,
  type Snapshot,
} from './snapshot.ts';
import type { Stage } from './stage.ts';
import { untouched } from './untouched.ts';

/** What a client takes beyond the time that it is told to wait, in milliseconds. */
const latencyMs = 1;

/** Lets one thing happen. Changes nothing that it is given. */
export async function perform(stage: Stage, before: Snapshot, act: Act): Promise<SimulationStep> {
  const performance = new Performance(stage, before);
  const result = await performance.do(act);
  return {
    act,
    result,
    atMs: before.world.nowMs,
    passes: performance.passes,
    calls: performance.calls,
    after: performance.after,
  };
}

class Performance {
  readonly passes: NodePass[] = [];
  readonly calls: MadeCall[] = [];
  readonly #stage: Stage;
  readonly #before: Snapshot;
  readonly #cell: Cell;
  #run: SimulatedRun | null;

  constructor(stage: Stage, before: Snapshot) {
    this.#stage = stage;
    this.#before = before;
    this.#cell = { world: before.world };
    this.#run = before.run;
  }

  get after(): Snapshot {
    return { world: this.#cell.world, run: this.#run };
  }

  async do(act: Act): Promise<ActResult> {
    const asked = askedIn(this.#before);
    switch (act.type) {
      case 'start':
        return this.#start(act.journey);
      case 'answer':
        return this.#answer(act.answers);
      case 'poll': {
        const wait = asked?.callbacks.find(
          ({ callback }) => callback.type === 'PollingWaitCallback',
        )?.callback;
        if (asked === null || wait?.type !== 'PollingWaitCallback') {
          return {
            status: 'impossible',
            message: 'The step does not tell the client to wait and ask again.',
          };
        }
        this.#pass(wait.waitTimeMs + latencyMs);
        return this.#answer(untouched(asked));
      }
      case 'wait':
        this.#pass(act.ms);
        return { status: 'happened' };
      case 'services':
        this.#cell.world = { ...this.#cell.world, faults: act.faults };
        return { status: 'happened' };
      case 'scan':
      case 'approve':
      case 'deny':
      case 'tap':
      case 'let expire':
      case 'switch phone':
      case 'switch endpoint':
        return actOnPhone(this.#cell, act, asked);
    }
  }

  #pass(ms: number): void {
    const { world } = this.#cell;
    this.#cell.world = { ...world, nowMs: world.nowMs + ms };
  }

  async #start(name: string): Promise<ActResult> {
    const { journeys, realm, request, gotos } = this.#stage;
    const runnable = journeys.get(name);
    if (runnable === undefined) {
      return { status: 'impossible', message: `The realm has no journey ${name}.` };
    }
    const { treeTimeout } = runnable.journey;
    const { signedIn } = this.#cell.world;
    const run: SimulatedRun = {
      journey: name,
      execution: begin(runnable, {
        realm: realm.name,
        authLevel: 0,
        ...(signedIn === null ? {} : { username: signedIn }),
        ...gotos,
      }),
      upgrades: signedIn,
      expiresAtMs:
        this.#cell.world.nowMs + minutes(treeTimeout, realm.authenticationSessionsMaxDuration) * 60_000,
      end: null,
    };
    const result = await this.#go(run, null);
    const answers = result.status === 'asked' ? answersInHeaders(result.step, request) : undefined;
    return answers === undefined ? result : this.#goOn(run, answers);
  }

  /** Answers the first step in the request that starts a run: until that is answered, the client holds no run to try again. */
  async #goOn(run: SimulatedRun, answers: readonly Answer[]): Promise<ActResult> {
    const result = await this.#go(this.#run ?? run, answers);
    const isLost = result.status === 'refused' || this.#run?.end?.status === 'error';
    if (isLost) this.#run = { ...run, end: this.#run?.end ?? null };
    return result;
  }

  async #answer(answers: readonly Answer[]): Promise<ActResult> {
    const run = this.#run;
    if (run === null || askedIn(this.#before) === null) {
      return { status: 'impossible', message: 'The journey does not ask anything.' };
    }
    const { nowMs, signedIn } = this.#cell.world;
    // A session that has ended meanwhile speaks for nobody any more.
    const isCutOff = run.upgrades !== null && signedIn === null;
    if (isCutOff || run.expiresAtMs <= nowMs) return this.#end(run, { status: 'timeout' });
    return this.#go(run, answers);
  }

  async #go(run: SimulatedRun, answers: readonly Answer[] | null): Promise<ActResult> {
    const { journeys, realm, request, qrCode } = this.#stage;
    const journey = journeys.get(run.journey)?.journey;
    if (journey === undefined) throw new Error(`The journey ${run.journey} is gone.`);
    let progress: Progress;
    try {
      progress = await advance(run.execution, answers, {
        journey: (name) => journeys.get(name),
        completionOf,
        realm: { realm: realm.name, locales: [realm.locale] },
        request,
        services: simulatedServices(this.#cell, realm.name, qrCode, (call) =>
          this.calls.push({ ...call, pass: this.passes.length }),
        ),
        observe: (pass) => this.passes.push(pass),
      });
    } catch (error) {
      return this.#end(run, endBroken(error));
    }
    const context = { realm, journey, upgrades: run.upgrades, nowMs: this.#cell.world.nowMs };
    switch (progress.status) {
      case 'refused':
        return { status: 'refused', message: progress.message };
      case 'waiting':
        this.#run = { ...run, execution: progress.execution, end: null };
        return { status: 'asked', step: progress.step };
      case 'succeeded':
        return this.#end(run, endSucceeded(progress.success, context));
      case 'failed':
        return this.#end(run, endFailed(progress.failure, context));
    }
  }

  #end(run: SimulatedRun, end: NonNullable<SimulatedRun['end']>): ActResult {
    this.#run = { ...run, end };
    return { status: 'ended', end };
  }
}
