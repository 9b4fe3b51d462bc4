import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';
import type { WireFetch } from './wire-fetch.ts';

/** Where journeys run: an AM, or whatever speaks its protocol. */
export interface ServerAddress {
  /** Such as `https://am.example.com/am`. */
  readonly base: string;
  /** `/` or `/alpha`. */
  readonly realm: string;
  readonly fetch: WireFetch;
  /** The session that its requests are made with. */
  readonly session?: { readonly cookie: string; readonly token: string };
}

/** An answer whose body is JSON, or nothing. */
export interface WireAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** Asks a resource of the realm, such as `authenticate`. */
export async function ask(
  { base, realm, fetch, session }: ServerAddress,
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
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...(session && { [session.cookie]: session.token }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: objectOf(text) };
}

/** The name of the cookie and of the header that carry a session. */
export async function cookieNameOf(server: ServerAddress): Promise<string> {
  const { body } = await ask({ ...server, realm: '/' }, 'serverinfo/*', {
    method: 'GET',
    headers: { 'Accept-API-Version': 'resource=1.1' },
  });
  return String(body.cookieName ?? 'iPlanetDirectoryPro');
}

/** The objects in a list; none where there is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function objectOf(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
