import type { Answer, Step } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import { givenProperties } from '../run/ending.ts';
import { initialWorld } from '../run/initial-world.ts';
import { askedIn, type SimulationEnd, type SimulationStep, type Snapshot } from '../run/snapshot.ts';
import { isForBrowser, untouched } from '../run/untouched.ts';
import { userNamed } from '../world/simulated-world.ts';
import { durationOf } from './duration.ts';
import { choicesOf, promptOf, recoveryCodeWord } from './fill-in.ts';
import { settingOf } from './given.ts';
import { nodesWithin } from './known-nodes.ts';
import { phoneWordsOf } from './phone-words.ts';
import type { Expectations, Given, ScenarioWords, StepWords } from './scenario-schema.ts';
import { sentPushes } from './simulated-standing.ts';
import { userChanges } from './user-changes.ts';
import { wayOf } from './way.ts';

/** What a walk is recorded from; the first step is the start. */
export interface Recording {
  /** What the scenario shows, as a sentence. */
  readonly name: string;
  /** The world that the simulation was made of. */
  readonly given: Given;
  readonly steps: readonly SimulationStep[];
  readonly journeys: ReadonlyMap<string, Journey>;
}

/** A walk as a scenario that expects what has come of it. What changed nothing is left out. */
export function recordScenario({ name, given, steps, journeys }: Recording): ScenarioWords {
  const words = steps.flatMap((step, index): readonly StepWords[] => {
    const isIdle = step.result.status === 'impossible' || step.result.status === 'refused';
    return isIdle ? [] : wordsOf(step, steps[index - 1]?.after, given);
  });
  return {
    scenario: name,
    ...(Object.keys(given).length > 0 && { given }),
    steps: withPollsTogether(words),
    expect: expectationsOf(steps, given, journeys),
  } as ScenarioWords;
}

function wordsOf({ act }: SimulationStep, before: Snapshot | undefined, given: Given): readonly StepWords[] {
  switch (act.type) {
    case 'start':
      return [];
    case 'answer': {
      const asked = before === undefined ? null : askedIn(before);
      return asked === null || before === undefined ? [] : answerWords(act.answers, asked, before, given);
    }
    case 'poll':
      return ['poll'];
    case 'wait':
      return [{ wait: durationOf(act.ms) }];
    case 'services':
      return [{ services: act.faults } as StepWords];
    case 'scan':
    case 'approve':
    case 'deny':
    case 'tap':
    case 'let expire':
    case 'switch phone':
    case 'switch endpoint': {
      const numbers = Object.values(before?.world.messages ?? {}).flatMap(({ number }) => number ?? []);
      return [{ phone: phoneWordsOf(act, numbers.at(-1)) }];
    }
  }
}

function answerWords(
  answers: readonly Answer[],
  asked: Step,
  before: Snapshot,
  given: Given,
): readonly StepWords[] {
  const left = untouched(asked);
  const prompts = asked.callbacks.map(({ callback }) => promptOf(callback));
  const enter: Record<string, string> = {};
  let choose: string | undefined;
  for (const [index, answer] of answers.entries()) {
    const callback = asked.callbacks[index]?.callback;
    if (callback === undefined) continue;
    const choice = typeof answer.value === 'number' ? choicesOf(callback)[answer.value] : undefined;
    const prompt = prompts[index];
    const isOnly = prompts.filter((each) => each === prompt).length === 1;
    if (callback.type === 'ConfirmationCallback') choose = choice;
    else if (JSON.stringify(answer) === JSON.stringify(left[index])) continue;
    else enter[prompt && isOnly ? prompt : callback.type] = choice ?? entered(answer, before, given);
  }
  const isEmpty = Object.keys(enter).length === 0;
  if (isEmpty && choose === undefined) return isForBrowser(asked) ? [] : ['submit'];
  return [{ ...(!isEmpty && { enter }), ...(choose !== undefined && { choose }) }];
}

/** A code that was drawn in the run would be another one after the next change of the journey. */
function entered({ value }: Answer, { world, run }: Snapshot, given: Given): string {
  const text = String(typeof value === 'object' && value !== null ? value.value : value);
  const name = String(run?.execution.shared.username ?? '');
  const codes = Object.values(userNamed(world, name)?.devices ?? {}).flatMap(
    ({ recoveryCodes }) => recoveryCodes,
  );
  const isGiven = Object.values(given.users ?? {}).some((user) => user.recoveryCodes?.includes(text));
  return codes.includes(text) && !isGiven ? recoveryCodeWord : text;
}

function withPollsTogether(words: readonly StepWords[]): readonly StepWords[] {
  const together: StepWords[] = [];
  for (const each of words) {
    const last = together.at(-1);
    const polls = last === 'poll' ? 1 : typeof last === 'object' ? last.poll : undefined;
    if (each === 'poll' && polls !== undefined) together[together.length - 1] = { poll: polls + 1 };
    else together.push(each);
  }
  return together;
}

function expectationsOf(
  steps: readonly SimulationStep[],
  given: Given,
  journeys: ReadonlyMap<string, Journey>,
): Expectations {
  const after = steps.at(-1)?.after;
  const run = after?.run;
  const nodes = nodesWithin(run?.journey ?? '', journeys);
  const way = wayOf(
    steps.flatMap(({ passes }) => passes),
    nodes,
  );
  const pushes = sentPushes(steps);
  const end = run?.end ?? null;
  const session = end?.status === 'success' ? propertiesSetBy(end) : {};
  const before = { world: initialWorld(settingOf(given, journeys)), run: null };
  const users = after === undefined ? {} : userChanges(before, after);
  return {
    path: way.map(({ node, outcome }) => ({ [node]: outcome })),
    end: end?.status ?? 'none',
    ...(end !== null && 'message' in end && { message: end.message }),
    ...(Object.keys(session).length > 0 && { session }),
    ...(Object.keys(users).length > 0 && { users }),
    ...(pushes.length > 0 && { pushes: [...pushes] }),
  };
}

/** The properties of the session that are there because the journey sets them; level 0 is that of every session. */
function propertiesSetBy({ session }: Extract<SimulationEnd, { readonly status: 'success' }>) {
  return Object.fromEntries(
    Object.entries(session?.properties ?? {}).filter(
      ([name, value]) => !givenProperties.has(name) || (name === 'AuthLevel' && value !== '0'),
    ),
  );
}
