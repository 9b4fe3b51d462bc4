import {
  createPushToken,
  type PhoneState,
  type Platform,
  type Random,
  readPhoneState,
} from '@journeyman/authenticator';

/** The phone as a thing: the app with its memory, and what happens to the phone around it. JSON. */
export interface Device {
  readonly platform: Platform;
  /** Under this name it registers. */
  readonly name: string;
  /** The token under which pushes arrive now; after a restore, not the one that the app knows. */
  readonly token: string;
  readonly isOffline: boolean;
  readonly areNotificationsOff: boolean;
  readonly app: PhoneState;
}

/** A phone fresh from the shop. */
export function createDevice(platform: Platform, random: Random): Device {
  const token = createPushToken(platform, random);
  return {
    platform,
    name: platform === 'ios' ? 'iPhone' : 'Android phone',
    token,
    isOffline: false,
    areNotificationsOff: false,
    app: { pushToken: token, accounts: [], notifications: [] },
  };
}

/** True after a restore until the app has noticed: its servers still send to the old token. */
export function hasStaleToken(device: Device): boolean {
  return device.token !== device.app.pushToken;
}

/** Reads a saved phone; null: none, or not one. */
export function readDevice(json: string | null): Device | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { platform, name, token, isOffline, areNotificationsOff, app }: Partial<Device> = value;
    const state = readPhoneState(JSON.stringify(app ?? null));
    return (platform === 'android' || platform === 'ios') &&
      typeof name === 'string' &&
      typeof token === 'string' &&
      state !== null
      ? {
          platform,
          name,
          token,
          isOffline: isOffline === true,
          areNotificationsOff: areNotificationsOff === true,
          app: state,
        }
      : null;
  } catch {
    return null;
  }
}
