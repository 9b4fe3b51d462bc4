import { type Account, createPushToken } from '@journeyman/authenticator';
import type { PushDevice } from '@journeyman/engine';
import { skipAttributes, skipValues } from '../world/devices.ts';
import { phoneUrls } from '../world/push.ts';
import { repeatableRandom } from '../world/random.ts';
import {
  type Cell,
  foldUsername,
  phoneAddress,
  type SimulatedUser,
  type SimulatedWorld,
} from '../world/simulated-world.ts';
import { type SimulationSetting, type UserSetting, usualPassword, usualRealm } from './simulation-setting.ts';

const issuer = 'Journeyman';

/** The made-up world before anything has happened in it. */
export function initialWorld(setting: SimulationSetting): SimulatedWorld {
  const { platform = 'android', isOn = true, isReachable = true } = setting.phone ?? {};
  const cell: Cell = {
    world: {
      nowMs: setting.startAtMs ?? Date.UTC(2026, 0, 1, 12),
      random: setting.seed ?? 1,
      users: {},
      messages: {},
      phone: {
        platform,
        state: { pushToken: '', accounts: [], notifications: [] },
        isOn,
        isReachable,
        undelivered: [],
      },
      signedIn: setting.signedIn ?? null,
      faults: setting.services ?? {},
    },
  };
  const pushToken = createPushToken(platform, repeatableRandom(cell));
  putPhoneState(cell, { pushToken });
  const realm = setting.realm?.name ?? usualRealm.name;
  for (const user of setting.users ?? [{ username: 'demo' }]) addUser(cell, realm, user);
  return cell.world;
}

function addUser(cell: Cell, realm: string, user: UserSetting): void {
  const { username, devices = [], recoveryCodes = [], optedOut = false, attributes = {} } = user;
  const hasPush = devices.includes('push');
  const setting = optedOut ? 'SKIPPABLE' : hasPush ? 'NOT_SKIPPABLE' : undefined;
  const added: SimulatedUser = {
    username,
    password: user.password ?? usualPassword,
    passwordState: user.passwordState ?? 'current',
    active: user.locked !== true,
    attributes:
      setting === undefined ? attributes : { ...attributes, [skipAttributes.push]: [skipValues[setting]] },
    devices: Object.fromEntries(devices.map((method) => [method, { recoveryCodes }])),
    pushDevice: hasPush ? registerPhone(cell, realm, username) : null,
  };
  cell.world = { ...cell.world, users: { ...cell.world.users, [foldUsername(username)]: added } };
}

/** A registration as if it had happened just before: the device for the service, the account for the phone. */
function registerPhone(cell: Cell, realm: string, username: string): PushDevice {
  const random = repeatableRandom(cell);
  const { platform, state } = cell.world.phone;
  const { nowMs } = cell.world;
  const uuid = random.uuid();
  const mechanismUid = platform === 'ios' ? uuid.toUpperCase() : uuid;
  const secret = random.base64(32);
  const account: Account = {
    id: random.uuid(),
    issuer,
    account: username,
    addedAtMs: nowMs,
    push: { mechanismUid, secret, userId: username, ...phoneUrls(realm) },
  };
  putPhoneState(cell, { accounts: [...state.accounts, account] });
  return {
    uuid: random.uuid(),
    deviceName: 'Push Device',
    issuer,
    sharedSecret: secret,
    deviceMechanismUID: mechanismUid,
    deviceId: state.pushToken,
    deviceType: platform,
    communicationType: platform === 'ios' ? 'apns' : 'gcm',
    communicationId: phoneAddress,
    createdDate: nowMs,
    lastAccessDate: nowMs,
  };
}

function putPhoneState(cell: Cell, different: Partial<SimulatedWorld['phone']['state']>): void {
  const { phone } = cell.world;
  cell.world = { ...cell.world, phone: { ...phone, state: { ...phone.state, ...different } } };
}
