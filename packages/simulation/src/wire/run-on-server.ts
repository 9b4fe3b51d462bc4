import type { Random } from '@journeyman/authenticator';
import { codeToScan, resultOf } from '../run/phone-acts.ts';
import { untouched } from '../run/untouched.ts';
import { msOf } from '../scenarios/duration.ts';
import { unmetOnScreen } from '../scenarios/expectations.ts';
import type { ScenarioFailure } from '../scenarios/run-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Expectations, PhoneWords, StepWords } from '../scenarios/scenario-schema.ts';
import type { ServerAddress } from './am-server.ts';
import { notOverWire } from './not-over-wire.ts';
import type { ServerUsers } from './server-users.ts';
import { createWirePhone, type WirePhone } from './wire-phone.ts';
import { WireRun } from './wire-run.ts';

/** A server that scenarios are run against, with what can be done to it. */
export interface ScenarioServer {
  readonly address: ServerAddress;
  /** Absent: users are as they are there. */
  readonly users?: ServerUsers;
  /** Its pushes can be fetched as those of a phone. */
  readonly hasPhone: boolean;
  readonly random: Random;
  readonly clock: { now(): number };
  /** Lets milliseconds pass. */
  sleep(ms: number): Promise<void>;
}

/** What came of a scenario on a server. */
export type ServerResult =
  | { readonly status: 'run'; readonly failures: readonly ScenarioFailure[] }
  | { readonly status: 'skipped'; readonly reason: string };

/** What a client takes beyond the time that it is told to wait, in milliseconds. */
const latencyMs = 50;

/**
 * Runs a scenario as a client with a phone does. What only the server sees is not compared: the path, the users, the pushes and the
 * session. `enrolment`: a scenario that registers a phone, for users who are to have one already.
 */
export async function runOnServer(
  scenario: Scenario,
  server: ScenarioServer,
  enrolment: Scenario | undefined,
): Promise<ServerResult> {
  const { users, hasPhone } = server;
  const reason = notOverWire(scenario, { makesUsers: users !== undefined, hasPhone });
  if (reason !== undefined) return { status: 'skipped', reason };
  const given = scenario.given.users ?? { demo: {} };
  const owner = Object.entries(given).find(([, { devices = [] }]) => devices.length > 0)?.[0];
  if (owner !== undefined && enrolment === undefined)
    return { status: 'skipped', reason: `no scenario registers the phone that ${owner} is to have` };

  const names = new Map<string, string>();
  const { platform = 'android', isOn = true } = scenario.given.phone ?? {};
  const phone = createWirePhone(new URL(server.address.base).origin, server.address.fetch, {
    ...server,
    platform,
  });
  try {
    for (const [name, user] of Object.entries(given)) {
      const ownName = users === undefined ? name : `${name}-${hex(server.random.bytes(4))}`;
      await users?.make(ownName, user);
      names.set(name, ownName);
    }
    let codes: readonly string[] = [];
    if (owner !== undefined && enrolment !== undefined) {
      const [inEnrolment = 'demo'] = Object.keys(enrolment.given.users ?? {});
      const ownNames = new Map([[inEnrolment, names.get(owner) ?? owner]]);
      const registering = new ServerRehearsal(enrolment, server, { phone, isOn: true, words: ownNames });
      const [failure] = await registering.failures();
      codes = registering.recoveryCodes;
      if (failure !== undefined) {
        const message = `The phone of ${owner} cannot be registered by “${enrolment.name}”: ${failure.message}`;
        return { status: 'run', failures: [{ at: scenario.at, message }] };
      }
    }
    const givenCodes = owner === undefined ? [] : (given[owner]?.recoveryCodes ?? []);
    const words = new Map([...names, ...givenCodes.map((code, at) => [code, codes[at] ?? code] as const)]);
    const rehearsal = new ServerRehearsal(scenario, server, { phone, isOn, words, codes });
    return { status: 'run', failures: await rehearsal.failures() };
  } finally {
    for (const name of names.values()) await users?.remove(name);
  }
}

/** What a rehearsal begins with. */
interface Props {
  readonly phone: WirePhone;
  readonly isOn: boolean;
  /** What is entered in place of names and codes that the scenario made up. */
  readonly words: ReadonlyMap<string, string>;
  readonly codes?: readonly string[];
}

class ServerRehearsal {
  readonly #scenario: Scenario;
  readonly #server: ScenarioServer;
  readonly #props: Props;
  readonly #run: WireRun;
  #isOn: boolean;

  constructor(scenario: Scenario, server: ScenarioServer, props: Props) {
    this.#scenario = scenario;
    this.#server = server;
    this.#props = props;
    this.#isOn = props.isOn;
    this.#run = new WireRun(server.address, scenario.given);
  }

  /** Those that were shown, or else those that the user had before. */
  get recoveryCodes(): readonly string[] {
    return this.#run.recoveryCodes.length > 0 ? this.#run.recoveryCodes : (this.#props.codes ?? []);
  }

  async failures(): Promise<readonly ScenarioFailure[]> {
    const { journey, steps, expect, at } = this.#scenario;
    const broken = await this.#run.start(journey, entersProfile(steps[0]?.does));
    if (broken !== undefined) return [{ at, message: broken }];
    for (const [index, { at: place, does }] of steps.entries()) {
      const fault = await this.#do(does, entersProfile(steps[index + 1]?.does));
      if (fault !== undefined) return [{ at: place, message: `Step ${index + 1}: ${fault}` }];
    }
    return this.#unmet(expect).map((message) => ({ at, message }));
  }

  async #do(does: StepWords, next: boolean): Promise<string | undefined> {
    if (does === 'submit') return this.#run.enter({}, undefined, '', next);
    if (does === 'poll' || does === 'keep polling') return this.#poll(next);
    const { enter, choose, phone, wait, poll = 0, expect } = does;
    if (enter !== undefined || choose !== undefined) {
      const entered = Object.entries(enter ?? {}).map(
        ([label, value]) => [label, this.#props.words.get(value) ?? value] as const,
      );
      return this.#run.enter(Object.fromEntries(entered), choose, this.recoveryCodes[0] ?? '', next);
    }
    if (phone !== undefined) return this.#act(phone);
    if (wait !== undefined) await this.#server.sleep(msOf(wait));
    if (expect !== undefined) return this.#unmet(expect)[0];
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
    await this.#server.sleep(waitMs + latencyMs);
    return this.#run.send(untouched(asked), next);
  }

  async #act(words: PhoneWords): Promise<string | undefined> {
    if (words === 'switch off' || words === 'switch on') {
      this.#isOn = words === 'switch on';
      return undefined;
    }
    if (!this.#isOn) return 'The phone is switched off.';
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

  #unmet(expected: Expectations): readonly string[] {
    const { asked, end } = this.#run;
    const { message, ...others } = expected;
    // What a journey breaks off for is in the server's log alone.
    const told = message === undefined || expected.end === 'error' ? {} : { message };
    return unmetOnScreen({ ...others, ...told }, { asked, end, whereabouts: this.#whereabouts() }).map(
      (each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}${/[.?]$/.test(each) ? '' : '.'}`,
    );
  }

  #whereabouts(): string {
    const { end } = this.#run;
    switch (end?.status) {
      case 'success':
        return 'succeeded';
      case 'failure':
        return `failed with “${end.message}”`;
      case 'error':
        return `broke off with “${end.message}”`;
      case undefined:
        return 'waits for the user';
    }
  }
}

const entersProfile = (does: StepWords | undefined) =>
  typeof does === 'object' && does.enter !== undefined && 'DeviceProfileCallback' in does.enter;

function fault(result: Parameters<typeof resultOf>[0]): string | undefined {
  const act = resultOf(result);
  return act.status === 'impossible' ? act.message : undefined;
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
