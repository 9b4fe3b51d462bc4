export type { SearchBounds } from './generate/explore.ts';
export { type Proposal, type ProposedScenarios, proposeScenarios } from './generate/propose-scenarios.ts';
export { type Goal, wayTo } from './generate/way-to.ts';
export { type Coverage, type CoveredOutcome, coverageOf, type LeftOutOutcome } from './outcomes/coverage.ts';
export type { Act, PhoneAct } from './run/act.ts';
export type { Divergence } from './run/divergence.ts';
export { codeToScan, pendingPush } from './run/phone-acts.ts';
export * from './run/simulation.ts';
export * from './run/simulation-setting.ts';
export * from './run/snapshot.ts';
export { type StateChange, stateChanges } from './run/state-changes.ts';
export { isForBrowser, untouched } from './run/untouched.ts';
export { settingOf } from './scenarios/given.ts';
export { suggestion } from './scenarios/nearest.ts';
export { type ReadScenarios, readScenarios } from './scenarios/read-scenarios.ts';
export { type Recording, recordScenario } from './scenarios/record-scenario.ts';
export { runScenario, type ScenarioFailure, type ScenarioResult } from './scenarios/run-scenario.ts';
export type { Scenario, ScenarioStep } from './scenarios/scenario.ts';
export {
  type Expectations,
  type Given,
  type PhoneWords,
  type ScenarioWords,
  type StepWords,
  scenarioSchema,
} from './scenarios/scenario-schema.ts';
export { appendScenario, writeScenarios } from './scenarios/write-scenarios.ts';
export type { ServerAddress } from './wire/am-server.ts';
export { runOnServer, type ScenarioServer, type ServerResult } from './wire/run-on-server.ts';
export { serverAdministrator } from './wire/server-administrator.ts';
export type { WireFetch } from './wire/wire-fetch.ts';
export { keepsPushes } from './wire/wire-phone.ts';
export type { CallResult, ServiceCall } from './world/service-calls.ts';
export type { Faults, SimulatedPhone, SimulatedUser, SimulatedWorld } from './world/simulated-world.ts';
