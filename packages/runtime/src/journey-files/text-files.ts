import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { AmError } from '../http/am-error.ts';

/** What the caller believes to be there: a revision, `any` at all, or `none`. */
export type Expected = { readonly revision: string } | 'any' | 'none';

/** Whether what is there is what the caller believes. */
export function isExpected(current: { readonly revision: string } | undefined, expected: Expected): boolean {
  if (expected === 'none') return current === undefined;
  if (current === undefined) return false;
  return expected === 'any' || expected.revision === current.revision;
}

/** Tells some texts from others; changes with each of them. */
export function revisionOfTexts(texts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 22);
}

/** The folder of a realm, such as `/a/b`, below that of all realms. */
export function folderOf(root: string, realm: string): string {
  return join(
    root,
    ...realm
      .split('/')
      .filter(Boolean)
      .flatMap((part) => ['realms', part]),
  );
}

const missing: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
const unreadable: ReadonlySet<string> = new Set(['EISDIR', 'EACCES', 'EPERM']);

/** The text of a file; null if there is none. Throws `unavailable` where there is one that may not be read. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (missing.has(code)) return null;
    if (!unreadable.has(code)) throw error;
    throw new AmError('unavailable', `${basename(path)} cannot be read (${code}); mend it first.`);
  }
}

/** The text of a file; null if there is none, or none that may be read: what is wrong with it is told with the realms' faults. */
export async function readableTextOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (missing.has(code) || unreadable.has(code)) return null;
    throw error;
  }
}

/** Writes a file so that whoever reads it meanwhile has the old text or the new, never a part. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const unwritable: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EISDIR', 'EROFS', 'ENOSPC', 'EDQUOT']);

/** For what goes wrong while files are written: throws `unavailable` where the folder does not let us, else the error itself. */
export function whenUnwritable(log: Logger): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === undefined || !unwritable.has(error.code)) throw error;
    log.error({ err: error }, 'the journeys folder cannot be written');
    throw new AmError('unavailable', 'The journeys folder of the server cannot be written to.');
  };
}
