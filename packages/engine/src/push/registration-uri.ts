import { base64urlOfBase64, base64urlOfText, utf8 } from '@journeyman/node-schemas/run';

/** The load-balancer cookie that phones send back with answers; apps refuse a registration without one. */
const loadBalancerCookie = 'amlbcookie=01';

/** What a phone learns from a registration QR code. */
export interface PushRegistrationUri {
  readonly issuer: string;
  /** The name of the account as the app shows it. */
  readonly account: string;
  readonly messageId: string;
  /** Standard base64. */
  readonly secret: string;
  /** Standard base64. */
  readonly challenge: string;
  readonly registerUrl: string;
  readonly authenticateUrl: string;
  readonly username: string;
  readonly deviceUuid: string;
  /** Six hexadecimal digits, with or without `#`. */
  readonly backgroundColor: string;
  /** Empty: none. */
  readonly imageUrl: string;
}

/**
 * The text of a registration QR code: `pushauth://push/<issuer>:<account>?…`, parameters in AM's order.
 * Values are base64url without padding, but for the message id and the colour.
 */
export function pushRegistrationUri(about: PushRegistrationUri): string {
  const parameters: readonly (readonly [name: string, value: string])[] = [
    ['l', base64urlOfText(loadBalancerCookie)],
    ['issuer', base64urlOfText(about.issuer)],
    ['m', about.messageId],
    ['s', base64urlOfBase64(about.secret)],
    ['c', base64urlOfBase64(about.challenge)],
    ['r', base64urlOfText(about.registerUrl)],
    ['a', base64urlOfText(about.authenticateUrl)],
    ['uid', base64urlOfText(about.username)],
    ['pid', base64urlOfText(about.deviceUuid)],
    ['b', about.backgroundColor.replace(/^#/, '')],
    ['image', base64urlOfText(about.imageUrl)],
  ];
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  return `pushauth://push/${labelPart(about.issuer)}:${labelPart(about.account)}?${query}`;
}

/**
 * Issuer or account in the label. AM leaves all that a URI fragment may hold as it is; of that, `:`, `/` and
 * `?` would end the issuer or the label, so here they are percent-encoded too.
 */
function labelPart(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9\-._~!$&'()*+,;=@]+/gu, (run) =>
    utf8(run)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
