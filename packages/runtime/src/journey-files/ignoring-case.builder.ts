import type * as files from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a file gets that takes the place of one whose name differs in its case: file systems do either. */
export type Replaced = 'new name' | 'old name';

/** The functions of `node:fs/promises` on a file system to which names that differ in their case alone are one name. */
export function ignoringCase(actual: typeof files, replaced: () => Replaced): typeof files {
  /** Where a path leads: each of its parts as it is written there, if it is there. */
  async function placeOf(path: string): Promise<string> {
    const parent = dirname(path);
    if (parent === path) return path;
    const folder = await placeOf(parent);
    const name = basename(path);
    const names = await actual.readdir(folder).catch(() => []);
    return join(folder, names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name);
  }
  const placed =
    (name: 'readFile' | 'readdir' | 'mkdir' | 'open' | 'rm' | 'rmdir') =>
    async (path: string, ...rest: readonly unknown[]): Promise<unknown> =>
      (actual[name] as (path: string, ...rest: readonly unknown[]) => Promise<unknown>)(
        await placeOf(path),
        ...rest,
      );

  async function rename(from: string, to: string): Promise<void> {
    const [source, target] = [await placeOf(from), await placeOf(to)];
    const named = join(dirname(target), basename(to));
    if (source !== target && replaced() === 'old name') return actual.rename(source, target);
    if (source !== target) await actual.rm(target, { force: true });
    return actual.rename(source, named);
  }

  return {
    ...actual,
    readFile: placed('readFile'),
    readdir: placed('readdir'),
    mkdir: placed('mkdir'),
    open: placed('open'),
    rm: placed('rm'),
    rmdir: placed('rmdir'),
    rename,
  } as typeof files;
}
