import type { Directory, SkipSetting } from '@journeyman/engine';
import type { MfaMethod } from '@journeyman/node-schemas';
import type { SlowHash } from '../crypto/slow-hash.ts';
import type { RealmConfiguration } from '../realms/realm-configuration.ts';
import { type DeviceDocuments, pushDeviceOf } from './device-documents.ts';
import type { DeviceSummary, RealmDevices } from './realm-devices.ts';
import { type HashedCodes, hashCodes, hashGuess, withoutCode } from './recovery-codes.ts';

/** What the devices of a realm are kept with. */
export interface DevicesParts {
  readonly documents: DeviceDocuments;
  /** The people of the realm; their attributes hold the skip settings. */
  readonly directory: Directory;
  /** The realm's settings as they are at the moment. */
  readonly configuration: () => RealmConfiguration;
  /** For recovery codes. */
  readonly hash: SlowHash;
}

/** What a user's attribute says of a skip setting; AM's numbers. */
const skipValues: Readonly<Record<SkipSetting, string>> = {
  NOT_SET: '0',
  SKIPPABLE: '1',
  NOT_SKIPPABLE: '2',
};

const noCodes: HashedCodes = { salt: Buffer.alloc(16).toString('base64'), hashes: [] };

/** The devices of one realm's people. */
export function createDevices(parts: DevicesParts, realm: string): RealmDevices {
  const { documents, directory, configuration, hash } = parts;
  const keyOf = (username: string, method: MfaMethod) => ({ realm, username, method });

  /** WebAuthn has no such attribute in AM: nobody can opt out of it. */
  function skipAttributeOf(method: MfaMethod): string | undefined {
    const { services } = configuration();
    switch (method) {
      case 'push':
        return services.authenticatorPushService.authenticatorPushSkippableName;
      case 'oath':
        return services.authenticatorOathService.authenticatorOATHSkippableName;
      case 'webauthn':
        return undefined;
    }
  }

  const devices: RealmDevices = {
    async findPush(username) {
      const device = await documents.find(keyOf(username, 'push'));
      return device && pushDeviceOf(device);
    },
    savePush(username, device, recoveryCodes) {
      const { uuid, deviceName, createdDate, lastAccessDate, ...details } = device;
      const summary = { uuid, deviceName, createdDate, lastAccessDate };
      return devices.save(username, 'push', summary, details, recoveryCodes);
    },
    async touchPush(username, deviceMechanismUid, atMs) {
      await documents.change(keyOf(username, 'push'), (device) =>
        device.details.deviceMechanismUID === deviceMechanismUid ? { ...device, lastAccessDate: atMs } : null,
      );
    },
    async has(username, method) {
      return (await documents.find(keyOf(username, method))) !== null;
    },
    async skipSetting(username, method) {
      const attribute = skipAttributeOf(method);
      if (attribute === undefined) return 'NOT_SET';
      const [value] = (await directory.find(username))?.attributes[attribute] ?? [];
      if (value === skipValues.SKIPPABLE) return 'SKIPPABLE';
      return value === skipValues.NOT_SKIPPABLE ? 'NOT_SKIPPABLE' : 'NOT_SET';
    },
    async setSkipSetting(username, method, setting) {
      const attribute = skipAttributeOf(method);
      if (attribute !== undefined) await directory.setAttribute(username, attribute, [skipValues[setting]]);
    },
    async useRecoveryCode(username, method, code) {
      const device = await documents.find(keyOf(username, method));
      // A guess takes as long where there is no device: time is not to tell who has one.
      const guess = await hashGuess(code, device?.recoveryCodes ?? noCodes, hash);
      if (device === null) return false;
      const used = await documents.change(keyOf(username, method), (current) => {
        // Another salt: another device has been registered while the guess was hashed.
        if (current.recoveryCodes.salt !== device.recoveryCodes.salt) return null;
        const recoveryCodes = withoutCode(current.recoveryCodes, guess);
        return recoveryCodes && { ...current, recoveryCodes };
      });
      return used !== null;
    },
    async list(username, method) {
      const device = await documents.find(keyOf(username, method));
      return device === null ? [] : [summaryOf(device)];
    },
    async save(username, method, summary, details, codes) {
      const recoveryCodes = await hashCodes(codes, hash);
      await documents.put(keyOf(username, method), { ...summaryOf(summary), details, recoveryCodes });
    },
    async rename(username, method, uuid, deviceName) {
      const renamed = await documents.change(keyOf(username, method), (device) =>
        device.uuid === uuid ? { ...device, deviceName } : null,
      );
      return renamed && summaryOf(renamed);
    },
    async remove(username, method, uuid) {
      const removed = await documents.change(keyOf(username, method), (device) =>
        uuid === undefined || device.uuid === uuid ? 'removed' : null,
      );
      return removed && summaryOf(removed);
    },
  };
  return devices;
}

function summaryOf({ uuid, deviceName, createdDate, lastAccessDate }: DeviceSummary): DeviceSummary {
  return { uuid, deviceName, createdDate, lastAccessDate };
}
