/** A place in the designer that an address leads to. */
export type Route =
  | { readonly page: 'library' }
  /** The recorded runs of a realm, `/` or `/alpha`. */
  | { readonly page: 'runs'; readonly realm: string }
  | {
      readonly page: 'journey';
      /** `/` or `/alpha`. */
      readonly realm: string;
      readonly name: string;
      /** The node to be selected. */
      readonly node?: string;
      /** The property to be focused. */
      readonly field?: string;
    };

/** A journey's address: `/journey/%2Falpha/PushLogin?node=ID&field=issuer`. */
export function journeyAddress(
  realm: string,
  name: string,
  place: { readonly node?: string; readonly field?: string } = {},
): string {
  const query = new URLSearchParams();
  if (place.node !== undefined) query.set('node', place.node);
  if (place.node !== undefined && place.field !== undefined) query.set('field', place.field);
  const path = `/journey/${encodeURIComponent(realm)}/${encodeURIComponent(name)}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The address of a realm's recorded runs: `/?runs=%2Falpha`. */
export function runsAddress(realm: string): string {
  return `/?${new URLSearchParams({ runs: realm })}`;
}

/** What an address asks for; the library where it is no journey's. */
export function routeOf({ pathname, search }: { readonly pathname: string; readonly search: string }): Route {
  const query = new URLSearchParams(search);
  const runs = query.get('runs');
  if (pathname === '/' && runs !== null) return { page: 'runs', realm: inRealmForm(runs) };
  const [, page, realmPart, namePart, ...rest] = pathname.split('/');
  if (page !== 'journey' || rest.some((part) => part !== '')) return { page: 'library' };
  const realm = decoded(realmPart);
  const name = decoded(namePart);
  if (realm === undefined || name === undefined) return { page: 'library' };
  const node = query.get('node');
  const field = query.get('field');
  return {
    page: 'journey',
    realm: inRealmForm(realm),
    name,
    ...(node === null ? {} : { node }),
    ...(node === null || field === null ? {} : { field }),
  };
}

const inRealmForm = (realm: string) => (realm.startsWith('/') ? realm : `/${realm}`);

function decoded(part: string | undefined): string | undefined {
  if (part === undefined || part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
