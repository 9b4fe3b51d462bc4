import { base64OfText, type JsonObject, utf8 } from '@journeyman/node-schemas/run';
import type { OutgoingPush } from '../services.ts';

/** The longest custom payload, in bytes of JSON text; as in AM. */
const customPayloadLimit = 3 * 1024;

/**
 * Apps that were released before load balancers learned to do without it want a cookie here, and the newest refuse to
 * register without; AM's name and value for a single server.
 */
const loadBalancerCookie = base64OfText('amlbcookie=01');

/** A push's lifetime in whole seconds, at least one: the form that phones and delivery services take it in. */
export function lifetimeSeconds(push: Pick<OutgoingPush, 'lifetimeMs'>): number {
  return Math.max(1, Math.floor(push.lifetimeMs / 1000));
}

/** Says that a push's custom payload is too large to be sent; undefined if it is not. */
export function oversizePayload({ customPayload }: Pick<OutgoingPush, 'customPayload'>): string | undefined {
  const bytes = utf8(customPayloadText(customPayload)).length;
  if (bytes <= customPayloadLimit) return undefined;
  return `The custom payload is ${bytes} bytes, and at most ${customPayloadLimit} may be sent.`;
}

/** The custom payload as the phone gets it. AM writes an empty one with two blanks. */
function customPayloadText(customPayload: JsonObject): string {
  return Object.keys(customPayload).length === 0 ? '{  }' : JSON.stringify(customPayload);
}

/** The claims that a phone finds in a push. All are strings: some apps crash on anything else. */
export function pushClaims(push: OutgoingPush): Readonly<Record<string, string>> {
  return {
    p: customPayloadText(push.customPayload),
    c: push.challenge,
    t: String(lifetimeSeconds(push)),
    u: push.device.deviceMechanismUID,
    i: String(push.sentAtMs),
    k: push.type,
    l: loadBalancerCookie,
    m: push.message,
    d: push.identity,
    ...(push.context ? { x: JSON.stringify(push.context) } : {}),
    ...(push.numbers ? { n: push.numbers.offered.join(',') } : {}),
  };
}
