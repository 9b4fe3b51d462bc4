import {
  type JsonObject,
  type NodeType,
  type StateKey,
  singleOutcome,
  usernameCollectorNode,
} from '@journeyman/node-schemas';
import { type BuiltJourney, journeyOf } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { advance } from './advance.ts';
import type { Behaviour } from './behaviour.ts';
import type { Answer } from './callbacks.ts';
import { type Beginning, begin, type Execution, type Step } from './execution.ts';
import { type NodeRunSetting, nodeRun, type TestRun } from './nodes/node-run.builder.ts';
import type { Progress } from './progress.ts';
import { completionOf, standardRegistry } from './registry.ts';
import { makeRunnable, type Registry, type RunnableJourney } from './runnable.ts';
import type { World } from './world.ts';

/** A node type that a test makes up: what it does, and what of the state it reads. */
export interface TestNodeType {
  readonly behaviour: Behaviour;
  readonly reads?: readonly StateKey[];
}

/** What a test says of a run; the people, phones and services are those of a single node's run. */
export interface JourneyRunSetting
  extends Omit<NodeRunSetting<NodeType>, 'type' | 'config' | 'nodeId' | 'answers'> {
  /** The first is the one that is started. */
  readonly journeys: readonly BuiltJourney[];
  /** Node types beside the real ones, by id. */
  readonly types?: Readonly<Record<string, TestNodeType>>;
  readonly beginning?: Partial<Beginning>;
  readonly observe?: World['observe'];
}

/** A journey that a test drives, in a world of fakes. */
export interface JourneyRun {
  readonly world: TestRun<unknown>['world'];
  /** What was kept at the latest step, as it comes back from where it was kept. */
  readonly execution: Execution;
  /** The journeys of the realm; a test may exchange one. */
  readonly journeys: Map<string, RunnableJourney>;
  /** Starts, or goes on with answers to the latest step. */
  go(...answers: readonly Answer[]): Promise<Progress>;
  /** As `go`, where the journey is to ask again. */
  ask(...answers: readonly Answer[]): Promise<Step>;
}

/** Makes a run whose state passes through JSON between any two requests. */
export function journeyRun(setting: JourneyRunSetting): JourneyRun {
  const { services, world, run } = nodeRun({ ...setting, type: usernameCollectorNode });
  const registry = registryWith(setting.types ?? {});
  const journeys = new Map(
    setting.journeys.map((built) => {
      const runnable = makeRunnable(journeyOf(built), registry);
      return [runnable.journey.name, runnable] as const;
    }),
  );
  const [first] = journeys.values();
  if (first === undefined) throw new Error('A run needs a journey.');
  const around: World = {
    journey: (name) => journeys.get(name),
    completionOf,
    realm: run.realm,
    request: run.request,
    services,
    ...(setting.observe && { observe: setting.observe }),
  };
  let execution = begin(first, { realm: run.realm.realm, authLevel: 0, ...setting.beginning });
  let isStarted = false;

  async function go(...answers: readonly Answer[]): Promise<Progress> {
    const kept = JSON.parse(JSON.stringify(execution)) as Execution;
    const progress = await advance(kept, isStarted ? answers : null, around);
    if (progress.status === 'waiting') execution = progress.execution;
    isStarted = true;
    return progress;
  }

  return {
    world,
    journeys,
    get execution() {
      return JSON.parse(JSON.stringify(execution)) as Execution;
    },
    go,
    async ask(...answers) {
      const progress = await go(...answers);
      if (progress.status !== 'waiting') throw new Error(`The journey does not ask: it ${progress.status}.`);
      return progress.step;
    },
  };
}

/** The real node types and those that a test makes up. */
export function registryWith(types: Readonly<Record<string, TestNodeType>>): Registry {
  return {
    typeOf: (id) => (types[id] === undefined ? standardRegistry.typeOf(id) : typeFrom(id, types[id])),
    behaviourOf: (id) => types[id]?.behaviour ?? standardRegistry.behaviourOf(id),
    withDefaults: (type, config: JsonObject) =>
      types[type.id] === undefined ? standardRegistry.withDefaults(type, config) : config,
  };
}

function typeFrom(id: string, { reads = [] }: TestNodeType): NodeType {
  return {
    id,
    name: id,
    help: '',
    category: 'utility',
    tags: [],
    config: usernameCollectorNode.config,
    outcomes: singleOutcome,
    interactive: false,
    reads: reads.map((key) => ({ key, required: false })),
    writes: [],
  };
}

/** The answer of a user name. */
export const name = (value: string): Answer => ({ type: 'NameCallback', value });

/** The answer of a password. */
export const password = (value: string): Answer => ({ type: 'PasswordCallback', value });

/** The answer of a button; 100 is none. */
export const button = (value: number): Answer => ({ type: 'ConfirmationCallback', value });

/** The answer to a callback that only shows something. */
export const seen = (type: 'TextOutputCallback' | 'PollingWaitCallback' | 'MetadataCallback'): Answer => ({
  type,
  value: null,
});
