import { isDeeper, type Json, type JsonObject, loadAllNodeTypes } from '@journeyman/node-schemas/run';
import type { Context } from 'hono';
import { AmError } from '../http/am-error.ts';
import { largestJourney, readObject } from '../http/body.ts';
import { requireAdministrator } from '../http/caller.ts';
import { pageOf, readPaging, withFields } from '../http/paging.ts';
import { parseQueryFilter, satisfies } from '../http/query-filter.ts';
import { queryResult, resource } from '../http/reply.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';

/** The realm that a request is for. Throws `unauthorized` or `forbidden` unless an administrator asks. */
export type RealmOf = (c: Context) => Promise<Realm>;

/** Lets administrators alone into the configuration of a realm, where every node type is known, even those that are not run. */
export function administration(sessions: Sessions, realms: Realms): RealmOf {
  return async (c) => {
    await requireAdministrator(c, sessions);
    await loadAllNodeTypes();
    return realms.of(c);
  };
}

/** The JSON object in a request. Throws `bad-request` where there is none. */
export async function bodyOf(c: Context): Promise<JsonObject> {
  const body = await bodyIn(c);
  if (body === undefined) throw new AmError('bad-request', 'The request body must be a JSON object.');
  return body;
}

/** The JSON object in a request; undefined for an empty one. Throws `bad-request` for what is deeper than a file may be. */
export async function bodyIn(c: Context): Promise<JsonObject | undefined> {
  const body = await readObject(c, largestJourney);
  if (body !== undefined && isDeeper(body, deepest)) {
    throw new AmError('bad-request', `The request body is nested too deeply; ${deepest} levels are allowed.`);
  }
  return body;
}

/** Whoever walks through a value goes as deep as it is, and runs out of stack somewhere; files stop a little deeper. */
const deepest = 400;

/** An answer of the version that was asked for: all of them are the same here, and tools of every age ask for their own. */
export function answer(c: Context, body: Json, status = 200, headers?: Record<string, string>): Response {
  const asked = /resource=(\d+\.\d+)/.exec(c.req.header('accept-api-version') ?? '')?.[1];
  return resource(asked ?? '1.0', body, status, headers);
}

/** One resource with its revision, or the fields of it that `_fields` lists; for a new one, with its address. */
export function answerOne(c: Context, body: JsonObject, status = 200): Response {
  const revision = body._rev;
  const { pathname } = new URL(c.req.url);
  // AM's services have no id: the address that creates one is its own.
  const below = c.req.method === 'POST' && body._id !== '' ? `/${encodeURIComponent(String(body._id))}` : '';
  // A clone is made beside what is cloned.
  const parent = c.req.query('_action') === 'clone' ? pathname.replace(/\/[^/]*$/, '') : pathname;
  return answer(c, withFields(body, c.req.query('_fields')), status, {
    ...(typeof revision === 'string' ? { etag: `"${revision}"` } : {}),
    ...(status === 201 ? { location: `${parent}${below}` } : {}),
  });
}

/** The resources that satisfy the request's `_queryFilter`, as a page of a query. Throws `bad-request` without a filter. */
export function answerQuery(c: Context, found: readonly JsonObject[]): Response {
  const text = c.req.query('_queryFilter') ?? (c.req.query('_queryId') === '*' ? 'true' : undefined);
  if (text === undefined)
    throw new AmError('bad-request', 'A query needs a _queryFilter, or the _queryId *.');
  const filter = parseQueryFilter(text);
  const sorted = found
    .filter((body) => satisfies(filter, (field) => valuesOf(body, field)))
    .toSorted((one, other) => (String(one._id) < String(other._id) ? -1 : 1));
  const paging = readPaging((name) => c.req.query(name));
  const fields = c.req.query('_fields');
  return answer(
    c,
    pageOf(
      sorted,
      paging,
      ({ _id }) => String(_id),
      (body) => withFields(body, fields),
    ),
  );
}

/** All of some resources, for the actions that answer so. */
export function answerAll(c: Context, result: readonly Json[]): Response {
  return answer(c, { result });
}

/** A query that nothing can satisfy. */
export function answerNothing(c: Context): Response {
  return answer(c, queryResult([]));
}

/** What AM answers to an action that a resource does not have. */
export function unknownAction(c: Context): AmError {
  return new AmError(
    'not-supported',
    `Action ${c.req.query('_action') ?? ''} not implemented for this resource`,
  );
}

/**
 * Throws `precondition-failed` where a resource, as it is answered, is not what the caller takes it to be: new, or of the revision
 * that was read. A caller who names neither has it as it is.
 */
export function requireExpected(c: Context, current: JsonObject | undefined, name: string): void {
  requireNew(c, current !== undefined, name);
  const expected = c.req.header('if-match');
  if (expected === undefined || isRevisionIn(expected, current?._rev)) return;
  throw new AmError('precondition-failed', `Resource '${name}' has another revision than ${expected}`);
}

/** Throws `precondition-failed` where a resource is there that the caller takes to be new. */
export function requireNew(c: Context, isThere: boolean, name: string): void {
  if (isThere && c.req.header('if-none-match') === '*') {
    throw new AmError('precondition-failed', `Resource '${name}' already exists`);
  }
}

/** Whether an `If-Match` allows a revision; undefined: that of nothing. The quotes may be left away. */
function isRevisionIn(expected: string, revision: Json | undefined): boolean {
  if (revision === undefined) return false;
  const tags = expected.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'));
  return tags.includes('*') || tags.includes(String(revision));
}

/** What AM answers where there is no such resource. */
export function notFound(): AmError {
  return new AmError('not-found', 'Not Found');
}

/** What AM answers to the creation of what is there. */
export function alreadyThere(): AmError {
  return new AmError('conflict', 'Unable to save config: Service already exists');
}

function valuesOf(body: JsonObject, field: string): readonly string[] {
  const value = Object.hasOwn(body, field) ? body[field] : undefined;
  if (value === undefined || value === null || typeof value === 'object') return [];
  return [String(value)];
}
