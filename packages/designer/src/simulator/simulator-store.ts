import type { Step } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import type { Divergence, Given, SimulationStep, Snapshot } from '@journeyman/simulation';
import { create } from 'zustand';

/** What is walked through, and how far the walk has come. */
export interface SimulatorState {
  /** The journey that is started, and all of its realm by name, as they are drawn at the moment. */
  readonly journey: string;
  readonly journeys: ReadonlyMap<string, Journey>;
  /** The made-up world that the walk begins in. */
  readonly given: Given;
  readonly steps: readonly SimulationStep[];
  /** All that the walk goes on from; null before the first start. */
  readonly now: Snapshot | null;
  readonly asked: Step | null;
  /** Where the walk differs from the one before an edit. */
  readonly divergence: Divergence | null;
  /** Why the latest thing could not be done, or what the phone says of it. */
  readonly complaint: string | null;
  /** Whether time runs as on the clock on the wall: a client that is told to wait asks again by itself. */
  readonly isRunning: boolean;
  /** Ids of the nodes at which time is stopped. */
  readonly stops: ReadonlySet<string>;
  /** The number of the visit that is looked at; null: the latest. */
  readonly selected: number | null;
}

const nothing: SimulatorState = {
  journey: '',
  journeys: new Map(),
  given: {},
  steps: [],
  now: null,
  asked: null,
  divergence: null,
  complaint: null,
  isRunning: false,
  stops: new Set(),
  selected: null,
};

/** Reads from the simulator. */
export const useSimulator = create<SimulatorState>()(() => nothing);

/** Forgets the walk, its world and the breakpoints. */
export function resetSimulator(): void {
  useSimulator.setState(nothing);
}
