import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import type { WireFetch } from './wire-fetch.ts';

/** Where journeys run: an AM, or whatever speaks its protocol. */
export interface ServerAddress {
  /** Such as `https://am.example.com/am`. */
  readonly base: string;
  /** `/` or `/alpha`. */
  readonly realm: string;
  readonly fetch: WireFetch;
}

/** An answer whose body is JSON, or nothing. */
export interface WireAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** Asks a resource of the realm, such as `authenticate`. */
export async function ask(
  { base, realm, fetch }: ServerAddress,
  resource: string,
  {
    method = 'POST',
    headers = {},
    body,
  }: {
    readonly method?: Parameters<WireFetch>[1]['method'];
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: JsonObject;
  } = {},
): Promise<WireAnswer> {
  const path = realm
    .split('/')
    .filter(Boolean)
    .map((name) => `/realms/${encodeURIComponent(name)}`)
    .join('');
  const answer = await fetch(`${base}/json/realms/root${path}/${resource}`, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: objectOf(text) };
}

function objectOf(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
