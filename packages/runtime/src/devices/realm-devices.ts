import type { Devices } from '@journeyman/engine';
import type { JsonObject, MfaMethod } from '@journeyman/node-schemas';

/** What anybody who may see a device sees of it. */
export interface DeviceSummary {
  readonly uuid: string;
  readonly deviceName: string;
  /** Milliseconds since the epoch. */
  readonly createdDate: number;
  /** Milliseconds since the epoch. */
  readonly lastAccessDate: number;
}

/** A realm's devices with all that the service needs beyond what nodes do. Names of users are compared ignoring case. */
export interface RealmDevices extends Devices {
  /** The devices of a user for a method; like AM, at most one. */
  list(username: string, method: MfaMethod): Promise<readonly DeviceSummary[]>;
  /** Stores a device in place of any earlier one; `details`, such as its secret, are kept sealed, the codes hashed. */
  save(
    username: string,
    method: MfaMethod,
    device: DeviceSummary,
    details: JsonObject,
    recoveryCodes: readonly string[],
  ): Promise<void>;
  /** The device under its new name; null if there is none of this id. */
  rename(
    username: string,
    method: MfaMethod,
    uuid: string,
    deviceName: string,
  ): Promise<DeviceSummary | null>;
  /** The device that was removed; null if there is none, or none of this id where one is given. */
  remove(username: string, method: MfaMethod, uuid?: string): Promise<DeviceSummary | null>;
}
