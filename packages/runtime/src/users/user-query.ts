import type { QueryFilter } from '../http/query-filter.ts';

/** The one name that can satisfy a filter, so that it is looked up and not looked for; undefined where others can too. */
export function soleName(filter: QueryFilter): string | undefined {
  const namesUser = filter.type === 'compare' && ['_id', 'uid', 'username'].includes(filter.field);
  return namesUser && filter.operator === 'eq' ? filter.value : undefined;
}
