import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, posix, resolve } from 'node:path';
import { usualFolder } from './choose-journeys.ts';

/**
 * The folder of journeys that a file or folder belongs to: the first one upwards, itself included, that holds a `realm.json` or a
 * `policy.json`, and where it is that of a sub-realm, the one that has the realms; else the first that is called `journeys`. Nothing
 * is looked for above a repository of git or the user's own folder. Undefined where there is none. Standard input belongs to
 * `./journeys`, or to the folder that we are in.
 */
export function homeOf(path: string): string | undefined {
  if (path === '-') return homeOf(existsSync(usualFolder) ? usualFolder : '.');
  const folders = upwards(path);
  const home = folders.find(isHome);
  return home === undefined
    ? folders.find((folder) => basename(resolve(folder)) === usualFolder)
    : withRealms(home);
}

/** A path and the folders above it. */
function upwards(path: string): readonly string[] {
  const folders = [path];
  for (let folder = path; !isOutermost(folder); folders.push(folder)) folder = posix.join(folder, '..');
  return folders;
}

function withRealms(home: string): string {
  const isOfRealm = basename(dirname(resolve(home))) === 'realms' && !isOutermost(home);
  return isOfRealm ? withRealms(posix.join(home, '../..')) : home;
}

function isHome(folder: string): boolean {
  return existsSync(posix.join(folder, 'realm.json')) || isPolicy(posix.join(folder, 'policy.json'));
}

/** Whether there is such a file, and not one of another tool: where nothing else tells that it is ours, its text has to. */
export function isPolicy(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes('"journeys"');
}

function isOutermost(folder: string): boolean {
  const path = resolve(folder);
  return path === dirname(path) || path === homedir() || existsSync(posix.join(folder, '.git'));
}
