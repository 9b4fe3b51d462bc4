import {
  isJsonObject,
  type Json,
  type JsonObject,
  type StateKey,
  type StateScope,
  type StateValues,
} from '@journeyman/node-schemas/run';

/** The values of one scope. */
export type StateLayer = Readonly<Record<string, Json>>;

/**
 * The three layers of a journey's state.
 * `shared` lasts as long as the journey; `transient` until the next request; `secure` holds what was transient at the last
 * request and is read by a node still to come. Only `shared` may be kept in clear.
 */
export interface JourneyState {
  readonly shared: StateLayer;
  readonly transient: StateLayer;
  readonly secure: StateLayer;
}

/** A journey's state as one node sees it. Reads look in transient, then secure, then shared state. */
export interface NodeState {
  /** A value of another type than the key's counts as none: nodes that put what a configuration names can put anything. */
  get<K extends StateKey>(key: K): StateValues[K] | undefined;
  put<K extends StateKey>(scope: StateScope, key: K, value: StateValues[K]): void;
  /** Removes the keys from every layer. */
  remove(...keys: readonly StateKey[]): void;
  /** State of this node alone, kept in shared state as `<nodeId>.<name>`, where AM has it too. */
  readonly own: {
    get(name: string): Json | undefined;
    put(name: string, value: Json): void;
    remove(...names: readonly string[]): void;
  };
  /** Attributes of the person, under AM's key `objectAttributes`; each is in one layer only. */
  readonly attributes: {
    get(name: string): Json | undefined;
    put(scope: StateScope, name: string, value: Json): void;
  };
  /** Keys that a configuration names, of which nothing is known beforehand. */
  readonly named: {
    get(key: string): Json | undefined;
    /** Puts the value in shared state and removes it from the other layers. */
    put(key: string, value: Json): void;
  };
}

/** A state that nodes change while they run, and what has become of it. */
export interface WorkingState extends JourneyState {
  shared: Record<string, Json>;
  transient: Record<string, Json>;
  secure: Record<string, Json>;
}

/** A copy that can be changed without changing the original. */
export function workOn(state: JourneyState): WorkingState {
  return { shared: { ...state.shared }, transient: { ...state.transient }, secure: { ...state.secure } };
}

/** What a value is, as far as nodes rely on it. */
type KindOf<Value> = Value extends string
  ? 'text'
  : Value extends number
    ? 'number'
    : Value extends readonly Json[]
      ? 'list'
      : 'object';

const kinds: { readonly [K in StateKey]: KindOf<StateValues[K]> } = {
  realm: 'text',
  username: 'text',
  password: 'text',
  universalId: 'text',
  authLevel: 'number',
  targetAuthLevel: 'number',
  objectAttributes: 'object',
  successUrl: 'text',
  failureUrl: 'text',
  userGotoParam: 'text',
  userGotoOnFailParam: 'text',
  errorMessage: 'text',
  lockoutMessage: 'text',
  errorNode: 'object',
  NodeType: 'text',
  mfaMethod: 'text',
  'forgeRock.device.profile': 'object',
  pushMessageId: 'text',
  pushMessageExpiration: 'number',
  t: 'number',
  pushMechanismUid: 'text',
  pushNumberChallengeKey: 'text',
  pushDeviceProfile: 'text',
  pushChallengeKey: 'text',
  pushRegistrationTimeout: 'number',
  PushAuthFailureReason: 'text',
  recoveryCodes: 'list',
  recoveryCodeDeviceName: 'text',
};

function isOf(kind: (typeof kinds)[StateKey], value: Json | undefined): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
  }
}

const attributesKey = 'objectAttributes' satisfies StateKey;

function attributesIn(layer: StateLayer): JsonObject {
  const held = layer[attributesKey];
  return isJsonObject(held) ? held : {};
}

/** The view that a node gets of a state. */
export function viewFor(nodeId: string, state: WorkingState): NodeState {
  const read = (key: string): Json | undefined => {
    for (const layer of [state.transient, state.secure, state.shared]) {
      if (Object.hasOwn(layer, key)) return layer[key];
    }
    return undefined;
  };
  const remove = (key: string): void => {
    delete state.transient[key];
    delete state.secure[key];
    delete state.shared[key];
  };
  return {
    get: (key) => {
      const value = read(key);
      return isOf(kinds[key], value) ? (value as never) : undefined;
    },
    put: (scope, key, value) => {
      remove(key);
      state[scope][key] = value as unknown as Json;
    },
    remove: (...keys) => keys.forEach(remove),
    own: {
      get: (name) => read(`${nodeId}.${name}`),
      put: (name, value) => {
        state.shared[`${nodeId}.${name}`] = value;
      },
      remove: (...names) => {
        for (const name of names) delete state.shared[`${nodeId}.${name}`];
      },
    },
    attributes: {
      get: (name) => {
        for (const layer of [state.transient, state.secure, state.shared]) {
          const held = attributesIn(layer);
          if (Object.hasOwn(held, name)) return held[name];
        }
        return undefined;
      },
      put: (scope, name, value) => {
        for (const layer of [state.transient, state.secure, state.shared]) {
          const { [name]: replaced, ...others } = attributesIn(layer);
          if (replaced === undefined) continue;
          if (Object.keys(others).length > 0) layer[attributesKey] = others;
          else delete layer[attributesKey];
        }
        state[scope][attributesKey] = { ...attributesIn(state[scope]), [name]: value };
      },
    },
    named: {
      get: read,
      put: (key, value) => {
        remove(key);
        state.shared[key] = value;
      },
    },
  };
}
