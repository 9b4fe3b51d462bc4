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
