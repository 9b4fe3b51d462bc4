import type { Journey } from '@journeyman/node-schemas';
import {
  type Act,
  createSimulation,
  type Given,
  isForBrowser,
  type Simulation,
  type SimulationStep,
  settingOf,
  untouched,
  wayTo,
} from '@journeyman/simulation';
import { timeLeftMs } from './moments.ts';
import { type SimulatorState, useSimulator } from './simulator-store.ts';
import { walkRows } from './visits.ts';

/** More than this many requests without a person, or with nothing new, are a loop. */
const mostRequests = 300;

/** How long a person thinks in one step of the clock, in milliseconds. */
const thinkingMs = 60_000;

let simulation: Simulation | null = null;
/** The walk as it was before the journey was edited; it is tried again after each edit. */
let recorded: readonly SimulationStep[] = [];
let latest: Promise<unknown> = Promise.resolve();
let rebuilds = 0;

/** One thing is done after the other. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const next = latest.then(work, work);
  latest = next;
  return next;
}

/** Starts a walk through a journey in a world, in place of any other. */
export function startWalk(
  journey: string,
  journeys: ReadonlyMap<string, Journey>,
  given: Given,
): Promise<void> {
  recorded = [];
  useSimulator.setState({ journey, journeys, given });
  return rebuild();
}

/** Takes over a journey that was edited: what was done is done once more, as far as the way is the same. */
export function changeJourneys(journey: string, journeys: ReadonlyMap<string, Journey>): Promise<void> {
  useSimulator.setState({ journey, journeys });
  return rebuild();
}

/** Takes over a world that was edited, in the same manner. */
export function changeWorld(given: Given): Promise<void> {
  useSimulator.setState({ given });
  return rebuild();
}

/** Begins once more, in the same world. */
export function restart(): Promise<void> {
  recorded = [];
  return rebuild();
}

/** Does one thing, and what the browser then does by itself. */
export function perform(act: Act): Promise<void> {
  return inTurn(async () => {
    if (simulation === null) return;
    const before = simulation.steps.length;
    const { result } = await simulation.perform(act);
    if (result.status === 'impossible' || result.status === 'refused') {
      simulation.restoreTo(before - 1);
      useSimulator.setState({ complaint: result.message });
      return;
    }
    const says = result.status === 'happened' ? (result.says ?? null) : null;
    await settle(simulation);
    // Time stands still while a person thinks; a phone that has answered is news to the waiting client.
    if (isAnswerOfPhone(act) && !useSimulator.getState().isRunning && isPolling(simulation)) {
      await simulation.poll();
      await settle(simulation);
    }
    took(simulation, before, { complaint: says });
  });
}

/** One step of the clock: a client that waits asks again; where the journey waits for a person, the person thinks for a minute. */
export function stepAhead(): Promise<void> {
  return moveTime(async (walk) => {
    if (!isPolling(walk)) return wait(walk, thinkingMs);
    await walk.poll();
    await settle(walk);
  });
}

/** Lets time pass until something else happens than before: as a waiting client does, or until the run has no more time. */
export function skipAhead(): Promise<void> {
  return moveTime(async (walk) => {
    if (!isPolling(walk)) return wait(walk, Infinity);
    let first: string | undefined;
    for (let count = 0; count < mostRequests && isPolling(walk); count += 1) {
      const { passes } = await walk.poll();
      await settle(walk);
      const way = passes
        .map(({ nodeId, result }) => `${nodeId} ${result.type === 'leaves' ? result.outcome : result.type}`)
        .join('\n');
      first ??= way;
      if (way !== first) break;
    }
  });
}

/** Lets time pass by a clock that runs, while a person thinks. Whatever else is shown stays. */
export function runTime(ms: number): Promise<void> {
  return inTurn(async () => {
    if (simulation === null || simulation.asked === null || isPolling(simulation)) return;
    if (!useSimulator.getState().isRunning) return;
    await wait(simulation, ms);
    recorded = simulation.steps;
    show(simulation, { divergence: null, ...(timeLeftMs(simulation.now) === 0 && { isRunning: false }) });
  });
}

function moveTime(pass: (walk: Simulation) => Promise<void>): Promise<void> {
  return inTurn(async () => {
    if (simulation === null || simulation.asked === null) return;
    const before = simulation.steps.length;
    await pass(simulation);
    took(simulation, before, {});
  });
}

/** Has a person think, but not beyond the time of the run. To think once more is to think longer. */
async function wait(walk: Simulation, mostMs: number): Promise<void> {
  const ms = Math.min(mostMs, timeLeftMs(walk.now));
  if (ms === 0) return;
  const last = walk.steps.at(-1)?.act;
  const before = last?.type === 'wait' ? last.ms : 0;
  if (before > 0) walk.restoreTo(walk.steps.length - 2);
  await walk.advanceClock(before + ms);
}

/** Whether there is a step to go back from. */
export function canGoBack({ steps }: SimulatorState): boolean {
  return lastDeliberate(steps) > 0;
}

/** Undoes what a person did last. */
export function goBack(): Promise<void> {
  return restoreBefore(lastDeliberate);
}

/** Goes back to where the person was asked last before, or in, a step. */
export function goBackTo(step: number): Promise<void> {
  return restoreBefore((steps) => {
    const asked = steps.slice(0, step + 1).findLastIndex(({ result }) => isForPerson(result));
    return Math.max(asked + 1, 1);
  });
}

/** Goes on by itself, with likely answers, until a node is come to; says whether a way was found. */
export async function runTo(nodeId: string): Promise<boolean> {
  let isFound = false;
  await inTurn(async () => {
    if (simulation === null) return;
    const { journey, journeys, given } = useSimulator.getState();
    const isThere = (pass: { readonly nodeId: string; readonly page?: string }) =>
      pass.nodeId === nodeId || pass.page === nodeId;
    const setting = settingOf(given, journeys);
    let acts = await wayTo({ setting, from: simulation.now, journey, isThere });
    if (acts === null) {
      acts = await wayTo({ setting, from: createSimulation(setting).now, journey, isThere });
      if (acts === null) return;
      simulation.restoreTo(-1);
    }
    isFound = true;
    await simulation.runUntil(acts, isThere);
    await settle(simulation);
    const rows = walkRows(simulation.steps, journeys);
    const there = rows.findLast((row) => row.kind === 'visit' && row.nodeId === nodeId);
    took(simulation, simulation.steps.length, {
      selected: there?.kind === 'visit' ? there.number : null,
    });
  });
  return isFound;
}

/** Sets a breakpoint at a node, or takes it away; says whether there is one now. */
export function toggleStop(nodeId: string): boolean {
  const stops = new Set(useSimulator.getState().stops);
  const isSet = !stops.delete(nodeId);
  if (isSet) stops.add(nodeId);
  useSimulator.setState({ stops });
  return isSet;
}

function restoreBefore(find: (steps: readonly SimulationStep[]) => number): Promise<void> {
  return inTurn(async () => {
    if (simulation === null) return;
    const index = find(simulation.steps);
    if (index <= 0) return;
    simulation.restoreTo(index - 1);
    recorded = simulation.steps;
    show(simulation, { divergence: null, complaint: null, isRunning: false, selected: null });
  });
}

function rebuild(): Promise<void> {
  const mine = ++rebuilds;
  return inTurn(async () => {
    // Who types edits many times; only the last state of the journey is of interest.
    if (mine !== rebuilds) return;
    const { journey, journeys, given } = useSimulator.getState();
    simulation = createSimulation(settingOf(given, journeys));
    const isNew = recorded.length === 0;
    const divergence = isNew ? null : await simulation.replay(recorded);
    if (isNew) await simulation.start(journey);
    await settle(simulation);
    if (isNew) recorded = simulation.steps;
    show(simulation, { divergence, complaint: null, isRunning: false, selected: null });
  });
}

/** Answers what is asked of the browser alone. */
async function settle(walk: Simulation): Promise<void> {
  for (let count = 0; count < mostRequests && walk.asked !== null && isForBrowser(walk.asked); count += 1) {
    await walk.answer(untouched(walk.asked));
  }
}

/** Shows what has come of the steps from an index on; a breakpoint among their nodes stops the time. */
function took(walk: Simulation, from: number, different: Partial<SimulatorState>): void {
  recorded = walk.steps;
  const { stops, journeys } = useSimulator.getState();
  const stopped =
    stops.size === 0
      ? undefined
      : walkRows(walk.steps, journeys).find(
          (row) => row.kind === 'visit' && row.step >= from && stops.has(row.nodeId),
        );
  show(walk, {
    divergence: null,
    complaint: null,
    selected: stopped?.kind === 'visit' ? stopped.number : null,
    ...(stopped !== undefined || walk.asked === null ? { isRunning: false } : {}),
    ...different,
  });
}

function show({ steps, now, asked }: Simulation, different: Partial<SimulatorState>): void {
  useSimulator.setState({ steps, now, asked, ...different });
}

/** Whether a client is told to wait, and then to ask again by itself. */
export const isPolling = ({ asked }: Pick<Simulation, 'asked'>) =>
  asked?.callbacks.some(({ callback }) => callback.type === 'PollingWaitCallback') ?? false;

const isAnswerOfPhone = ({ type }: Act) =>
  type === 'scan' || type === 'approve' || type === 'deny' || type === 'tap' || type === 'let expire';

const isForPerson = (result: SimulationStep['result'] | undefined) =>
  result?.status === 'asked' && !isForBrowser(result.step);

/** The index of the latest step that did not follow by itself from the one before. */
function lastDeliberate(steps: readonly SimulationStep[]): number {
  return steps.findLastIndex(({ act }, index) => {
    const before = steps[index - 1];
    if (before === undefined) return true;
    if (act.type === 'poll' && isAnswerOfPhone(before.act)) return false;
    return before.result.status !== 'asked' || !isForBrowser(before.result.step);
  });
}
