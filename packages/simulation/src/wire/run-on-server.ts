import type { Random } from '@journeyman/authenticator';
import type { Journey } from '@journeyman/node-schemas';
import { usualPassword } from '../run/simulation-setting.ts';
import { nodesWithin } from '../scenarios/known-nodes.ts';
import type { ScenarioFailure } from '../scenarios/run-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { cookieNameOf, type ServerAddress } from './am-server.ts';
import { notOverWire } from './not-over-wire.ts';
import type { ServerAdministrator } from './server-administrator.ts';
import { type Props, ServerRehearsal } from './server-rehearsal.ts';
import { signInByPassword } from './sign-in.ts';
import { createWirePhone } from './wire-phone.ts';

/** A server that scenarios are run against, with what can be done to it. */
export interface ScenarioServer {
  readonly address: ServerAddress;
  /** Absent: users are as they are there, and nobody looks at them. */
  readonly administrator?: ServerAdministrator;
  /** Its pushes can be fetched as those of a phone. */
  readonly hasPhone: boolean;
  readonly random: Random;
  readonly clock: { now(): number };
  /** Lets milliseconds pass. */
  sleep(ms: number): Promise<void>;
}

/** What a scenario on a server may need beside itself. */
export interface Company {
  readonly journeys: ReadonlyMap<string, Journey>;
  /** One that registers a phone, for users who are to have one already. */
  readonly enrolment?: Scenario | undefined;
  /** One that signs a user in by name and password, for runs that start with a session. */
  readonly signIn?: Scenario | undefined;
}

/** What came of a scenario on a server. */
export type ServerResult =
  /** `notCompared`: what was expected and could not be seen, in a few words each. */
  | {
      readonly status: 'run';
      readonly failures: readonly ScenarioFailure[];
      readonly notCompared: readonly string[];
    }
  | { readonly status: 'skipped'; readonly reason: string };

/**
 * Runs a scenario as a client with a phone does, and compares what the server lets one see. What breaks it off, and users that the
 * server keeps, are failures.
 */
export async function runOnServer(
  scenario: Scenario,
  server: ScenarioServer,
  company: Company,
): Promise<ServerResult> {
  const { administrator, hasPhone } = server;
  const reason = notOverWire(scenario, { makesUsers: administrator !== undefined, hasPhone });
  if (reason !== undefined) return { status: 'skipped', reason };
  const owner = Object.entries(scenario.given.users ?? {}).find(
    ([, { devices = [] }]) => devices.length > 0,
  )?.[0];
  if (owner !== undefined && company.enrolment === undefined)
    return { status: 'skipped', reason: `no scenario registers the phone that ${owner} is to have` };

  const { at } = scenario;
  const names = new Map<string, string>();
  const result = await produce(scenario, server, company, { names, owner }).catch((error: Error) =>
    failed({ at, message: `The server gave no answer: ${error.message}.` }),
  );
  const kept = administrator && (await removeAll([...names.values()], administrator));
  if (kept === undefined) return result;
  const failure = { at, message: kept };
  return result.status === 'run' ? { ...result, failures: [...result.failures, failure] } : failed(failure);
}

/** `names`: gets those of the users that are made. `owner`: the user who is to have a phone. */
async function produce(
  scenario: Scenario,
  server: ScenarioServer,
  company: Company,
  { names, owner }: { readonly names: Map<string, string>; readonly owner: string | undefined },
): Promise<ServerResult> {
  for (const [name, user] of Object.entries(scenario.given.users ?? { demo: {} })) {
    const ownName = server.administrator === undefined ? name : `${name}-${hex(server.random.bytes(4))}`;
    // A server may make a user and yet not answer.
    names.set(name, ownName);
    await server.administrator?.make(ownName, user);
  }
  return new Production(scenario, server, company, names).result(owner);
}

const failed = (failure: ScenarioFailure) =>
  ({ status: 'run', failures: [failure], notCompared: [] }) satisfies ServerResult;

/** Removes the users that were made; gives a sentence on those that stay. */
async function removeAll(
  names: readonly string[],
  administrator: ServerAdministrator,
): Promise<string | undefined> {
  const removals = await Promise.allSettled(names.map((name) => administrator.remove(name)));
  const kept = names.filter((_, index) => removals[index]?.status === 'rejected');
  const first = removals.find((removal) => removal.status === 'rejected');
  if (first === undefined) return undefined;
  const reason = first.reason instanceof Error ? first.reason.message : String(first.reason);
  return `The server keeps these users, whose passwords are known: ${kept.join(', ')}. ${reason}. They are to be removed there.`;
}

/** A scenario on a server whose users are made. */
class Production {
  readonly #scenario: Scenario;
  readonly #server: ScenarioServer;
  readonly #company: Company;
  readonly #props: Omit<Props, 'transactionId' | 'nodes'>;

  constructor(
    scenario: Scenario,
    server: ScenarioServer,
    company: Company,
    names: ReadonlyMap<string, string>,
  ) {
    const { platform = 'android', isOn = true } = scenario.given.phone ?? {};
    const { origin } = new URL(server.address.base);
    this.#scenario = scenario;
    this.#server = server;
    this.#company = company;
    this.#props = {
      ...server,
      names,
      phone: createWirePhone(origin, server.address.fetch, { ...server, platform }),
      isOn,
      words: new Map(),
      codes: [],
    };
  }

  /** `owner`: the user who is to have a phone. */
  async result(owner: string | undefined): Promise<ServerResult> {
    const { given, at } = this.#scenario;
    const { administrator } = this.#server;
    const { phone, names } = this.#props;
    const session = given.signedIn === undefined ? undefined : await this.#signIn(given.signedIn);
    if (session === null)
      return { status: 'skipped', reason: `a password alone does not sign ${given.signedIn} in there` };
    const registering = owner === undefined ? undefined : await this.#enrol(owner);
    if (registering?.fault !== undefined) return failed({ at, message: registering.fault });
    if (given.phone?.isReachable === false && owner !== undefined) await phone.switchEndpoint(false);
    for (const [name, user] of Object.entries(given.users ?? {})) {
      await administrator?.restrict(names.get(name) ?? name, user);
    }
    const codes = registering?.codes ?? [];
    const givenCodes = given.users?.[owner ?? '']?.recoveryCodes ?? [];
    const words = new Map(givenCodes.map((code, index) => [code, codes[index] ?? code]));
    const rehearsal = this.#rehearsal(this.#scenario, { words, codes, ...(session && { session }) });
    const failures = await rehearsal.failures();
    return { status: 'run', failures, notCompared: rehearsal.notCompared };
  }

  /** Has a user register the phone; gives the recovery codes, or what went wrong. */
  async #enrol(owner: string): Promise<{ readonly codes: readonly string[]; readonly fault?: string }> {
    const { enrolment } = this.#company;
    if (enrolment === undefined) return { codes: [] };
    const registering = this.#rehearsal(enrolment, { ...this.#as(owner, enrolment), isOn: true });
    const [failure] = await registering.failures();
    const codes = registering.recoveryCodes;
    await this.#props.phone.receiveAll();
    return failure === undefined
      ? { codes }
      : {
          codes,
          fault: `The phone of ${owner} cannot be registered by “${enrolment.name}”: ${failure.message}`,
        };
  }

  /** Gives a user a session; null: a password is not enough for that. */
  async #signIn(username: string): Promise<Props['session'] | null> {
    const { address } = this.#server;
    const { signIn } = this.#company;
    const password = this.#scenario.given.users?.[username]?.password ?? usualPassword;
    const ownName = this.#props.names.get(username) ?? username;
    let token = await signInByPassword(address, ownName, password, this.#transactionId());
    if (token === undefined && signIn !== undefined) {
      const entering = this.#rehearsal(signIn, this.#as(username, signIn));
      await entering.failures();
      token = entering.token;
    }
    return token === undefined ? null : { cookie: await cookieNameOf(address), token };
  }

  /** What is to be entered so that the user of another scenario becomes one of this. */
  #as(username: string, { given }: Scenario): Pick<Props, 'names' | 'words'> {
    const [inOther = 'demo', user] = Object.entries(given.users ?? {})[0] ?? [];
    const password = this.#scenario.given.users?.[username]?.password ?? usualPassword;
    return {
      names: new Map([[inOther, this.#props.names.get(username) ?? username]]),
      words: new Map([[user?.password ?? usualPassword, password]]),
    };
  }

  #rehearsal(scenario: Scenario, different: Partial<Props>): ServerRehearsal {
    const nodes = nodesWithin(scenario.journey, this.#company.journeys);
    return new ServerRehearsal(scenario, {
      ...this.#props,
      transactionId: this.#transactionId(),
      nodes,
      ...different,
    });
  }

  #transactionId(): string {
    return `journeyman-${hex(this.#server.random.bytes(12))}`;
  }
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
