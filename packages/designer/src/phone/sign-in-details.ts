import type { SignInContext } from '@journeyman/authenticator';

/** A line of what the server says about a sign-in. */
export interface SignInDetail {
  readonly label: 'Location' | 'Address' | 'Browser';
  readonly value: string;
}

/** What the server says about a sign-in, as lines to show. */
export function signInDetails(context: SignInContext | undefined): readonly SignInDetail[] {
  const { location, remoteIp, userAgent } = context ?? {};
  return [
    ...(location ? [{ label: 'Location', value: coordinates(location) } as const] : []),
    ...(remoteIp ? [{ label: 'Address', value: remoteIp } as const] : []),
    ...(userAgent ? [{ label: 'Browser', value: browserName(userAgent) } as const] : []),
  ];
}

/** A User-Agent header in words, such as `Firefox on Windows`; as it came when it is not a browser's. */
export function browserName(userAgent: string): string {
  const browser = browsers.find(([, mark]) => mark.test(userAgent))?.[0];
  const system = systems.find(([, mark]) => mark.test(userAgent))?.[0];
  return browser === undefined ? userAgent : system === undefined ? browser : `${browser} on ${system}`;
}

// The order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(HeadlessChrome|Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

function coordinates({ latitude, longitude }: NonNullable<SignInContext['location']>): string {
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`;
}
