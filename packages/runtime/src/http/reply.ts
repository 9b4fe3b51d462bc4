import type { Json } from '@journeyman/node-schemas';

/** Headers that every answer of the REST interface carries. One object, never changed: setting them one by one costs more. */
const standing = {
  'content-type': 'application/json;charset=UTF-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';sandbox",
} as const;

type Headers = Readonly<Record<string, string>>;

/** The same with the version of a resource, of which there are a handful. */
const versioned = new Map<string, Headers>();

/** A JSON answer; `headers` are added to those that every answer carries. */
export function reply(body: Json, status = 200, headers?: Headers): Response {
  return answer(body, status, standing, headers);
}

/** A CREST answer: JSON with the version of the resource that answered, such as `resource=2.1`. */
export function resource(version: string, body: Json, status = 200, headers?: Headers): Response {
  let own = versioned.get(version);
  if (own === undefined) {
    own = { ...standing, 'content-api-version': `resource=${version}` };
    versioned.set(version, own);
  }
  return answer(body, status, own, headers);
}

function answer(body: Json, status: number, own: Headers, headers: Headers | undefined): Response {
  return new Response(JSON.stringify(body), { status, headers: headers ? { ...own, ...headers } : own });
}

/** The envelope of a CREST query with all its results on one page. */
export function queryResult(result: readonly Json[]): Json {
  return {
    result,
    resultCount: result.length,
    pagedResultsCookie: null,
    totalPagedResultsPolicy: 'NONE',
    totalPagedResults: -1,
    remainingPagedResults: -1,
  };
}
