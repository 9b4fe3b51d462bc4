import { failureId, type Json, type StateKey, successId } from '@journeyman/node-schemas/run';
import type { Effects, NodeResult, NodeRun } from './behaviour.ts';
import type { Answer } from './callbacks.ts';
import { JourneyError, nodeFailed } from './errors.ts';
import type { Execution, Frame, SessionPlan, Step } from './execution.ts';
import { type PassResult, passResultOf } from './node-pass.ts';
import { type Answered, runPage } from './page.ts';
import type { Progress, Success } from './progress.ts';
import {
  innerJourneyOf,
  nodeOf,
  type RunnableJourney,
  type RunnableNode,
  readsFrom,
  targetOf,
} from './runnable.ts';
import type { AuditDetail } from './services.ts';
import { type JourneyState, type StateLayer, viewFor, type WorkingState, workOn } from './state.ts';
import type { World } from './world.ts';

/** A journey while it is run: what `advance` changes from node to node. */
export class RunInProgress {
  readonly #world: World;
  readonly #frames: MutableFrame[];
  readonly #shared: Record<string, Json>;
  readonly #completions: { nodeId: string; type: string }[];
  #plan: SessionPlan;
  #errorMessage: string | undefined;

  constructor(execution: Execution, world: World) {
    this.#world = world;
    this.#frames = execution.frames.map((frame) => ({
      ...frame,
      transient: { ...frame.transient },
      secure: { ...frame.secure },
    }));
    this.#shared = { ...execution.shared };
    this.#completions = [...execution.completions];
    this.#plan = execution.plan;
    this.#errorMessage = execution.errorMessage;
  }

  get journeyName(): string {
    return this.#frame.journey;
  }

  /** Passes one node. Undefined: there is more to pass. */
  async step(given: readonly Answered[]): Promise<Progress | undefined> {
    const before = this.#seen();
    try {
      const { journey, nodeId } = this.#frame;
      const isInner = this.#frames.length > 1;
      if (nodeId === successId) return isInner ? this.#leaveInner('true') : await this.#succeed();
      if (nodeId === failureId) return isInner ? this.#leaveInner('false') : await this.#fail();
      return await this.#pass(nodeOf(this.#runnable(journey), nodeId), given, before);
    } catch (error) {
      const { journey, nodeId } = this.#frame;
      const node = this.#world.journey(journey)?.nodes.get(nodeId);
      if (node !== undefined) this.#tell(node, before, { type: 'breaks', error });
      if (!(error instanceof JourneyError) || !this.#catchInInner(error)) throw error;
      return undefined;
    }
  }

  async #pass(
    node: RunnableNode,
    given: readonly Answered[],
    before: JourneyState | undefined,
  ): Promise<Progress | undefined> {
    const innerJourney = innerJourneyOf(node);
    if (innerJourney !== undefined) return this.#enterInner(node, before, innerJourney);
    if (node.runner?.kind === 'page') {
      const result = await runPage(
        node,
        given,
        (child, answers) => this.#runChild(child, answers, node),
        this.#world,
      );
      switch (result.type) {
        case 'refuse':
          return this.#refuse(node, before, result.message);
        case 'send':
          return this.#wait(node, before, result.step);
        case 'goTo':
          return this.#leave(node, before, result.outcome, result.effects);
      }
    }
    const result = await this.#run(
      node,
      given.map(({ answer }) => answer),
    );
    switch (result.type) {
      case 'refuse':
        return this.#refuse(node, before, result.message);
      case 'send':
        return this.#wait(node, before, { callbacks: result.callbacks.map((callback) => ({ callback })) });
      case 'goTo':
        return this.#leave(node, before, result.outcome, [result.effects], result.effects.audit);
    }
  }

  async #runChild(child: RunnableNode, answers: readonly Answer[], page: RunnableNode): Promise<NodeResult> {
    const before = this.#seen();
    const result = await this.#run(child, answers, page);
    this.#tell(child, before, passResultOf(result), page.id);
    return result;
  }

  /** `exits` has the connections: the page's own for a node in it. */
  async #run(node: RunnableNode, answers: readonly Answer[], exits = node): Promise<NodeResult> {
    if (node.runner?.kind !== 'behaviour') {
      throw new JourneyError(
        'cannot-run',
        `${node.displayName} (${node.id}) is of type ${node.type}, which this runtime cannot run.`,
      );
    }
    const run: NodeRun = {
      nodeId: node.id,
      config: node.config,
      state: viewFor(node.id, this.#state),
      answers,
      request: this.#world.request,
      realm: this.#world.realm,
      services: this.#world.services,
      maxAuthLevel: (outcome) => {
        const target = targetOf(exits, outcome);
        return target === undefined
          ? undefined
          : this.#runnable(this.#frame.journey).maxAuthLevelFrom(target);
      },
    };
    const result = await node.runner.behaviour(run as never);
    if (result.type === 'goTo' && result.effects.whenJourneySucceeds && !this.#completes(node)) {
      this.#completions.push({ nodeId: node.id, type: node.type });
    }
    return result;
  }

  #refuse(node: RunnableNode, before: JourneyState | undefined, message: string): Progress {
    this.#tell(node, before, { type: 'refuses', message });
    return { status: 'refused', message };
  }

  #leave(
    node: RunnableNode,
    before: JourneyState | undefined,
    outcome: string,
    effects: readonly Effects[],
    audit?: AuditDetail,
  ): undefined {
    for (const effect of effects) this.#apply(effect);
    const target = targetOf(node, outcome);
    if (target === undefined) {
      throw new JourneyError(
        'journey-broken',
        `Outcome ${outcome} of ${node.displayName} (${node.id}) in ${this.#frame.journey} is not connected.`,
      );
    }
    this.#tell(node, before, { type: 'leaves', outcome, ...(audit && { audit }) });
    this.#frame.nodeId = target;
    return undefined;
  }

  #apply(effects: Effects): void {
    const properties: Record<string, string> = { ...this.#plan.properties };
    for (const [name, value] of Object.entries(effects.sessionProperties ?? {})) {
      if (value === null) delete properties[name];
      else properties[name] = value;
    }
    if (effects.provenMethod !== undefined) {
      const proven = `${this.#shared.NodeType ?? ''}${effects.provenMethod}|`;
      this.#shared.NodeType = proven;
      properties.NodeType = proven;
    }
    this.#plan = {
      ...this.#plan,
      properties,
      ...(effects.maxSessionTimeMinutes === undefined
        ? {}
        : { maxSessionTimeMinutes: effects.maxSessionTimeMinutes }),
      ...(effects.maxIdleTimeMinutes === undefined ? {} : { maxIdleTimeMinutes: effects.maxIdleTimeMinutes }),
    };
    if (effects.identified !== undefined) this.#shared.username = effects.identified;
    if (effects.errorMessage !== undefined) this.#errorMessage = effects.errorMessage;
  }

  /** The inner journey gets, of what is not shared, what its nodes read. */
  #enterInner(node: RunnableNode, before: JourneyState | undefined, name: string): undefined {
    const inner = this.#runnable(name);
    const { enabled, entryNodeId } = inner.journey;
    if (!enabled) throw missing(name);
    const outer = this.#frame;
    const read = readsFrom(inner, entryNodeId, this.#inner);
    const transient = only({ ...outer.secure, ...outer.transient }, read);
    this.#tell(node, before, { type: 'enters', journey: name });
    this.#frames.push({ journey: name, nodeId: entryNodeId, transient, secure: {} });
    return undefined;
  }

  /** What the inner journey did not share stays behind. */
  #leaveInner(outcome: 'true' | 'false'): undefined {
    this.#frames.pop();
    const evaluator = nodeOf(this.#runnable(this.#frame.journey), this.#frame.nodeId);
    return this.#leave(evaluator, this.#seen(), outcome, []);
  }

  /** Takes the nearest error outcome of an enclosing inner journey that is offered and leads on. */
  #catchInInner(error: JourneyError): boolean {
    for (let depth = this.#frames.length - 1; depth > 0; depth--) {
      const failed = this.#frames[depth] as Frame;
      const outer = this.#frames[depth - 1] as Frame;
      const evaluator = nodeOf(this.#runnable(outer.journey), outer.nodeId);
      const { displayErrorOutcome } = evaluator.config as { displayErrorOutcome: boolean };
      if (!displayErrorOutcome || !Object.hasOwn(evaluator.connections, 'error')) continue;
      const node = this.#world.journey(failed.journey)?.nodes.get(failed.nodeId);
      this.#frames.length = depth;
      const before = this.#seen();
      this.#shared.errorNode = {
        id: failed.nodeId,
        displayName: node?.displayName ?? '',
        type: node?.type ?? '',
      };
      this.#shared.errorMessage = error.message;
      this.#leave(evaluator, before, 'error', []);
      return true;
    }
    return false;
  }

  #wait(node: RunnableNode, before: JourneyState | undefined, step: Step): Progress {
    if (step.callbacks.every(({ callback }) => callback.type === 'MetadataCallback')) {
      throw nodeFailed('No outcome and only metadata callbacks found');
    }
    this.#tell(node, before, { type: 'waits', callbacks: step.callbacks.map(({ callback }) => callback) });
    const frames = this.#frames.map((frame) => {
      const read = readsFrom(this.#runnable(frame.journey), frame.nodeId, this.#inner);
      return { ...frame, transient: {}, secure: only({ ...frame.secure, ...frame.transient }, read) };
    });
    const execution: Execution = {
      frames: frames as unknown as Execution['frames'],
      shared: this.#shared,
      waiting: step,
      plan: this.#plan,
      completions: this.#completions,
      ...(this.#errorMessage === undefined ? {} : { errorMessage: this.#errorMessage }),
    };
    return { status: 'waiting', execution, step };
  }

  async #succeed(): Promise<Progress> {
    const { services } = this.#world;
    const username = this.#text('username');
    const identity = username === undefined ? null : await services.directory.find(username);
    if (identity?.active === false) return this.#fail('User Locked Out.');
    for (const { nodeId, type } of this.#completions) {
      await this.#world.completionOf(type)?.(nodeId, identity?.username, services);
    }
    const success: Success = {
      identity,
      authLevel: this.#authLevel,
      plan: this.#plan,
      ...this.#texts({ successUrl: 'successUrl', goto: 'userGotoParam' }),
    };
    return { status: 'succeeded', success };
  }

  async #fail(message = this.#errorMessage): Promise<Progress> {
    const username = this.#text('username');
    const identity = username === undefined ? null : await this.#world.services.directory.find(username);
    const text = identity?.active === false ? 'User Locked Out.' : message;
    return {
      status: 'failed',
      failure: {
        ...(text === undefined ? {} : { message: text }),
        ...this.#texts({ failureUrl: 'failureUrl', gotoOnFail: 'userGotoOnFailParam' }),
      },
    };
  }

  /** Set State may have put anything there. */
  get #authLevel(): number {
    const level = Number(this.#shared.authLevel);
    return Number.isFinite(level) ? level : 0;
  }

  #text(key: StateKey): string | undefined {
    const value = this.#shared[key];
    return typeof value === 'string' ? value : undefined;
  }

  /** The state as it is now, for who observes; undefined when nobody does. */
  #seen(): JourneyState | undefined {
    return this.#world.observe && workOn(this.#state);
  }

  #tell(node: RunnableNode, before: JourneyState | undefined, result: PassResult, page?: string): void {
    if (before === undefined) return;
    this.#world.observe?.({
      path: this.#frames.map(({ journey }) => journey),
      nodeId: node.id,
      type: node.type,
      displayName: node.displayName,
      ...(page === undefined ? {} : { page }),
      result,
      before,
      after: workOn(this.#state),
    });
  }

  /** Those of the keys that hold a text, under the names given. */
  #texts<Name extends string>(keys: Readonly<Record<Name, StateKey>>): { readonly [K in Name]?: string } {
    const found = Object.entries<StateKey>(keys).map(([name, key]) => [name, this.#text(key)] as const);
    return Object.fromEntries(found.filter(([, text]) => text !== undefined)) as { [K in Name]?: string };
  }

  #completes(node: RunnableNode): boolean {
    return this.#completions.some(({ nodeId }) => nodeId === node.id);
  }

  #runnable(name: string): RunnableJourney {
    const runnable = this.#world.journey(name);
    if (runnable === undefined) throw missing(name);
    return runnable;
  }

  readonly #inner = (name: string): RunnableJourney | undefined => this.#world.journey(name);

  get #frame(): MutableFrame {
    return this.#frames[this.#frames.length - 1] as MutableFrame;
  }

  get #state(): WorkingState {
    const { transient, secure } = this.#frame;
    return { shared: this.#shared, transient, secure };
  }
}

interface MutableFrame extends Frame {
  nodeId: string;
  transient: Record<string, Json>;
  secure: Record<string, Json>;
}

/** One that is switched off is, to AM, not there. */
function missing(journey: string): JourneyError {
  return new JourneyError('journey-broken', `Configured tree does not exist: ${journey}`);
}

function only(layer: StateLayer, keys: ReadonlySet<string>): Record<string, Json> {
  return Object.fromEntries(Object.entries(layer).filter(([key]) => keys.has(key)));
}
