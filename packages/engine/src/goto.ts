/** The part of WHATWG's `URL` that is needed here. Node and browsers have it, and the types of neither are for this package. */
interface Address {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

declare const URL: { parse(address: string, base?: string): Address | null };

/** Schemes that run or show what an attacker has written instead of going somewhere. */
const dangerousSchemes: ReadonlySet<string> = new Set([
  'javascript:',
  'data:',
  'vbscript:',
  'blob:',
  'file:',
  'about:',
  'filesystem:',
  'view-source:',
]);

/** White space, control characters and backslashes: browsers drop or turn them, so that an address is read as another. */
const readDifferently = /[\s\p{Cc}\p{Cf}\\]/u;

/**
 * The address, if it may be gone to after signing in: a path on the server, an address of the server, or one that begins
 * with an entry of the realm's `validGotoUrls`; else undefined.
 */
export function validGoto(
  goto: string | undefined,
  validGotoUrls: readonly string[],
  publicUrl: string,
): string | undefined {
  if (goto === undefined || goto === '' || readDifferently.test(goto)) return undefined;
  const isPath = goto.startsWith('/') && !goto.startsWith('//');
  // `https:evil.example` is an address to some readers and a path to others.
  if (!isPath && !/^[a-z][a-z\d+.-]*:\/\//i.test(goto)) return undefined;
  const target = isPath ? URL.parse(goto, publicUrl) : URL.parse(goto);
  if (target === null || dangerousSchemes.has(target.protocol)) return undefined;
  // `https://good.example@evil.example` looks like the first and leads to the second.
  if (target.username !== '' || target.password !== '') return undefined;
  const allowed = [URL.parse(publicUrl)?.origin ?? '', ...validGotoUrls];
  return allowed.some((prefix) => isUnder(target, prefix)) ? goto : undefined;
}

/** Compared part by part, so that `https://app.example` is no prefix of `https://app.example.evil.example`. */
function isUnder(target: Address, prefix: string): boolean {
  // AM's own patterns end in wildcards such as `/*` and `/*?*`.
  const allowed = URL.parse(prefix.replace(/\*(\?\*)?$/, ''));
  if (allowed === null) return false;
  return (
    target.protocol === allowed.protocol &&
    target.host === allowed.host &&
    rest(target).startsWith(rest(allowed))
  );
}

function rest({ pathname, search, hash }: Address): string {
  return pathname + search + hash;
}
