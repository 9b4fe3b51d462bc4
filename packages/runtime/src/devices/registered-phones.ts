import type { Phones } from '../push/phones.ts';
import { type DeviceDocuments, pushDeviceOf } from './device-documents.ts';

/** The registered phones of all realms, for push. */
export function createPhones(devices: DeviceDocuments): Phones {
  return {
    async find(realm, username, mechanismUid) {
      const device = await devices.find({ realm, username, method: 'push' });
      if (device === null) return null;
      const phone = pushDeviceOf(device);
      return mechanismUid === undefined || phone.deviceMechanismUID === mechanismUid ? phone : null;
    },
    async update(realm, username, mechanismUid, { deviceName, ...address }) {
      const updated = await devices.change({ realm, username, method: 'push' }, (device) =>
        device.details.deviceMechanismUID === mechanismUid
          ? {
              ...device,
              deviceName: deviceName ?? device.deviceName,
              details: { ...device.details, ...address },
            }
          : null,
      );
      return updated !== null;
    },
  };
}
