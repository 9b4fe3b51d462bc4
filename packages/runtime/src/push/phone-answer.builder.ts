import { expect } from 'vitest';
import { signJws } from '../crypto/compact-jws.ts';
import { challengeResponse, deviceKey } from './phone-proof.ts';

/** AM's answer to nearly everything that is wrong. */
export const generic = { code: 400, reason: 'Bad Request', message: 'Bad request.' };

/** What an Android phone says of itself. */
export const phoneClaims = {
  mechanismUid: 'b162b325-ebb1-48e0-8ab7-b38cf341da95',
  deviceId: 'fcm-token-example',
  deviceName: 'Pixel 7',
  deviceType: 'android',
  communicationType: 'gcm',
};

/** The body of an answer, its response right unless the claims have another. */
export function anAnswer(to: { messageId: string; secret: string; challenge: string }, claims: object = {}) {
  const key = deviceKey(to.secret);
  const all = { response: challengeResponse(key, to.challenge), ...claims };
  return { messageId: to.messageId, jwt: signJws(JSON.stringify(all), key) };
}

/** Expects a 400 with a JSON body. */
export async function expectRefused(response: Response, body: object = generic) {
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toEqual(body);
}

/** Expects what phones take for success. */
export async function expectTaken(response: Response) {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-api-version')).toBe('resource=1.0');
  expect(await response.text()).toBe('{}');
}
