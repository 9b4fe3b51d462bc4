import type { JsonObject } from '@journeyman/node-schemas';
import { AmError } from './am-error.ts';

/** What a query asks for, of what it finds. */
export interface Paging {
  /** Undefined: all there is. */
  readonly size: number | undefined;
  /** The id that the page before ended with. */
  readonly after: string | undefined;
  readonly countsAll: boolean;
}

/** Reads `_pageSize`, `_pagedResultsCookie` and `_totalPagedResultsPolicy`. Throws `bad-request` for what they cannot be. */
export function readPaging(parameter: (name: string) => string | undefined): Paging {
  const size = parameter('_pageSize');
  if (size !== undefined && !/^(-1|\d{1,9})$/.test(size)) {
    throw new AmError('bad-request', `_pageSize must be a whole number, not '${size}'.`);
  }
  const cookie = parameter('_pagedResultsCookie');
  return {
    // Clients ask for everything in one of these two ways.
    size: size === undefined || size === '-1' ? undefined : Number(size),
    after: cookie ? Buffer.from(cookie, 'base64url').toString('utf8') : undefined,
    countsAll: parameter('_totalPagedResultsPolicy')?.toUpperCase() === 'EXACT',
  };
}

/** The page of a CREST query; `found` is sorted by `idOf`, and each is turned into its answer only if it is on the page. */
export function pageOf<T>(
  found: readonly T[],
  { size, after, countsAll }: Paging,
  idOf: (item: T) => string,
  toAnswer: (item: T) => JsonObject,
): JsonObject {
  const rest = after === undefined ? found : found.filter((item) => idOf(item) > after);
  const page = size === undefined ? rest : rest.slice(0, size);
  const last = page.at(-1);
  const hasMore = last !== undefined && page.length < rest.length;
  return {
    result: page.map(toAnswer),
    resultCount: page.length,
    pagedResultsCookie: hasMore ? Buffer.from(idOf(last)).toString('base64url') : null,
    totalPagedResultsPolicy: countsAll ? 'EXACT' : 'NONE',
    totalPagedResults: countsAll ? found.length : -1,
    remainingPagedResults: -1,
  };
}

/** A resource with only the fields that `_fields` lists, and always its id and revision; without `_fields`, all of it. */
export function withFields(body: JsonObject, fields: string | undefined): JsonObject {
  if (!fields) return body;
  const wanted = new Set(fields.split(',').map((field) => field.trim().replace(/^\//, '')));
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name === '_id' || name === '_rev' || wanted.has(name)),
  );
}
