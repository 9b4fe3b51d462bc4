import type { Position } from '@journeyman/node-schemas';
import type { Expectations, Given, StepWords } from './scenario-schema.ts';

/** One walk through a journey, and what must come of it. */
export interface Scenario {
  readonly name: string;
  /** The journey that is started. */
  readonly journey: string;
  /** Where it stands in its file. */
  readonly at: Position;
  readonly given: Given;
  readonly steps: readonly ScenarioStep[];
  readonly expect: Expectations;
}

/** One step of a scenario. */
export interface ScenarioStep {
  readonly at: Position;
  readonly does: StepWords;
}
