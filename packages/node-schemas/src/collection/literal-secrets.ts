import { isPlaceholder } from '../config/placeholder.ts';

/** A secret in a text, told without its value. */
export interface LiteralSecret {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** The key of somebody or something that is written out in a text, whatever the text is for. */
export function keyIn(text: string): LiteralSecret | undefined {
  if (text.length < shortestKey) return undefined;
  if (privateKey.test(text)) {
    return {
      severity: 'error',
      message:
        'A private key is in this file, where everyone with the repository can read it; a reference to a secret store is expected. Replace the key: it is known.',
    };
  }
  if (!awsKey.test(text)) return undefined;
  return {
    severity: 'warning',
    message: `The id of an AWS access key is in this file, and perhaps its secret not far away; ${elsewhere}`,
  };
}

/** The secret that a line of a script holds. */
export function secretInLine(line: string): LiteralSecret | undefined {
  const key = keyIn(line);
  if (key !== undefined) return key;
  const name = authorizationIn(line) ?? assignedIn(line);
  if (name === undefined) return undefined;
  return {
    severity: 'warning',
    message: `${name} has a value in plain text in this script; ${elsewhere}`,
  };
}

/** The name of a secret that is set to a text. */
function assignedIn(line: string): string | undefined {
  for (const { index, 1: end = '', 2: quote = '', 4: value = '' } of line.matchAll(assignments)) {
    if (isLikelySecret(value)) return nameAround(line, index, quote === '' ? /[\w$]/ : /[\w$.-]/) + end;
  }
  return undefined;
}

/** What goes before a place in a line and is of the same name. */
function nameAround(line: string, end: number, character: RegExp): string {
  let start = end;
  while (character.test(line[start - 1] ?? '')) start--;
  return line.slice(start, end);
}

function authorizationIn(line: string): string | undefined {
  for (const [, header, , value = ''] of line.matchAll(credentials)) {
    if (header === undefined ? isLikelySecret(value) : !isReference(value)) return 'Authorization';
  }
  return undefined;
}

const elsewhere =
  'a value of the environment or of a secret store is expected. Replace what is here if it is in use: it is known.';

/** The id of an AWS access key, which is shorter than the first line of a private key. */
const shortestKey = 20;

const privateKey = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;

const awsKey = /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/;

/** What is called a secret, at the end of its name, and a text that it is set to, or that stands behind its name in a call. */
const assignments =
  /(password|passwd|passphrase|pwd|secret|token|(?:api|access|private|secret|signing|encryption)[-_]?key)(?:\\?(["'`])\]?\s*[:,=]|\s*[:=])\s*\\?(["'`])((?:(?!\3)[^\\])*)\\?\3/gi;

/** What a request proves itself with, whole in one text or behind `"Basic " +`, and perhaps the name of the header before it. */
const credentials =
  /(authorization(?:\\?["'`]\]?\s*[:,=]|\s*[:=])\s*)?\\?(["'`])(?:basic|bearer)\s+(?:\2\s*\+\s*\2)?([\w.~+/=-]{8,})\\?\2(?!\s*\+|\.concat)/gi;

/** Names, prompts and states are words; nearly every secret has letters and digits in one piece. */
function isLikelySecret(value: string): boolean {
  return (
    value.length >= 8 && /\d/.test(value) && /[a-z]/i.test(value) && !/\s/.test(value) && !isReference(value)
  );
}

/** The name of a state key, a field or a constant, an address, or where the value is to be had from. */
function isReference(value: string): boolean {
  return (
    isPlaceholder(value) ||
    /^(?:esv[-.]|[a-z]+:\/\/|\/|<.*>$)|[$#]\{|\{\{|token|password\d?$/i.test(value) ||
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)
  );
}
