import { isJsonObject, type Json } from '@journeyman/node-schemas';
import { decodeBase64 } from './base64.ts';
import { challengeResponse } from './challenge.ts';
import { signJws } from './compact-jws.ts';
import type { Platform, PushMechanism, PushNotification } from './phone-state.ts';

/** What the app sends: always POST and JSON. */
export interface AppRequest {
  readonly url: string;
  /** Named as the app names them. A browser leaves the cookie headers out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The phone as it describes itself to the server. */
export interface DeviceDescription {
  readonly platform: Platform;
  readonly deviceName: string;
  readonly pushToken: string;
}

/** The registration of a push mechanism. Null: the secret or the challenge is not base64. */
export function registrationRequest(
  device: DeviceDescription,
  mechanism: PushMechanism,
  code: { readonly messageId: string; readonly challenge: string; readonly loadBalancer?: string },
): AppRequest | null {
  const response = challengeResponse(mechanism.secret, code.challenge);
  return response === null
    ? null
    : signed(device.platform, mechanism, mechanism.registerUrl, code.loadBalancer, {
        fields: { messageId: code.messageId },
        claims: { response, mechanismUid: mechanism.mechanismUid, ...deviceClaims(device) },
      });
}

/** What the user decided; the number only where one was asked for. */
export type Decision =
  | { readonly type: 'approve'; readonly number?: number }
  | { readonly type: 'deny'; readonly wasAskedForNumber: boolean };

/** The answer to a push. Null: the secret or the challenge is not base64. */
export function answerRequest(
  platform: Platform,
  mechanism: PushMechanism,
  notification: PushNotification,
  decision: Decision,
): AppRequest | null {
  const response = challengeResponse(mechanism.secret, notification.challenge);
  return response === null
    ? null
    : signed(platform, mechanism, mechanism.authenticateUrl, notification.loadBalancer, {
        fields: { messageId: notification.messageId },
        claims: { response, ...decisionClaims(platform, decision) },
      });
}

/** Tells the server the phone's new token. Null: the registration's address names no action to replace. */
export function refreshRequest(device: DeviceDescription, mechanism: PushMechanism): AppRequest | null {
  const url = mechanism.registerUrl.replace('_action=register', '_action=refresh');
  return url === mechanism.registerUrl
    ? null
    : signed(device.platform, mechanism, url, undefined, {
        fields: {
          mechanismUid: mechanism.mechanismUid,
          ...(mechanism.userId !== undefined && { username: mechanism.userId }),
        },
        claims: {
          ...(device.platform === 'ios' && { mechanismUid: mechanism.mechanismUid }),
          ...deviceClaims(device),
        },
      });
}

/** The text of a server's refusal, for the user; the status where it sends none. */
export function refusalText(httpStatus: number, body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    if (isJsonObject(value) && typeof value.message === 'string' && value.message !== '') {
      return value.message;
    }
  } catch {
    // Not JSON: a proxy's page, which is not for the user.
  }
  return `The server answered ${httpStatus}.`;
}

function deviceClaims({ platform, deviceName, pushToken }: DeviceDescription) {
  return {
    deviceId: pushToken,
    deviceName,
    deviceType: platform,
    communicationType: platform === 'ios' ? 'apns' : 'gcm',
  };
}

function decisionClaims(platform: Platform, decision: Decision): Readonly<Record<string, Json>> {
  switch (decision.type) {
    case 'approve':
      return decision.number === undefined ? {} : { challengeResponse: String(decision.number) };
    case 'deny':
      return platform === 'ios' && decision.wasAskedForNumber
        ? { deny: true, challengeResponse: null }
        : { deny: true };
  }
}

function signed(
  platform: Platform,
  { secret }: PushMechanism,
  url: string,
  loadBalancer: string | undefined,
  { fields, claims }: Record<'fields' | 'claims', Readonly<Record<string, Json>>>,
): AppRequest | null {
  const key = decodeBase64(secret);
  return (
    key && {
      url,
      headers: headersOf(platform, loadBalancer),
      body: writeJson(platform, { ...fields, jwt: signJws(writeJson(platform, claims), key) }),
    }
  );
}

function headersOf(platform: Platform, loadBalancer: string | undefined): Record<string, string> {
  const common = { 'Content-Type': 'application/json', 'Accept-API-Version': 'resource=1.0, protocol=1.0' };
  switch (platform) {
    case 'android':
      return { ...common, ...(loadBalancer !== undefined && { Cookie: loadBalancer }) };
    case 'ios':
      return {
        ...common,
        Accept: 'application/json',
        'x-requested-with': 'forgerock-sdk',
        'x-requested-platform': 'ios',
        // A response's header in a request: this is what the app does, and what servers have to cope with.
        ...(loadBalancer !== undefined && { 'Set-Cookie': loadBalancer }),
      };
  }
}

function writeJson(platform: Platform, value: Readonly<Record<string, Json>>): string {
  const json = JSON.stringify(value);
  return platform === 'ios' ? json.replaceAll('/', '\\/') : json;
}
