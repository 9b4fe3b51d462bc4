import { AmError } from '../http/am-error.ts';
import { parseQueryFilter, type QueryFilter } from '../http/query-filter.ts';

/** Whose sessions a query asks for. */
export interface SessionFilter {
  readonly username: string;
  /** Absent: the realm that the request is for. */
  readonly realm?: string;
}

/** Reads `username eq "x" and realm eq "/alpha"`, the one filter that AM has for sessions. Throws `bad-request` for others. */
export function readSessionFilter(text: string): SessionFilter {
  const { username, realm, ...others } = Object.fromEntries(equalities(parseQueryFilter(text)));
  if (username === undefined || Object.keys(others).length > 0) throw unusable();
  return realm === undefined ? { username } : { username, realm };
}

function equalities(filter: QueryFilter): [name: string, value: string][] {
  if (filter.type === 'and') return filter.filters.flatMap(equalities);
  if (filter.type === 'compare' && filter.operator === 'eq') return [[filter.field, filter.value]];
  throw unusable();
}

function unusable(): AmError {
  return new AmError('bad-request', 'Sessions are queried by: username eq "x" and realm eq "/alpha".');
}
