import { codeToScan, resultOf } from '../run/phone-acts.ts';
import { untouched } from '../run/untouched.ts';
import { msOf } from '../scenarios/duration.ts';
import { detour, hindrance, unmet } from '../scenarios/expectations.ts';
import type { KnownNode } from '../scenarios/known-nodes.ts';
import type { ScenarioFailure } from '../scenarios/run-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Expectations, PhoneWords, StepWords } from '../scenarios/scenario-schema.ts';
import type { ServerAddress } from './am-server.ts';
import type { ServerAdministrator } from './server-administrator.ts';
import { type ServerStanding, standingOnServer } from './server-standing.ts';
import type { WirePhone } from './wire-phone.ts';
import { WireRun } from './wire-run.ts';

/** What a rehearsal begins with. */
export interface Props {
  readonly address: ServerAddress;
  /** The session that the run starts with. */
  readonly session?: ServerAddress['session'];
  readonly transactionId: string;
  readonly administrator?: ServerAdministrator;
  readonly phone: WirePhone;
  /** Pushes of the server reach the phone. */
  readonly hasPhone: boolean;
  readonly isOn: boolean;
  /** The names on the server of the users that the scenario gives. */
  readonly names: ReadonlyMap<string, string>;
  /** What is entered in place of what else the scenario made up. */
  readonly words: ReadonlyMap<string, string>;
  /** Recovery codes that the user has from before. */
  readonly codes: readonly string[];
  readonly nodes: readonly KnownNode[];
  /** Lets milliseconds pass. */
  sleep(ms: number): Promise<void>;
}

/** What a client takes beyond the time that it is told to wait, in milliseconds. */
const latencyMs = 50;

/** A scenario while it is run on a server. */
export class ServerRehearsal {
  readonly #scenario: Scenario;
  readonly #props: Props;
  readonly #run: WireRun;
  readonly #notCompared = new Set<string>();
  readonly #notificationsBefore: number;
  #leftBefore = 0;
  #isOn: boolean;

  constructor(scenario: Scenario, props: Props) {
    const { address, session, phone, isOn, transactionId } = props;
    this.#scenario = scenario;
    this.#props = props;
    this.#notificationsBefore = phone.state().notifications.length;
    this.#isOn = isOn;
    this.#run = new WireRun({ ...address, ...(session && { session }) }, scenario.given, transactionId);
  }

  /** Those that were shown, or else those that the user had before. */
  get recoveryCodes(): readonly string[] {
    return this.#run.recoveryCodes.length > 0 ? this.#run.recoveryCodes : this.#props.codes;
  }

  /** The token of the session that success has issued; undefined: there is none. */
  get token(): string | undefined {
    return this.#run.end?.token;
  }

  /** What was expected and could not be seen, in a few words each. */
  get notCompared(): readonly string[] {
    return [...this.#notCompared];
  }

  async failures(): Promise<readonly ScenarioFailure[]> {
    const { journey, steps, expect, at } = this.#scenario;
    const broken = await this.#run.start(journey, entersProfile(steps[0]?.does));
    if (broken !== undefined) return [{ at, message: `${journey} does not start there: ${broken}` }];
    for (const [index, { at: place, does }] of steps.entries()) {
      const fault = await this.#do(does, entersProfile(steps[index + 1]?.does));
      if (fault === undefined) continue;
      const { standing } = await this.#look({ path: expect.path ?? [] }, 0);
      const own = typeof does === 'object' ? does.expect : undefined;
      const told =
        own === undefined
          ? hindrance(fault, expect.path, standing)
          : [fault, ...detour(own.path === undefined ? expect.path : undefined, standing)].join(' ');
      return [{ at: place, message: `Step ${index + 1}: ${told}` }];
    }
    const faults = await this.#unmet(expect, 0);
    return faults.map((message) => ({ at, message }));
  }

  async #do(does: StepWords, next: boolean): Promise<string | undefined> {
    if (does === 'submit') return this.#run.enter({}, undefined, '', next);
    if (does === 'poll' || does === 'keep polling') return this.#poll(next);
    const { enter, choose, phone, wait, poll = 0, expect } = does;
    if (enter !== undefined || choose !== undefined) {
      const { names, words } = this.#props;
      const entered = Object.entries(enter ?? {}).map(
        ([label, value]) => [label, names.get(value) ?? words.get(value) ?? value] as const,
      );
      return this.#run.enter(Object.fromEntries(entered), choose, this.recoveryCodes[0] ?? '', next);
    }
    if (phone !== undefined) return this.#act(phone);
    if (wait !== undefined) await this.#props.sleep(msOf(wait));
    if (expect !== undefined) {
      const faults = await this.#unmet(expect, this.#leftBefore);
      return faults.length === 0 ? undefined : faults.join(' ');
    }
    for (let time = 0; time < poll; time += 1) {
      const fault = await this.#poll(next);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  async #poll(next: boolean): Promise<string | undefined> {
    const { asked } = this.#run;
    const [waitMs] = (asked?.callbacks ?? []).flatMap(({ callback }) =>
      callback.type === 'PollingWaitCallback' ? [callback.waitTimeMs] : [],
    );
    if (asked === null || waitMs === undefined)
      return 'The step does not tell the client to wait and ask again.';
    await this.#props.sleep(waitMs + latencyMs);
    return this.#run.send(untouched(asked), next);
  }

  async #act(words: PhoneWords): Promise<string | undefined> {
    const { phone } = this.#props;
    switch (words) {
      case 'switch off':
      case 'switch on':
        this.#isOn = words === 'switch on';
        return undefined;
      case 'disable endpoint':
      case 'enable endpoint':
        return (await phone.switchEndpoint(words === 'enable endpoint'))
          ? undefined
          : 'The delivery service does not know the phone.';
      case 'scan':
      case 'approve':
      case 'deny':
      case 'tap the right number':
      case 'tap a wrong number':
      case 'let it expire':
        return this.#isOn ? this.#actInHand(words) : 'The phone is switched off.';
    }
  }

  async #actInHand(words: PhoneWords): Promise<string | undefined> {
    const { phone } = this.#props;
    if (words === 'scan') {
      const code = codeToScan(this.#run.asked);
      return code === undefined
        ? 'There is no QR code on the screen to scan.'
        : fault(await phone.scan(code));
    }
    await phone.receiveAll();
    const push = phone.state().notifications.find(({ status }) => status === 'pending');
    if (push === undefined) return 'There is no push on the phone to answer.';
    if (words === 'deny') return fault(await phone.deny(push.messageId));
    if (words === 'approve') return fault(await phone.approve(push.messageId));
    const right = push.numbers.find((number) => this.#shows(String(number)));
    const number = words === 'tap the right number' ? right : push.numbers.find((each) => each !== right);
    if (number === undefined || right === undefined) return 'The number to tap is not on the screen.';
    return fault(await phone.approve(push.messageId, number));
  }

  /** Whether a number is on the screen by itself. */
  #shows(number: string): boolean {
    return (this.#run.asked?.callbacks ?? []).some(
      ({ callback }) => 'message' in callback && callback.message.match(/\d+/g)?.includes(number) === true,
    );
  }

  async #unmet(wanted: Expectations, since: number): Promise<readonly string[]> {
    const { standing, expected, unseen, left } = await this.#look(wanted, since);
    this.#leftBefore = left;
    for (const what of unseen) this.#notCompared.add(what);
    return unmet(expected, standing);
  }

  async #look(wanted: Expectations, since: number): Promise<ServerStanding> {
    const { phone, hasPhone } = this.#props;
    // A phone that is switched off has been sent pushes as well.
    if (hasPhone && wanted.pushes !== undefined) await phone.receiveAll();
    const { notifications } = phone.state();
    const received = notifications.slice(0, notifications.length - this.#notificationsBefore);
    return standingOnServer(wanted, {
      ...this.#props,
      run: this.#run,
      pushes: hasPhone ? received.map(({ message }) => message).toReversed() : null,
      since,
    });
  }
}

const entersProfile = (does: StepWords | undefined) =>
  typeof does === 'object' && does.enter !== undefined && 'DeviceProfileCallback' in does.enter;

function fault(result: Parameters<typeof resultOf>[0]): string | undefined {
  const act = resultOf(result);
  return act.status === 'impossible' ? act.message : undefined;
}
