import { decodeBase64, decodeBase64Text } from './base64.ts';
import type { CodeFault, UriParts } from './uri-parts.ts';

/** The three generations of the authenticator app in use, which differ in what codes they take. */
export type AppGeneration = 'androidLegacy' | 'iosLegacy' | 'unified';

/** That one generation of the app would refuse a code, or could not register with it. */
export interface Refusal extends CodeFault {
  readonly by: AppGeneration;
}

/** Every reason for which a generation of the app refuses a code for push; none: all three take it. */
export function findRefusals(parts: UriParts): readonly Refusal[] {
  return [
    ...onAndroid(parts).map((fault): Refusal => ({ by: 'androidLegacy', ...fault })),
    ...onIphone(parts).map((fault): Refusal => ({ by: 'iosLegacy', ...fault })),
    ...onUnified(parts).map((fault): Refusal => ({ by: 'unified', ...fault })),
  ];
}

function onAndroid(parts: UriParts): CodeFault[] {
  const faults = missing(parts, ['m', 'r', 'a', 's', 'c']);
  if (/[\s"<>\\^`{|}]/.test(parts.text)) {
    faults.push({ part: 'uri', expected: 'no spaces and none of " < > \\ ^ ` { | }' });
  }
  if ((parts.query.get('version') ?? '1') !== '1') {
    faults.push({ part: 'version', expected: '1' });
  }
  for (const name of ['s', 'c']) {
    // The app skips these characters silently and then signs with another key.
    if (/[+/]/.test(parts.query.get(name) ?? '')) {
      faults.push({ part: name, expected: 'base64url, without + and /' });
    }
  }
  const secret = decodeBase64(parts.query.get('s') ?? '');
  if (secret !== null && secret.length > 0 && secret.length < 32) {
    faults.push({ part: 's', expected: 'a secret of at least 32 bytes' });
  }
  return faults;
}

function onIphone(parts: UriParts): CodeFault[] {
  const faults = missing(parts, ['s', 'r', 'a', 'm', 'c']);
  if (parts.scheme === 'pushauth' && parts.host !== 'push') {
    faults.push({ part: 'host', expected: 'push' });
  }
  return faults;
}

function onUnified(parts: UriParts): CodeFault[] {
  const faults = missing(parts, ['r', 'a', 's']);
  const issuer = decodeBase64Text(parts.query.get('issuer') ?? '') ?? '';
  if (issuer !== '' && parts.hasLabelIssuer && issuer.toLowerCase() !== parts.labelIssuer.toLowerCase()) {
    faults.push({ part: 'issuer', expected: 'the same issuer as in the label' });
  }
  return faults;
}

function missing(parts: UriParts, names: readonly string[]): CodeFault[] {
  return names.filter((name) => !parts.query.has(name)).map((name) => ({ part: name, expected: 'present' }));
}
