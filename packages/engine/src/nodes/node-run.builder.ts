import { base64OfBytes, type ConfigOf, type MfaMethod, type NodeType } from '@journeyman/node-schemas';
import type { NodeRun } from '../behaviour.ts';
import type { Answer } from '../callbacks.ts';
import type {
  ExpectedRegistration,
  Identity,
  OutgoingPush,
  PushDevice,
  PushStatus,
  Random,
  RealmSettings,
  RequestContext,
  Services,
  SkipSetting,
} from '../services.ts';
import { type StateLayer, viewFor, type WorkingState, workOn } from '../state.ts';

/** A person as a test describes one; the rest follows from the name. */
export interface TestPerson extends Partial<Omit<Identity, 'username'>> {
  readonly username: string;
  readonly password?: string;
  /** What the right password gives. Default: `valid`. */
  readonly passwordStatus?: 'mustChange' | 'expired';
}

/** What a test says of a node's run; whatever it leaves out is empty or usual. */
export interface NodeRunSetting<T extends NodeType> {
  readonly type: T;
  /** What differs from the defaults. */
  readonly config?: Partial<ConfigOf<T>>;
  /** Default: `node`. */
  readonly nodeId?: string;
  readonly shared?: StateLayer;
  readonly transient?: StateLayer;
  readonly secure?: StateLayer;
  readonly answers?: readonly Answer[];
  readonly request?: Partial<RequestContext>;
  readonly realm?: Partial<RealmSettings>;
  /** Default: 1 January 2026, 12:00 UTC. */
  readonly nowMs?: number;
  /** Default: `demo`, who exists, is active and has the password `Ch4ng31t!`. */
  readonly people?: readonly TestPerson[];
  /** Phones by username. */
  readonly phones?: Readonly<Record<string, PushDevice>>;
  /** Recovery codes as `demo/push` to codes; whoever has an entry has a device of that method. */
  readonly recoveryCodes?: Readonly<Record<string, readonly string[]>>;
  /** Skip settings as `demo/push` to setting. */
  readonly skipSettings?: Readonly<Record<string, SkipSetting>>;
  /** What has become of push messages, by id. */
  readonly messages?: Readonly<Record<string, PushStatus>>;
  /** Methods to put in the place of the fakes': an outage, a refusal, a certain number. */
  readonly services?: { readonly [K in keyof Services]?: Partial<Services[K]> };
}

/** All that the fakes remember, for a test to look at or change. */
interface TestWorld {
  nowMs: number;
  readonly people: Map<string, TestPerson & Identity>;
  readonly phones: Map<string, PushDevice>;
  /** `demo/push` to the codes that are left. */
  readonly recoveryCodes: Map<string, readonly string[]>;
  /** `demo/push` to setting. */
  readonly skipSettings: Map<string, SkipSetting>;
  /** Message id to what has become of it; no entry: gone. */
  readonly messages: Map<string, PushStatus>;
  readonly sent: OutgoingPush[];
  readonly expected: ExpectedRegistration[];
  readonly forgotten: string[];
  /** Usernames whose phone's address was made to work again. */
  readonly enabled: string[];
}

/** A node about to run in a world of fakes. */
export interface TestRun<Config> {
  readonly run: NodeRun<Config>;
  /** The three layers as the node leaves them. */
  readonly state: WorkingState;
  readonly services: Services;
  readonly world: TestWorld;
  /** The same node in the next request: transient values that it reads are secure now, the others gone. */
  next(...answers: readonly Answer[]): NodeRun<Config>;
}

/** A phone for push, registered for the issuer `Acme`. */
export function pushDevice(different: Partial<PushDevice> = {}): PushDevice {
  return {
    uuid: '6f3b7a52-3c0e-4a8e-9a36-0b6c3d9f2d10',
    deviceName: 'Push Device',
    issuer: 'Acme',
    sharedSecret: base64OfBytes(Array.from({ length: 32 }, (_, index) => index)),
    deviceMechanismUID: '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9',
    deviceId: 'token-of-the-phone',
    deviceType: 'android',
    communicationType: 'gcm',
    communicationId: 'arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/phone',
    createdDate: 0,
    lastAccessDate: 0,
    ...different,
  };
}

/** A node's run in a world of in-memory fakes, where time stands still and randomness repeats itself. */
export function nodeRun<T extends NodeType>(setting: NodeRunSetting<T>): TestRun<ConfigOf<T>> {
  const world = worldOf(setting);
  const services = servicesOf(world, setting.services ?? {});
  const state = workOn({
    shared: setting.shared ?? {},
    transient: setting.transient ?? {},
    secure: setting.secure ?? {},
  });
  const nodeId = setting.nodeId ?? 'node';
  const run: NodeRun<ConfigOf<T>> = {
    nodeId,
    config: { ...defaultsOf(setting.type), ...setting.config } as ConfigOf<T>,
    state: viewFor(nodeId, state),
    answers: setting.answers ?? [],
    request: { locales: ['en'], headers: {}, clientIp: '203.0.113.7', parameters: {}, ...setting.request },
    realm: { realm: '/', locales: ['en-US'], ...setting.realm },
    services,
  };
  const next = (...answers: readonly Answer[]) => {
    for (const { key } of setting.type.reads) {
      const value = state.transient[key];
      if (value !== undefined) state.secure[key] = value;
    }
    state.transient = {};
    return { ...run, answers };
  };
  return { run, state, services, world, next };
}

function defaultsOf(type: NodeType): Readonly<Record<string, unknown>> {
  const defaults: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(type.config.properties)) {
    if ('default' in property) defaults[key] = property.default;
  }
  return defaults;
}

function worldOf(setting: NodeRunSetting<NodeType>): TestWorld {
  const people = setting.people ?? [{ username: 'demo', password: 'Ch4ng31t!' }];
  return {
    nowMs: setting.nowMs ?? Date.UTC(2026, 0, 1, 12),
    people: new Map(
      people.map((person) => [
        person.username,
        {
          universalId: `id=${person.username},ou=user,ou=am-config`,
          active: true,
          attributes: {},
          ...person,
        },
      ]),
    ),
    phones: new Map(Object.entries(setting.phones ?? {})),
    recoveryCodes: new Map(Object.entries(setting.recoveryCodes ?? {})),
    skipSettings: new Map(Object.entries(setting.skipSettings ?? {})),
    messages: new Map(Object.entries(setting.messages ?? {})),
    sent: [],
    expected: [],
    forgotten: [],
    enabled: [],
  };
}

function servicesOf(
  world: TestWorld,
  different: NonNullable<NodeRunSetting<NodeType>['services']>,
): Services {
  const of = (username: string, method: MfaMethod) => `${username}/${method}`;
  return {
    clock: { now: () => world.nowMs, ...different.clock },
    random: { ...repeatableRandom(), ...different.random },
    directory: {
      authenticate: async (username, password) => {
        const person = world.people.get(username);
        if (person === undefined) return { status: 'unknown' };
        return { status: person.password === password ? (person.passwordStatus ?? 'valid') : 'invalid' };
      },
      changePassword: async (username, oldPassword, newPassword) => {
        const person = world.people.get(username);
        if (person?.password !== oldPassword) return { status: 'invalid' };
        const { passwordStatus: _settled, ...rest } = person;
        world.people.set(username, { ...rest, password: newPassword });
        return { status: 'changed' };
      },
      find: async (username) => world.people.get(username) ?? null,
      setAttribute: async (username, name, values) => {
        const person = world.people.get(username);
        if (person === undefined) throw new Error(`nobody is called ${username}`);
        const { [name]: _replaced, ...others } = person.attributes;
        const attributes = values.length === 0 ? others : { ...others, [name]: values };
        world.people.set(username, { ...person, attributes });
      },
      setActive: async (username, active) => {
        const person = world.people.get(username);
        if (person === undefined) throw new Error(`nobody is called ${username}`);
        world.people.set(username, { ...person, active });
      },
      ...different.directory,
    },
    devices: {
      findPush: async (username) => world.phones.get(username) ?? null,
      savePush: async (username, device, codes) => {
        world.phones.set(username, device);
        world.recoveryCodes.set(of(username, 'push'), codes);
      },
      touchPush: async (username, mechanismUid, atMs) => {
        const phone = world.phones.get(username);
        if (phone?.deviceMechanismUID !== mechanismUid) return;
        world.phones.set(username, { ...phone, lastAccessDate: atMs });
      },
      has: async (username, method) =>
        (method === 'push' && world.phones.has(username)) || world.recoveryCodes.has(of(username, method)),
      skipSetting: async (username, method) => world.skipSettings.get(of(username, method)) ?? 'NOT_SET',
      setSkipSetting: async (username, method, setting) => {
        world.skipSettings.set(of(username, method), setting);
      },
      useRecoveryCode: async (username, method, code) => {
        const codes = world.recoveryCodes.get(of(username, method)) ?? [];
        if (!codes.includes(code)) return false;
        world.recoveryCodes.set(
          of(username, method),
          codes.filter((left) => left !== code),
        );
        return true;
      },
      ...different.devices,
    },
    policies: {
      describe: async () => ({ policies: {} }),
      check: async () => [],
      ...different.policies,
    },
    push: {
      send: async (push) => {
        world.sent.push(push);
        world.messages.set(push.messageId, { status: 'pending' });
        return { sent: true };
      },
      expectRegistration: async (registration) => {
        world.expected.push(registration);
        world.messages.set(registration.messageId, { status: 'pending' });
      },
      status: async (messageId) => world.messages.get(messageId) ?? { status: 'gone' },
      forget: async (messageId) => {
        world.forgotten.push(messageId);
        world.messages.delete(messageId);
      },
      enableDevice: async (username) => {
        world.enabled.push(username);
      },
      registerUrl: 'https://login.example.com/am/json/push/sns/message?_action=register',
      authenticateUrl: 'https://login.example.com/am/json/push/sns/message?_action=authenticate',
      ...different.push,
    },
    qrCode: { svg: (text) => `<svg><desc>${text.length} characters</desc></svg>`, ...different.qrCode },
  };
}

/** Numbers that look random and are the same in each test. */
function repeatableRandom(): Random {
  let seed = 20_260_101;
  const integer = (from: number, to: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return from + Math.floor((seed / 2 ** 32) * (to - from + 1));
  };
  const hex = (digits: number) => Array.from({ length: digits }, () => integer(0, 15).toString(16)).join('');
  return {
    integer,
    base64: (bytes) => base64OfBytes(Array.from({ length: bytes }, () => integer(0, 255))),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
