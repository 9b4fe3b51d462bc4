import type { Failure, JourneyFiles, ListedRealm } from '../files/journey-files.ts';

/** A realm that could not be listed. */
export interface NotListed {
  readonly realm: string;
  readonly why: Failure;
}

/** What a place holds; without the top realm, by which the others are known, nothing. */
export type AllListed =
  | {
      readonly status: 'listed';
      readonly realms: readonly ListedRealm[];
      readonly notListed: readonly NotListed[];
    }
  | Failure;

/** Lists every realm of a place that can be listed. */
export async function listAll(place: JourneyFiles): Promise<AllListed> {
  const top = await place.list('/');
  if (top.status !== 'listed') return top;
  const names = top.realm.realms.filter((name) => name !== '/');
  const others = await Promise.all(names.map(async (realm) => ({ realm, listed: await place.list(realm) })));
  const realms = [top.realm];
  const notListed: NotListed[] = [];
  for (const { realm, listed } of others) {
    if (listed.status === 'listed') realms.push(listed.realm);
    else notListed.push({ realm, why: listed });
  }
  return { status: 'listed', realms, notListed };
}
