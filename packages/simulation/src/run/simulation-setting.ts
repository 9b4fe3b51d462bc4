import type { Platform } from '@journeyman/authenticator';
import type { QrCode } from '@journeyman/engine';
import type { Journey, MfaMethod } from '@journeyman/node-schemas';
import type { Attributes, Faults } from '../world/simulated-world.ts';

/** A made-up person; what is left out is usual. */
export interface UserSetting {
  readonly username: string;
  /** Default: `Ch4ng31t!`. */
  readonly password?: string;
  readonly passwordState?: 'current' | 'mustChange' | 'expired';
  readonly attributes?: Attributes;
  /** Methods that the person has a device for; one for push is the phone of this world. */
  readonly devices?: readonly MfaMethod[];
  /** Those of each device. */
  readonly recoveryCodes?: readonly string[];
  /** Does not want to be asked for push. */
  readonly optedOut?: boolean;
  readonly locked?: boolean;
}

/** Settings of the realm that a journey's run depends on, under AM's names. */
export interface RealmSetting {
  /** `/` or `/alpha`. */
  readonly name: string;
  /** Such as `en_US`. */
  readonly locale: string;
  /** How long a run may take where the journey does not say, in minutes. */
  readonly authenticationSessionsMaxDuration: number;
  /** Minutes. */
  readonly maxSessionTime: number;
  /** Minutes. */
  readonly maxIdleTime: number;
  readonly loginSuccessUrl: string;
  readonly loginFailureUrl: string;
  /** Beginnings of the addresses on other servers that a client may ask to be led to. */
  readonly validGotoUrls: readonly string[];
}

/** What a simulation is made of. */
export interface SimulationSetting {
  /** The journeys of the realm, by name. */
  readonly journeys: ReadonlyMap<string, Journey>;
  readonly realm?: Partial<RealmSetting>;
  /** Default: `demo`, who has no device. */
  readonly users?: readonly UserSetting[];
  /** The user of the session that each run starts with, until it ends. */
  readonly signedIn?: string;
  readonly services?: Faults;
  readonly phone?: {
    readonly platform?: Platform;
    readonly isOn?: boolean;
    readonly isReachable?: boolean;
  };
  /** As the user prefers them, best first; BCP 47 tags. Default: `en`. */
  readonly locales?: readonly string[];
  /** Where the client asks to go after success. */
  readonly goto?: string;
  /** Where the client asks to go after failure. */
  readonly gotoOnFail?: string;
  /** Of every request: name to value. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The same seed gives the same codes, secrets and ids. Default: 1. */
  readonly seed?: number;
  /** Milliseconds since the epoch. Default: 1 January 2026, 12:00 UTC. */
  readonly startAtMs?: number;
  /** Draws QR codes; default: an empty picture. */
  readonly qrCode?: QrCode;
}

/** The password of a made-up person for whom none is given. */
export const usualPassword = 'Ch4ng31t!';

/** The realm where nothing else is said; the values are those of our service. */
export const usualRealm: RealmSetting = {
  name: '/',
  locale: 'en_US',
  authenticationSessionsMaxDuration: 5,
  maxSessionTime: 120,
  maxIdleTime: 30,
  loginSuccessUrl: '/am/console',
  loginFailureUrl: '',
  validGotoUrls: [],
};
