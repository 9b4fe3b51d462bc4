import type { PhoneState, Platform, PushMessage } from '@journeyman/authenticator';
import type { PushDevice, PushStatus } from '@journeyman/engine';
import type { MfaMethod } from '@journeyman/node-schemas';

/** Attributes of a person: name to values. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** A person of the made-up world. */
export interface SimulatedUser {
  readonly username: string;
  readonly password: string;
  readonly passwordState: 'current' | 'mustChange' | 'expired';
  readonly active: boolean;
  readonly attributes: Attributes;
  /** The devices by method; recovery codes are those that are left. */
  readonly devices: { readonly [M in MfaMethod]?: { readonly recoveryCodes: readonly string[] } };
  readonly pushDevice: PushDevice | null;
}

/** A message that the phone is to answer, and what has become of it. */
export interface ExpectedAnswer {
  readonly messageId: string;
  readonly secret: string;
  readonly challenge: string;
  /** The number that is right, where one must be tapped. */
  readonly number?: number;
  /** Milliseconds since the epoch from which an answer is too late. */
  readonly expiresAtMs: number;
  /** Milliseconds since the epoch until which the answer can be read. */
  readonly keptUntilMs: number;
  readonly wrongNumbers: number;
  readonly outcome: Exclude<PushStatus, { readonly status: 'gone' }>;
}

/** What does not work at the moment. `missing`: the realm has no push service. */
export interface Faults {
  readonly push?: 'fails' | 'missing';
  readonly pushMessages?: 'fails';
  readonly directory?: 'fails';
  readonly devices?: 'fails';
}

/** The address of the phone at the delivery service. */
export const phoneAddress = 'arn:aws:sns:eu-west-1:111122223333:endpoint/GCM/simulation/phone';

/** The one phone of the made-up world; whoever has a phone has this one. */
export interface SimulatedPhone {
  readonly platform: Platform;
  readonly state: PhoneState;
  readonly isOn: boolean;
  /** False: the delivery service has switched its address off. */
  readonly isReachable: boolean;
  /** What arrives as soon as it is switched on. */
  readonly undelivered: readonly (PushMessage & { readonly expiresAtMs: number })[];
}

/** All that there is beside the journey. A value: what happens makes a new one. Holds secrets. */
export interface SimulatedWorld {
  readonly nowMs: number;
  /** The state of the source of randomness. */
  readonly random: number;
  /** By folded username. */
  readonly users: Readonly<Record<string, SimulatedUser>>;
  /** By message id. */
  readonly messages: Readonly<Record<string, ExpectedAnswer>>;
  readonly phone: SimulatedPhone;
  /** The user of the session that the client holds; null: it holds none. */
  readonly signedIn: string | null;
  readonly faults: Faults;
}

/** The world while something happens in it. */
export interface Cell {
  world: SimulatedWorld;
}

/** The form of a user name that is compared: two names are one user when this is equal. */
export function foldUsername(username: string): string {
  return username.normalize('NFC').toLowerCase();
}

/** The user of a name; null: nobody has it. */
export function userNamed({ users }: SimulatedWorld, username: string): SimulatedUser | null {
  const key = foldUsername(username);
  return Object.hasOwn(users, key) ? (users[key] ?? null) : null;
}

/** Puts what is different about a user in the world; throws for a name that nobody has. */
export function changeUser(cell: Cell, username: string, different: Partial<SimulatedUser>): void {
  const user = userNamed(cell.world, username);
  if (user === null) throw new Error(`The directory has no user ${username}.`);
  const users = { ...cell.world.users, [foldUsername(username)]: { ...user, ...different } };
  cell.world = { ...cell.world, users };
}

/** Locks or unlocks an account; locking ends the session of its user. */
export function setActive(cell: Cell, username: string, active: boolean): void {
  changeUser(cell, username, { active });
  const { signedIn } = cell.world;
  if (!active && signedIn !== null && foldUsername(signedIn) === foldUsername(username)) {
    cell.world = { ...cell.world, signedIn: null };
  }
}
