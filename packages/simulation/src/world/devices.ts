import type { Devices, Directory, Identity, SkipSetting } from '@journeyman/engine';
import type { MfaMethod } from '@journeyman/node-schemas';
import { type Cell, changeUser, userNamed } from './simulated-world.ts';

/** The attributes that hold skip settings, under AM's default names; WebAuthn has none: nobody can opt out of it. */
export const skipAttributes = {
  push: 'push2faEnabled',
  oath: 'oath2faEnabled',
  webauthn: undefined,
} as const satisfies Record<MfaMethod, string | undefined>;

/** How those attributes say it. */
export const skipValues: Readonly<Record<SkipSetting, string>> = {
  NOT_SET: '0',
  SKIPPABLE: '1',
  NOT_SKIPPABLE: '2',
};

/** The registered devices of the made-up world; who has opted out is in the directory. */
export function simulatedDevices(cell: Cell, directory: Directory): Devices {
  const user = (username: string) => {
    if (cell.world.faults.devices === 'fails') throw new Error('The store of devices is out of reach.');
    return userNamed(cell.world, username);
  };

  return {
    async findPush(username) {
      return user(username)?.pushDevice ?? null;
    },
    async savePush(username, device, recoveryCodes) {
      const devices = { ...user(username)?.devices, push: { recoveryCodes } };
      changeUser(cell, username, { devices, pushDevice: device });
    },
    async touchPush(username, mechanismUid, atMs) {
      const device = user(username)?.pushDevice;
      if (device?.deviceMechanismUID !== mechanismUid) return;
      changeUser(cell, username, { pushDevice: { ...device, lastAccessDate: atMs } });
    },
    async has(username, method) {
      return user(username)?.devices[method] !== undefined;
    },
    async skipSetting(username, method) {
      const identity = skipAttributes[method] === undefined ? null : await directory.find(username);
      return skipSettingOf(identity, method);
    },
    async setSkipSetting(username, method, setting) {
      const attribute = skipAttributes[method];
      if (attribute !== undefined) await directory.setAttribute(username, attribute, [skipValues[setting]]);
    },
    async useRecoveryCode(username, method, code) {
      const devices = user(username)?.devices ?? {};
      const codes = devices[method]?.recoveryCodes ?? [];
      if (!codes.includes(code)) return false;
      const recoveryCodes = codes.filter((left) => left !== code);
      changeUser(cell, username, { devices: { ...devices, [method]: { recoveryCodes } } });
      return true;
    },
  };
}

/** Whether a user wants to be asked for a method. */
export function skipSettingOf(user: Pick<Identity, 'attributes'> | null, method: MfaMethod): SkipSetting {
  const attribute = skipAttributes[method];
  const [value] = (attribute === undefined ? undefined : user?.attributes[attribute]) ?? [];
  if (value === skipValues.SKIPPABLE) return 'SKIPPABLE';
  return value === skipValues.NOT_SKIPPABLE ? 'NOT_SKIPPABLE' : 'NOT_SET';
}
