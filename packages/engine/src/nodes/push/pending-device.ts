import { base64OfText, isJsonObject, textOfBase64 } from '@journeyman/node-schemas/run';
import type { PushDevice } from '../../services.ts';

/** What is known of a device before its phone has answered. */
export type PendingDevice = Pick<PushDevice, 'uuid' | 'deviceName' | 'issuer' | 'sharedSecret'>;

/** The value of `pushDeviceProfile`: base64 of the device's JSON. */
export function encodePendingDevice(device: PendingDevice): string {
  return base64OfText(JSON.stringify(device));
}

/** The device in a value of `pushDeviceProfile`; undefined if it holds none. */
export function decodePendingDevice(profile: string): PendingDevice | undefined {
  const device = jsonOf(textOfBase64(profile) ?? '');
  if (!isJsonObject(device)) return undefined;
  const { uuid, deviceName, issuer, sharedSecret } = device;
  return typeof uuid === 'string' &&
    typeof deviceName === 'string' &&
    typeof issuer === 'string' &&
    typeof sharedSecret === 'string'
    ? { uuid, deviceName, issuer, sharedSecret }
    : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
