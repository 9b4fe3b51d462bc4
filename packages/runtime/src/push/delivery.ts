import type { PushPayload } from '@journeyman/engine';

/** Whose push service reaches a phone: Apple's or Google's. */
export type Platform = 'apns' | 'gcm';

/** The platform of a phone that names its `communicationType`; as in AM, all that is not Apple's is Google's. */
export function platformOf(communicationType: string): Platform {
  return communicationType === 'apns' ? 'apns' : 'gcm';
}

/** The delivery did not do what was asked. The reason is for the log and holds no secret. */
export interface DeliveryFailure {
  readonly status: 'failed';
  readonly reason: string;
}

/** Brings messages to phones. Takes a bounded time and never rejects for what the delivery service does. */
export interface Delivery {
  /** An address for the token that a phone got from Apple or Google, switched on, be it new or known. */
  createEndpoint(
    platform: Platform,
    token: string,
  ): Promise<{ readonly status: 'created'; readonly address: string } | DeliveryFailure>;
  /** Switches an address on again; `gone`: it no longer exists, or serves another token now. */
  enable(
    address: string,
    token: string,
  ): Promise<{ readonly status: 'enabled' } | { readonly status: 'gone' } | DeliveryFailure>;
  publish(
    address: string,
    payload: PushPayload,
    ttlSeconds: number,
  ): Promise<{ readonly status: 'sent' } | { readonly status: 'endpoint-disabled' } | DeliveryFailure>;
}
