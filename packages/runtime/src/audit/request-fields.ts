import type { JsonObject } from '@journeyman/node-schemas';

/** Those that are known to hold no secret; one that is not known may. */
const headers: ReadonlySet<string> = new Set([
  'accept',
  'accept-api-version',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'host',
  'if-match',
  'if-none-match',
  'origin',
  'user-agent',
  'via',
  'x-forgerock-transactionid',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-requested-platform',
  'x-requested-with',
]);

/** As with headers. */
const queryParameters: ReadonlySet<string> = new Set([
  '_action',
  '_fields',
  '_pageSize',
  '_queryId',
  '_sortKeys',
  'authIndexType',
  'authIndexValue',
  'ForceAuth',
  'locale',
  'noSession',
  'realm',
  'refresh',
  'service',
]);

/** A segment that long is a token or a handle, which old forms of AM's addresses carry. */
const token = /^[\w.*~%-]{40,}$/;

/** The headers that are named in the log, each with its values. */
export function loggedHeaders(sent: Iterable<readonly [name: string, value: string]>): JsonObject {
  const known = [...sent].filter(([name]) => headers.has(name.toLowerCase()));
  return Object.fromEntries(known.map(([name, value]) => [name, [value]]));
}

/** The query parameters that are named in the log, each with its values. */
export function loggedParameters(sent: Readonly<Record<string, readonly string[]>>): JsonObject {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => queryParameters.has(name)));
}

/** A path with `***` in place of what may be a token. */
export function loggedPath(path: string): string {
  return path
    .split('/')
    .map((segment) => (token.test(segment) ? '***' : segment))
    .join('/');
}
