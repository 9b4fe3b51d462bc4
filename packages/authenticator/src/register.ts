import { type DeviceDescription, registrationRequest } from './app-requests.ts';
import type { PushMechanism } from './phone-state.ts';
import { createUuid, type Random } from './push-token.ts';
import type { RegistrationCode } from './registration-uri.ts';
import type { RequestFailure, Send } from './sending.ts';
import type { CodeFault } from './uri-parts.ts';

/** What became of a registration for push. */
export type Registration =
  | { readonly status: 'registered'; readonly push: PushMechanism }
  | ({ readonly status: 'wrong code' } & CodeFault)
  | RequestFailure;

/** Registers a phone for push with the server that a code names. */
export async function register(
  { push: code }: Exclude<RegistrationCode, { readonly scheme: 'otpauth' }>,
  device: DeviceDescription,
  random: Random,
  send: Send,
): Promise<Registration> {
  const { messageId, challenge, loadBalancer, profileId: _, ...kept } = code;
  if (messageId === undefined || challenge === undefined) {
    const part = messageId === undefined ? 'm' : 'c';
    return { status: 'wrong code', part, expected: 'present' };
  }
  const uuid = createUuid(random);
  const push: PushMechanism = {
    ...kept,
    mechanismUid: device.platform === 'ios' ? uuid.toUpperCase() : uuid,
  };
  const request = registrationRequest(device, push, {
    messageId,
    challenge,
    ...(loadBalancer !== undefined && { loadBalancer }),
  });
  if (request === null) {
    return { status: 'wrong code', part: 's', expected: 'base64url' };
  }
  const sent = await send(request);
  return sent.status === 'done' ? { status: 'registered', push } : sent;
}
