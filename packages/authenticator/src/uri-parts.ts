/** What is wrong with a registration code: the part, and what was expected there. The value itself may be a secret and is left out. */
export interface CodeFault {
  /** A parameter's name, or `scheme`, `host`, `label`, `uri`. */
  readonly part: string;
  readonly expected: string;
}

/** Carries a fault out of a reader; never leaves this package. */
export class WrongPart extends Error {
  readonly fault: CodeFault;
  constructor(part: string, expected: string) {
    super(`${part}: expected ${expected}`);
    this.fault = { part, expected };
  }
}

/** A registration code cut into its parts, nothing decoded but percent signs. */
export interface UriParts {
  /** As it came. */
  readonly text: string;
  /** Lower case, without the colon. */
  readonly scheme: string;
  /** Lower case. */
  readonly host: string;
  /** Of the label, before its first colon; the whole label where it has none; may be empty. */
  readonly labelIssuer: string;
  /** True when the label has a colon, and so an issuer of its own. */
  readonly hasLabelIssuer: boolean;
  /** Of the label, after its first colon; the whole label where it has none; may be empty. */
  readonly labelAccount: string;
  /** The last value of each parameter; empty ones are left out. */
  readonly query: ReadonlyMap<string, string>;
}

/** Cuts a code into its parts; throws `WrongPart`. A plus sign stays one: old codes hold standard base64. */
export function splitUri(text: string): UriParts {
  const match = /^([a-z]+):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(text.trim());
  if (match === null) {
    throw new WrongPart('uri', 'pushauth://…, mfauth://… or otpauth://…');
  }
  const [, scheme = '', host = '', path = '', search = ''] = match;
  const label = path.replace(/^\/+|\/+$/g, '');
  // An encoded colon separates only where no plain one does: the apps differ, and this reads what either meant.
  const decoded = percentDecode('label', label);
  const colon = label.indexOf(':');
  const decodedColon = decoded.indexOf(':');
  const [labelIssuer, labelAccount] =
    colon >= 0
      ? [percentDecode('label', label.slice(0, colon)), percentDecode('label', label.slice(colon + 1))]
      : decodedColon >= 0
        ? [decoded.slice(0, decodedColon), decoded.slice(decodedColon + 1)]
        : [decoded, decoded];
  const query = new Map<string, string>();
  for (const pair of search.split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    if (equals > 0 && equals < pair.length - 1) {
      query.set(name, percentDecode(name, pair.slice(equals + 1)));
    }
  }
  return {
    text: text.trim(),
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    labelIssuer: labelIssuer.trim(),
    hasLabelIssuer: decodedColon >= 0,
    labelAccount: labelAccount.trim(),
    query,
  };
}

function percentDecode(part: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new WrongPart(part, 'percent signs only before two hexadecimal digits of UTF-8');
  }
}
