/**
 * The realm that the folders of a path stand for: `realms/alpha`, nested or below `realms/root` as AM's paths are, or
 * `realm/root-alpha` as frodo and AM's file-based configuration have it. `/` where nothing tells.
 */
export function realmOfPath(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const names = folders.flatMap((folder, at) => {
    const name = folders[at + 1];
    if (name === undefined) return [];
    if (folder === 'realms') return name === 'root' ? [] : [name];
    return folder === 'realm' ? namesOf(name) : [];
  });
  return `/${names.join('/')}`;
}

/**
 * The realm of a file in fr-config-manager's folders, where all that is between `realms` and `journeys` is its path, as in
 * `realms/alpha/sub/journeys/…`; undefined where that is one folder or AM's path, which `realmOfPath` reads.
 */
export function nestedRealmOf(path: string): string | undefined {
  const between = /(?:^|\/)realms\/((?:[^/]+\/)+)journeys\/[^/]+\/[^/]+$/.exec(path)?.[1] ?? '';
  const names = between.split('/').slice(0, -1);
  return names.length < 2 || names[0] === 'root' || names.includes('realms')
    ? undefined
    : `/${names.join('/')}`;
}

/** `root-a-b` is `/a/b`; a dash in a name is written twice. */
function namesOf(folder: string): string[] {
  const [first, ...rest] = folder.split(/(?<!-)-(?!-)/).map((name) => name.replaceAll('--', '-'));
  return first === undefined || first === 'root' ? rest : [first, ...rest];
}

/** The folder of a realm in our own shape, with a `/` at its end: `/a/b` is `realms/a/realms/b/`, and `/` is the top. */
export function folderOfRealm(realm: string): string {
  return realm
    .split('/')
    .filter((name) => name !== '')
    .map((name) => `realms/${name}/`)
    .join('');
}
