import { getPath } from 'hono/utils/url';

/** The first segments after the realm; by them a realm in AM's old, bare form is told from what is asked of it. */
const resources: ReadonlySet<string> = new Set([
  'authenticate',
  'sessions',
  'serverinfo',
  'version',
  'users',
  'push',
  'health',
  'journey-files',
  'journey-numbers',
  'traces',
  'realm-config',
  'global-config',
  'scripts',
]);

/**
 * The path that a request is routed by. AM names a realm in five ways; each becomes one segment:
 * `/am/json/realms/root/realms/alpha/users/demo`, `/am/json/realms/alpha/users/demo` and `/am/json/alpha/users/demo` all
 * become `/json/%2Falpha/users/demo`. Any other path stays as it is. A trailing slash after a resource is dropped.
 */
export function routingPath(contextPath: string): (request: Request) => string {
  const prefix = `${contextPath}/json/`;
  const known = new Map<string, string>();
  return (request) => {
    const path = getPath(request);
    // What becomes of AM's paths here must not itself be an address.
    if (!path.startsWith(prefix)) return path.startsWith('/json/') ? `/${path}` : path;
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = splitRealm(path.slice(prefix.length).split('/'));
    const routed =
      found === undefined ? path : `/json/${encodeURIComponent(found.realm)}/${found.rest.join('/')}`;
    if (known.size < knownLimit && path.length < knownLength) known.set(path, routed);
    return routed;
  };
}

/** Most requests go to a few addresses, such as `authenticate`, which come first; the paths of single users are many. */
const knownLimit = 500;
const knownLength = 200;

/** The realm that the segments begin with, and those that are left; undefined when nothing is asked of it. */
function splitRealm(segments: readonly string[]): { realm: string; rest: readonly string[] } | undefined {
  const names: string[] = [];
  let at = 0;
  if (segments[0] === 'realms') {
    while (segments[at] === 'realms' && segments[at + 1] !== undefined) {
      // Android sends a whole realm path as one encoded segment: `root%2Frealms%2Falpha`.
      names.push(
        ...decoded(segments[at + 1] ?? '')
          .split('/')
          .filter((part) => part !== 'realms'),
      );
      at += 2;
    }
    if (names[0]?.toLowerCase() === 'root') names.shift();
  } else {
    while (at < segments.length && !resources.has(segments[at] ?? '')) {
      names.push(decoded(segments[at] ?? ''));
      at += 1;
    }
  }
  const rest = segments.slice(at);
  if (rest.at(-1) === '' && rest.length > 1) rest.pop();
  return rest.length === 0 ? undefined : { realm: `/${names.filter(Boolean).join('/')}`, rest };
}

/** A segment of a path as it is meant; one that cannot be decoded as it stands. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
