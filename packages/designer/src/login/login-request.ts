/** What the address of the sign-in page asks for. */
export interface LoginRequest {
  /** A path such as `/` or `/alpha/staff`. */
  readonly realm: string;
  /** The journey's name; absent means the realm's default. */
  readonly journey?: string;
  /** Where to go after signing in, as given: only the server says whether it is allowed. */
  readonly goto?: string;
  /** Run the journey even for a visitor who is signed in. */
  readonly again: boolean;
}

/** A realm's path in one form: one leading slash, none at the end, no empty segments; `root` and nothing are `/`. */
function normalRealm(realm: string): string {
  const names = realm.split('/').filter(Boolean);
  if (names[0]?.toLowerCase() === 'root') names.shift();
  return `/${names.join('/')}`;
}

/** Reads the query of the sign-in page's address; empty values count as absent. */
export function loginRequestFrom(query: string): LoginRequest {
  const params = new URLSearchParams(query);
  const journey = params.get('journey')?.trim();
  const goto = params.get('goto')?.trim();
  return {
    realm: normalRealm(params.get('realm') ?? '/'),
    ...(journey ? { journey } : {}),
    ...(goto ? { goto } : {}),
    again: params.get('again') === '1',
  };
}

/** The address of the sign-in page for a request. */
export function loginAddress(request: Partial<LoginRequest>): string {
  const params = new URLSearchParams();
  if (request.realm !== undefined) params.set('realm', request.realm);
  if (request.journey !== undefined) params.set('journey', request.journey);
  if (request.goto !== undefined) params.set('goto', request.goto);
  if (request.again === true) params.set('again', '1');
  const query = params.toString().replaceAll('%2F', '/');
  return query === '' ? '/login' : `/login?${query}`;
}

/** The segments below `/json` that name a realm: `realms/root`, `realms/root/realms/alpha`. */
export function realmSegments(realm: string): string {
  const names = normalRealm(realm).split('/').filter(Boolean);
  return ['realms/root', ...names.map((name) => `realms/${encodeURIComponent(name)}`)].join('/');
}

/** The realm as the ForgeRock SDK's `realmPath` wants it: `root`, `root/alpha`. */
export function sdkRealmPath(realm: string): string {
  return ['root', ...normalRealm(realm).split('/').filter(Boolean)].join('/');
}

/**
 * The prefix of AM's REST, from the page's `journeyman-context-path` meta tag: one leading slash, none at the end.
 * `/am` when the tag is absent or empty; a lone slash means no prefix.
 */
export function contextPathFrom(content: string | null | undefined): string {
  const trimmed = content?.trim() ?? '';
  if (trimmed === '') return '/am';
  const names = trimmed.split('/').filter(Boolean);
  return names.length === 0 ? '' : `/${names.join('/')}`;
}

/**
 * Where the browser goes after signing in: the address asked for, when the server has accepted it, which it shows by
 * giving it back as `successUrl`. Undefined when nothing was asked for or another address came back.
 */
export function acceptedGoto(
  asked: string | undefined,
  successUrl: string | undefined,
  base: string,
): string | undefined {
  if (asked === undefined || !successUrl) return undefined;
  const wanted = URL.parse(asked, base);
  const given = URL.parse(successUrl, base);
  if (wanted === null || given === null || wanted.href !== given.href) return undefined;
  return given.protocol === 'https:' || given.protocol === 'http:' ? given.href : undefined;
}

/** The address to offer a visitor who was signed in already: the one asked for, if it is on this very server. */
export function gotoOnThisServer(asked: string | undefined, base: string): string | undefined {
  if (asked === undefined) return undefined;
  const wanted = URL.parse(asked, base);
  return wanted !== null && wanted.origin === new URL(base).origin ? wanted.href : undefined;
}
