import type { Answer, NodePass, Step } from '@journeyman/engine';
import type { Act } from './act.ts';
import { type Divergence, divergenceOf } from './divergence.ts';
import { perform } from './perform.ts';
import type { SimulationSetting } from './simulation-setting.ts';
import { askedIn, type SimulationEnd, type SimulationStep, type Snapshot } from './snapshot.ts';
import { setStage } from './stage.ts';

/** A journey that is tried in a made-up world. Acts are done one after another, in the order of the calls. */
export interface Simulation {
  /** What has happened; a new list each time. */
  readonly steps: readonly SimulationStep[];
  /** All that it goes on from. */
  readonly now: Snapshot;
  /** What the user is asked at the moment; null: nothing. */
  readonly asked: Step | null;
  /** Null: the journey goes on, or none was started. */
  readonly end: SimulationEnd | null;
  perform(act: Act): Promise<SimulationStep>;
  start(journey: string): Promise<SimulationStep>;
  answer(answers: readonly Answer[]): Promise<SimulationStep>;
  /** What a waiting client does: lets the time pass that it is told, and asks again. */
  poll(): Promise<SimulationStep>;
  advanceClock(ms: number): Promise<SimulationStep>;
  readonly phone: SimulatedHand;
  /** Forgets what has happened after a step; -1: everything. */
  restoreTo(stepIndex: number): void;
  /** Does once more what was done in another simulation, and says where the way now differs; null: nowhere. */
  replay(recorded: readonly SimulationStep[]): Promise<Divergence | null>;
  /** Does one act after another until a pass is a breakpoint; null: none was. */
  runUntil(acts: readonly Act[], isBreakpoint: (pass: NodePass) => boolean): Promise<Breakpoint | null>;
}

/** The hand that holds the phone. */
export interface SimulatedHand {
  scan(): Promise<SimulationStep>;
  approve(): Promise<SimulationStep>;
  deny(): Promise<SimulationStep>;
  tap(number: number | 'right' | 'wrong'): Promise<SimulationStep>;
  letExpire(): Promise<SimulationStep>;
  /** Switches the phone on or off. */
  switch(on: boolean): Promise<SimulationStep>;
  /** Has the delivery service switch the address of the phone on or off. */
  switchEndpoint(on: boolean): Promise<SimulationStep>;
}

/** Where a breakpoint was met. The world is as it is after the whole step; the pass has the state as it was before it. */
export interface Breakpoint {
  readonly step: number;
  readonly pass: number;
}

/** Makes a simulation. It uses nothing of the real world: no network, no clock, no randomness. */
export function createSimulation(setting: SimulationSetting): Simulation {
  const stage = setStage(setting);
  let steps: readonly SimulationStep[] = [];
  let latest: Promise<unknown> = Promise.resolve();

  const now = (): Snapshot => steps.at(-1)?.after ?? stage.beginning;

  function act(wanted: Act): Promise<SimulationStep> {
    const done = latest.then(async () => {
      const step = await perform(stage, now(), wanted);
      steps = [...steps, step];
      return step;
    });
    latest = done.catch(() => undefined);
    return done;
  }

  return {
    get steps() {
      return steps;
    },
    get now() {
      return now();
    },
    get asked() {
      return askedIn(now());
    },
    get end() {
      return now().run?.end ?? null;
    },
    perform: act,
    start: (journey) => act({ type: 'start', journey }),
    answer: (answers) => act({ type: 'answer', answers }),
    poll: () => act({ type: 'poll' }),
    advanceClock: (ms) => act({ type: 'wait', ms }),
    phone: {
      scan: () => act({ type: 'scan' }),
      approve: () => act({ type: 'approve' }),
      deny: () => act({ type: 'deny' }),
      tap: (number) => act({ type: 'tap', number }),
      letExpire: () => act({ type: 'let expire' }),
      switch: (on) => act({ type: 'switch phone', on }),
      switchEndpoint: (on) => act({ type: 'switch endpoint', on }),
    },
    restoreTo(stepIndex) {
      steps = steps.slice(0, stepIndex + 1);
    },
    async replay(recorded) {
      for (const [index, before] of recorded.entries()) {
        const differs = divergenceOf(index, before, await act(before.act));
        if (differs !== null) return differs;
      }
      return null;
    },
    async runUntil(acts, isBreakpoint) {
      for (const wanted of acts) {
        const { passes } = await act(wanted);
        const pass = passes.findIndex(isBreakpoint);
        if (pass >= 0) return { step: steps.length - 1, pass };
      }
      return null;
    },
  };
}
